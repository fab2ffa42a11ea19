using System.Globalization;
using DichVuCong.Sandbox.Banks.Books;
using DichVuCong.Sandbox.Banks.Callbacks;
using DichVuCong.Sandbox.Banks.Wire;
using DichVuCong.Sandbox.Hosting;

namespace DichVuCong.Sandbox.Banks.Vnpay;

/// <summary>VNPAY 2.1.0 (A1): tells by IPN, at most ten times, five minutes apart, until RspCode is 00 or 02.</summary>
internal sealed class VnpayBank(BankCalls calls, SandboxOptions options) : IBank
{
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public string Name => BankNames.Vnpay;

    /// <inheritdoc/>
    public bool IsPage => true;

    /// <inheritdoc/>
    public TimeSpan CutOff => TimeSpan.FromHours(24);

    /// <inheritdoc/>
    public string StatementFamily => "vnpay";

    /// <inheritdoc/>
    public string PaidCode => "00";

    /// <inheritdoc/>
    public string? FailedCode => "24";

    /// <inheritdoc/>
    public ResendPolicy Resends { get; } = new(10, static _ => FiveMinutes);

    /// <inheritdoc/>
    public async Task<CallbackVerdict> TellAsync(BankOrderRecord order, BankTransaction transaction, bool isForged, CancellationToken cancellationToken)
    {
        var query = VnpaySigning.Signed(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["vnp_Amount"] = Amount(transaction.ToldAmount),
            ["vnp_BankCode"] = "NCB",
            ["vnp_BankTranNo"] = transaction.IsPaid ? "VNP" + transaction.No : "",
            ["vnp_CardType"] = "ATM",
            ["vnp_OrderInfo"] = order.Info,
            ["vnp_PayDate"] = BankClock.Write(transaction.At),
            ["vnp_ResponseCode"] = transaction.Code,
            ["vnp_TmnCode"] = BankNames.VnpayTerminal,
            ["vnp_TransactionNo"] = transaction.IsPaid ? transaction.No : "0",
            ["vnp_TransactionStatus"] = transaction.IsPaid ? "00" : "02",
            ["vnp_TxnRef"] = order.Reference,
        });
        if (isForged) query = query[..^1] + (query[^1] == '0' ? '1' : '0');
        var answer = await calls.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(options.Gateway, $"/callbacks/vnpay?{query}")), cancellationToken);
        if (answer is not { Status: 200 } || WireFields.TryRead(answer.Body)?["RspCode"] is not { Length: > 0 } code) return CallbackVerdict.None;
        return new CallbackVerdict(code is "00" or "02" ? CallbackVerdictKind.Taken : CallbackVerdictKind.Again, code);
    }

    /// <summary>An amount as VNPAY writes it: times 100.</summary>
    public static string Amount(long amount) => (amount * 100).ToString(CultureInfo.InvariantCulture);
}
