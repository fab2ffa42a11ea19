using System.Globalization;
using System.Text;
using DichVuCong.Sandbox.Banks.Books;
using DichVuCong.Sandbox.Banks.Callbacks;
using DichVuCong.Sandbox.Banks.Wire;
using DichVuCong.Sandbox.Hosting;

namespace DichVuCong.Sandbox.Banks.VietQr;

/// <summary>
/// VietQR.vn (A3): takes a token at the portal's own endpoint and tells by transaction-sync, at most ten times, five of them in the first
/// minute and then one a minute; only after no answer, or a code that the portal has declared to be worth another call (E98).
/// </summary>
internal sealed class VietQrBank(BankCalls calls, SandboxOptions options, TimeProvider time) : IBank
{
    private const string Retryable = "E98";
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    private (string Token, DateTimeOffset Until)? _token;

    /// <inheritdoc/>
    public string Name => BankNames.VietQr;

    /// <inheritdoc/>
    public bool IsPage => false;

    /// <inheritdoc/>
    public TimeSpan CutOff => TimeSpan.FromHours(23);

    /// <inheritdoc/>
    public string StatementFamily => "camt.053";

    /// <inheritdoc/>
    public string PaidCode => "C";

    /// <inheritdoc/>
    public string? FailedCode => null;

    /// <inheritdoc/>
    public ResendPolicy Resends { get; } = new(10, static calls => calls < 5 ? TimeSpan.FromSeconds(12) : TimeSpan.FromMinutes(1));

    /// <inheritdoc/>
    public async Task<CallbackVerdict> TellAsync(BankOrderRecord order, BankTransaction transaction, bool isForged, CancellationToken cancellationToken)
    {
        if (await TokenAsync(cancellationToken) is not { } token) return new CallbackVerdict(CallbackVerdictKind.Again, "no-token");
        var request = BankCalls.Post(new Uri(options.Gateway, "/callbacks/vietqr/bank/api/transaction-sync"), BodyOf(order, transaction));
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {(isForged ? "x" + token : token)}");
        var answer = await calls.SendAsync(request, cancellationToken);
        if (answer is null) return CallbackVerdict.None;
        if (answer.Status == 401 && !isForged) _token = null;
        if (WireFields.TryRead(answer.Body) is not { } reply || reply["error"].Length == 0) return CallbackVerdict.None;
        if (answer.Status == 200 && reply["error"] == "false" && reply.Object("object")?["reftransactionid"] is { Length: > 0 })
        {
            return new CallbackVerdict(CallbackVerdictKind.Taken, reply["errorReason"]);
        }

        var isAgain = reply["errorReason"] == Retryable || (answer.Status == 401 && !isForged);
        return new CallbackVerdict(isAgain ? CallbackVerdictKind.Again : CallbackVerdictKind.Refused, reply["errorReason"]);
    }

    private static byte[] BodyOf(BankOrderRecord order, BankTransaction transaction) => WireJson.Bytes(WireJson.Object(
        ("transactionid", WireJson.Text("FT" + transaction.No)),
        ("transactiontime", WireJson.Number(transaction.At.ToUnixTimeMilliseconds())),
        ("referencenumber", WireJson.Text(transaction.No)),
        ("amount", WireJson.Number(transaction.ToldAmount)),
        ("content", WireJson.Text($"MBVCB.{transaction.No}.{order.Info} {order.Reference}.CT tu 0123456789 toi {order.Account}")),
        ("bankaccount", WireJson.Text(order.Account ?? "")),
        ("transType", WireJson.Text("C")),
        ("orderId", WireJson.Text(order.Reference.Length <= 19 ? order.Reference : ""))));

    private async Task<string?> TokenAsync(CancellationToken cancellationToken)
    {
        if (_token is { } known && time.GetUtcNow() < known.Until) return known.Token;
        var asked = time.GetUtcNow();
        var request = BankCalls.Post(new Uri(options.Gateway, "/callbacks/vietqr/api/token_generate"), "{}"u8.ToArray());
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{BankNames.VietQrUser}:{BankNames.VietQrSecret}"));
        request.Headers.TryAddWithoutValidation("Authorization", $"Basic {basic}");
        var answer = await calls.SendAsync(request, cancellationToken);
        if (answer is not { Status: 200 } || WireFields.TryRead(answer.Body) is not { } reply || reply["token_type"] != "Bearer") return null;
        if (!int.TryParse(reply["expires_in"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || reply["access_token"].Length == 0)
            return null;
        _token = (reply["access_token"], asked.AddSeconds(seconds) - Margin);
        return reply["access_token"];
    }
}
