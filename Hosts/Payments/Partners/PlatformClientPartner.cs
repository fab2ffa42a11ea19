using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Adapters.Banks.Outbound;
using DichVuCong.Adapters.Banks.PlatformClient;
using DichVuCong.Payments.Settings;

namespace DichVuCong.Payments.Partners;

/// <summary>An older payment platform of which we are a client: off unless switched on, and never used for what a ministry stated by INIT.</summary>
public sealed class PlatformClientPartner : PaymentPartner
{
    private readonly PlatformClientSettings _settings;
    private readonly PlatformClientCalls _calls;

    internal PlatformClientPartner(Configured<PlatformClientSettings> configured, TimeProvider time)
        : base(configured.Settings.Partner, configured.Terms, configured.Settings.Timeout, BankHttp.CreateHandler(configured.Terms.Concurrency))
    {
        _settings = configured.Settings;
        _calls = new PlatformClientCalls(Http, _settings, time);
        Form = new PlatformCallbackForm(_settings);
    }

    /// <inheritdoc/>
    public override ICallbackForm Form { get; }

    /// <inheritdoc/>
    public override IPartnerOperations Operations(IOrderRecords orders, TimeProvider time) =>
        new PlatformOperations(new PlatformClientCalls(Http, _settings, time));

    private protected override async Task<PartnerAnswer<PaymentLink>> MakeAsync(
        PayableOrder order, DateTimeOffset started, DateTimeOffset expires, CancellationToken cancellationToken)
    {
        if (order.IsOfInit) return Refused("init", "what a ministry stated by INIT is never forwarded");
        if (order.Receipt is not { } receipt) return Refused("receipt", "the platform asks for the receipt's information");
        var asked = new PlatformOrder
        {
            Reference = order.Reference.Value,
            Amount = order.Amount,
            Info = order.Description,
            PayerIp = order.PayerIp,
            Receipt = receipt,
        };
        return From(await _calls.InitAsync(asked, cancellationToken), given => new PaymentLink(given.PayUrl, Qr: null, started, expires));
    }
}
