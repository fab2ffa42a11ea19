using DichVuCong.Sandbox.Banks.Books;
using DichVuCong.Sandbox.Banks.Callbacks;
using DichVuCong.Sandbox.Banks.Wire;
using DichVuCong.Sandbox.Hosting;

namespace DichVuCong.Sandbox.Banks.Form;

/// <summary>
/// A bank in the portal's form: signs the raw body and names its key; tells after 1, 5, 15 and 30 minutes, then hourly to three days, until
/// the code is 00 or 02. What is refused for good (03: not in the form) is told once.
/// </summary>
internal sealed class FormBank(string name, FormKeys keys, BankCalls calls, SandboxOptions options, TimeProvider time) : IBank
{
    private static readonly TimeSpan[] First = [.. new[] { 1, 5, 15, 30 }.Select(minutes => TimeSpan.FromMinutes(minutes))];
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>The policy of those who have no documented one of their own (external-parties.md G).</summary>
    public static ResendPolicy HouseRule { get; } = new(76, static calls => calls <= First.Length ? First[calls - 1] : Hour);

    /// <inheritdoc/>
    public string Name => name;

    /// <summary>Its keys.</summary>
    public FormKeys Keys => keys;

    /// <inheritdoc/>
    public bool IsPage => false;

    /// <inheritdoc/>
    public TimeSpan CutOff => TimeSpan.FromHours(23);

    /// <inheritdoc/>
    public string StatementFamily => "mb";

    /// <inheritdoc/>
    public string PaidCode => "00";

    /// <inheritdoc/>
    public string? FailedCode => "51";

    /// <inheritdoc/>
    public ResendPolicy Resends => HouseRule;

    /// <inheritdoc/>
    public async Task<CallbackVerdict> TellAsync(BankOrderRecord order, BankTransaction transaction, bool isForged, CancellationToken cancellationToken)
    {
        var stamp = BankClock.Write(time.GetUtcNow());
        var body = WireJson.Bytes(WireJson.Object(
            ("orderReference", WireJson.Text(order.Reference)),
            ("transactionNo", WireJson.Text(transaction.No)),
            ("amountVnd", WireJson.Number(transaction.ToldAmount)),
            ("status", WireJson.Text(transaction.IsPaid ? "SUCCESS" : "FAILED")),
            ("paymentCode", WireJson.Text(transaction.Code)),
            ("payerBank", WireJson.Text("NCB")),
            ("beneficiaryAccount", WireJson.Text(order.Account)),
            ("paidAt", WireJson.Text(transaction.IsPaid ? BankClock.Write(transaction.At) : null)),
            ("sentAt", WireJson.Text(stamp))));
        var request = BankCalls.Post(new Uri(options.Gateway, $"/callbacks/{name}"), body);
        request.Headers.TryAddWithoutValidation("X-Key-Id", keys.KeyId);
        request.Headers.TryAddWithoutValidation("X-Signature", keys.Sign(isForged ? [.. body, (byte)' '] : body));
        request.Headers.TryAddWithoutValidation("X-Timestamp", stamp);
        var answer = await calls.SendAsync(request, cancellationToken);
        if (answer is null || WireFields.TryRead(answer.Body)?["code"] is not { Length: > 0 } code) return CallbackVerdict.None;
        var kind = code switch
        {
            "00" or "02" when answer.Status == 200 => CallbackVerdictKind.Taken,
            "03" => CallbackVerdictKind.Refused,
            _ => CallbackVerdictKind.Again,
        };
        return new CallbackVerdict(kind, code);
    }
}
