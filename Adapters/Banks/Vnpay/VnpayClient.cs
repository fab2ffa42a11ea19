using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Adapters.Banks.Signatures;
using FaultSide = DichVuCong.Messaging.FaultSide;

namespace DichVuCong.Adapters.Banks.Vnpay;

/// <summary>Calls querydr and refund. It never sends a refund twice: after <c>Unknown</c> the caller asks first.</summary>
/// <param name="http">The client, of <see cref="BankHttp"/>.</param>
/// <param name="settings">The settings, valid.</param>
/// <param name="time">The clock.</param>
public sealed class VnpayClient(HttpClient http, VnpaySettings settings, TimeProvider time)
{
    private readonly PartnerCall _call = new(http, time);
    private readonly KeyRing<SecretKey> _keys = settings.Keys();
    private readonly VnpayMessages _messages = new(settings);

    /// <summary>Asks about a payment.</summary>
    /// <exception cref="ArgumentException">VNPAY cannot carry the request id, or a field has a pipe in it.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<PartnerAnswer<VnpayTransaction>> QueryAsync(VnpayQuestion question, CancellationToken cancellationToken) =>
        AnswerReading.Of<VnpayTransaction>(
            await SendAsync(key => _messages.Query(question, time.GetUtcNow(), key), cancellationToken),
            (_, json) => VnpayAnswers.OfQuery(json, question, settings.TmnCode, KeysNow()),
            isSigned: true);

    /// <summary>Asks for a refund.</summary>
    /// <exception cref="ArgumentException">VNPAY cannot carry the amount or the request id, or a field has a pipe in it.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<PartnerAnswer<VnpayRefund>> RefundAsync(VnpayRefundOrder refund, CancellationToken cancellationToken) =>
        AnswerReading.Of<VnpayRefund>(
            await SendAsync(key => _messages.Refund(refund, time.GetUtcNow(), key), cancellationToken),
            (_, json) => VnpayAnswers.OfRefund(json, refund, settings.TmnCode, KeysNow()),
            isSigned: true);

    private IEnumerable<SecretKey> KeysNow() => _keys.ActiveAt(time.GetUtcNow());

    private async Task<Exchange> SendAsync(Func<SecretKey, byte[]> compose, CancellationToken cancellationToken) =>
        _keys.ToSignAt(time.GetUtcNow()) is { } key
            ? await _call.PostAsync(settings.ApiUrl!, compose(key), [], settings.Timeout, BankHttp.MaxAnswerBytes, cancellationToken)
            : new Exchange.NotSent("no hash secret is valid now", FaultSide.Us);
}
