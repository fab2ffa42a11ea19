using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Adapters.Banks.Outbound;
using DichVuCong.Adapters.Banks.Vnpay;
using DichVuCong.Payments.Settings;

namespace DichVuCong.Payments.Partners;

/// <summary>VNPAY: the payer goes to its page; the link is signed here, so giving it needs no call.</summary>
public sealed class VnpayPartner : PaymentPartner
{
    private readonly VnpaySettings _settings;
    private readonly VnpayPayUrl _payUrl;

    internal VnpayPartner(Configured<VnpaySettings> configured)
        : base(configured.Settings.Partner, configured.Terms, configured.Settings.Timeout, BankHttp.CreateHandler(configured.Terms.Concurrency))
    {
        _settings = configured.Settings;
        _payUrl = new VnpayPayUrl(_settings);
        Form = new VnpayIpnForm(_settings);
    }

    /// <inheritdoc/>
    public override ICallbackForm Form { get; }

    /// <inheritdoc/>
    public override IPartnerOperations Operations(IOrderRecords orders, TimeProvider time) =>
        new VnpayOperations(new VnpayClient(Http, _settings, time), orders);

    private protected override Task<PartnerAnswer<PaymentLink>> MakeAsync(
        PayableOrder order, DateTimeOffset started, DateTimeOffset expires, CancellationToken cancellationToken)
    {
        // The split at the door keeps orders below what vnp_Amount can carry; what comes another way is refused, not thrown at the citizen.
        if (!order.Amount.IsPositive || order.Amount > Saga.Payments.ObligationSplit.Largest)
        {
            return Task.FromResult(Refused("amount", "VNPAY cannot carry the amount"));
        }

        if (_settings.Keys().ToSignAt(started) is null)
        {
            return Task.FromResult<PartnerAnswer<PaymentLink>>(new PartnerAnswer<PaymentLink>.NotSent("no hash secret is valid now"));
        }

        var url = _payUrl.Of(new VnpayOrder
        {
            Reference = order.Reference.Value,
            Amount = order.Amount,
            Info = order.Description,
            PayerIp = order.PayerIp,
            CreatedAt = started,
            ExpiresAt = expires,
        });
        return Task.FromResult(Given(new PaymentLink(url, Qr: null, started, expires)));
    }
}
