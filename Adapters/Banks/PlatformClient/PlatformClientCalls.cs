using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Adapters.Banks.Platform;
using DichVuCong.Adapters.Banks.Signatures;
using DichVuCong.Adapters.Banks.Wire;
using FaultSide = DichVuCong.Messaging.FaultSide;

namespace DichVuCong.Adapters.Banks.PlatformClient;

/// <summary>Calls INIT and QUERY of an older platform. INIT is never sent twice: after <c>Unknown</c> the caller asks by QUERY first.</summary>
/// <param name="http">The client, of <see cref="BankHttp"/>.</param>
/// <param name="settings">The settings, valid.</param>
/// <param name="time">The clock.</param>
/// <param name="authorization">The Authorization header that the gateway in front asks for at this moment; null for none.</param>
public sealed class PlatformClientCalls(HttpClient http, PlatformClientSettings settings, TimeProvider time, Func<string?>? authorization = null)
{
    private readonly PartnerCall _call = new(http, time);
    private readonly KeyRing<SecretKey> _keys = settings.Keys();
    private readonly PlatformClientMessages _messages = new(settings);

    /// <summary>Gives the platform an order to be paid.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<PartnerAnswer<PlatformPayment>> InitAsync(PlatformOrder order, CancellationToken cancellationToken) =>
        AnswerReading.Of<PlatformPayment>(
            await SendAsync(settings.InitUrl, key => _messages.Init(order, time.GetUtcNow(), key), cancellationToken), (_, json) => Payable(json));

    /// <summary>Asks what became of an order.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<PartnerAnswer<PartnerPayment>> QueryAsync(string reference, CancellationToken cancellationToken) =>
        AnswerReading.Of<PartnerPayment>(
            await SendAsync(settings.QueryUrl, key => _messages.Query(reference, time.GetUtcNow(), key), cancellationToken),
            (_, json) => State(json, reference),
            isSigned: true);

    private static PartnerAnswer<PlatformPayment>? Payable(PartnerObject json)
    {
        if (PlatformReply.Of(json) is not { } reply) return null;
        if (reply.Code != PlatformResults.Success) return PlatformRefusals.Of<PlatformPayment>(reply.Code);
        return Uri.TryCreate(reply.Fields.Text(PlatformNames.UrlThanhToan), UriKind.Absolute, out var url) && url.Scheme is "https" or "http"
            ? new PartnerAnswer<PlatformPayment>.Done(new PlatformPayment(url))
            : null;
    }

    private PartnerAnswer<PartnerPayment>? State(PartnerObject json, string reference)
    {
        if (PlatformReply.Of(json) is not { } reply) return null;
        // A state has a TrangThaiGD; a MaLoi without one is about the question.
        if (!reply.Fields.Has(PlatformNames.TrangThaiGD)) return PlatformRefusals.Of<PartnerPayment>(reply.Code);
        var key = MaXacThuc.KeyOf(MaXacThuc.CallbackOrder, reply.Fields.Text, _keys.ActiveAt(time.GetUtcNow()));
        if (key is null) return new PartnerAnswer<PartnerPayment>.Unknown("the answer's MaXacThuc does not fit");
        if (reply.Fields.Text(PlatformNames.MaThamChieu) != reference) return new PartnerAnswer<PartnerPayment>.Unknown("the answer is about something else");
        var result = PlatformResults.OfState(reply.Code, reply.Fields.Text(PlatformNames.TrangThaiGD));
        var (payment, fault) = PlatformPayments.Read(reply.Fields, settings.Partner, key.KeyId, result);
        return payment is null ? new PartnerAnswer<PartnerPayment>.Unknown(fault!.Code) : new PartnerAnswer<PartnerPayment>.Done(payment);
    }

    private async Task<Exchange> SendAsync(Uri? address, Func<SecretKey, byte[]> compose, CancellationToken cancellationToken)
    {
        if (!settings.Enabled) return new Exchange.NotSent("the role of client is switched off", FaultSide.Us);
        if (_keys.ToSignAt(time.GetUtcNow()) is not { } key) return new Exchange.NotSent("no secret is valid now", FaultSide.Us);
        var headers = authorization?.Invoke() is { } value ? new Dictionary<string, string>(StringComparer.Ordinal) { ["Authorization"] = value } : [];
        return await _call.PostAsync(address!, compose(key), headers, settings.Timeout, BankHttp.MaxAnswerBytes, cancellationToken);
    }
}
