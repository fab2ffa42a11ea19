using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Adapters.Banks.Signatures;
using DichVuCong.Adapters.Banks.Wire;
using FaultSide = DichVuCong.Messaging.FaultSide;

namespace DichVuCong.Adapters.Banks.VietQr;

/// <summary>Calls check-order and refund. It never sends a refund twice: after <c>Unknown</c> the caller asks check-order first.</summary>
/// <param name="http">The client, of <see cref="BankHttp"/>.</param>
/// <param name="settings">The settings, valid.</param>
/// <param name="time">The clock.</param>
public sealed class VietQrClient(HttpClient http, VietQrSettings settings, TimeProvider time) : IDisposable
{
    private readonly PartnerCall _call = new(http, time);
    private readonly KeyRing<SecretKey> _keys = settings.Keys();
    private readonly VietQrTokenSource _tokens = new(new PartnerCall(http, time), settings, time);

    /// <summary>Asks for the transactions of an order.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<PartnerAnswer<VietQrTransactions>> CheckOrderAsync(VietQrQuestion question, CancellationToken cancellationToken)
    {
        var body = PartnerJson.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("bankAccount");
            writer.WriteValue(question.BankAccount);
            writer.WritePropertyName("type");
            writer.WriteValue(question.ByReferenceNumber ? 1 : 0);
            writer.WritePropertyName("value");
            writer.WriteValue(question.Value);
            writer.WritePropertyName("checkSum");
            writer.WriteValue(VietQrChecksums.CheckOrder(question.BankAccount, settings.Username));
            writer.WriteEndObject();
        });
        return VietQrAnswers.OfCheckOrder(await SendAsync(settings.CheckOrderPath, body, cancellationToken), question);
    }

    /// <summary>Asks for a refund.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<PartnerAnswer<VietQrRefund>> RefundAsync(VietQrRefundOrder refund, CancellationToken cancellationToken)
    {
        if (_keys.ToSignAt(time.GetUtcNow()) is not { } key) return new PartnerAnswer<VietQrRefund>.NotSent("no secret key is valid now", Side: FaultSide.Us);
        var body = PartnerJson.Write(writer =>
        {
            writer.WriteStartObject();
            foreach (var (name, value) in new (string, string?)[]
            {
                ("bankAccount", refund.BankAccount),
                ("referenceNumber", refund.ReferenceNumber),
                ("amount", refund.Amount.ToWire()),
                ("content", PlainText.Of(refund.Content, maxLength: 50)),
                ("checkSum", VietQrChecksums.Refund(key, refund.ReferenceNumber, refund.Amount, refund.BankAccount)),
                ("bankCode", refund.BankCode),
            })
            {
                if (value is null) continue;
                writer.WritePropertyName(name);
                writer.WriteValue(value);
            }

            writer.WritePropertyName("multiTimes");
            writer.WriteValue(refund.MultiTimes);
            writer.WriteEndObject();
        });
        return AnswerReading.Of<VietQrRefund>(await SendAsync(settings.RefundPath, body, cancellationToken), (_, json) => VietQrAnswers.OfRefund(json));
    }

    /// <inheritdoc/>
    public void Dispose() => _tokens.Dispose();

    private async Task<Exchange> SendAsync(string path, byte[] body, CancellationToken cancellationToken)
    {
        if (await _tokens.GetAsync(cancellationToken) is not { } token) return new Exchange.NotSent("VietQR gave no token", FaultSide.Partner);
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Authorization"] = $"Bearer {token}" };
        var exchange = await _call.PostAsync(
            PartnerAddress.Of(settings.ApiUrl!, path), body, headers, settings.Timeout, BankHttp.MaxAnswerBytes, cancellationToken);
        if (exchange is not Exchange.Answered { Status: 401 }) return exchange;
        // Refused at the door: nothing was done, and the next call comes with another token.
        _tokens.Forget();
        return new Exchange.NotSent("VietQR refused the token", FaultSide.Us);
    }
}
