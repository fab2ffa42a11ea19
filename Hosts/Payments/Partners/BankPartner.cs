using System.Security.Cryptography.X509Certificates;
using DichVuCong.Adapters.Banks.BankForm;
using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Adapters.Banks.Outbound;
using DichVuCong.Payments.Settings;

namespace DichVuCong.Payments.Partners;

/// <summary>
/// A bank that speaks our form. It is asked for a page or a code; asked again for the same order it gives the same ones, since the request's
/// id and content are made from the order alone.
/// </summary>
public sealed class BankPartner : PaymentPartner
{
    private readonly BankFormSettings _settings;
    private readonly X509Certificate2? _certificate;
    private readonly BankFormClient _client;

    internal BankPartner(ConfiguredBank bank, TimeProvider time)
        : this(bank, bank.Tls.Certificate(), time)
    {
    }

    private BankPartner(ConfiguredBank bank, X509Certificate2? certificate, TimeProvider time)
        : base(bank.Settings.Partner, bank.Terms, bank.Settings.Timeout, BankHttp.CreateHandler(bank.Terms.Concurrency, certificate))
    {
        (_settings, _certificate) = (bank.Settings, certificate);
        _client = new BankFormClient(Http, _settings, time);
        Form = new BankCallbackForm(_settings);
    }

    /// <inheritdoc/>
    public override ICallbackForm Form { get; }

    /// <summary>Calls the bank's other operations: files, receipts, accounts.</summary>
    public BankFormClient Client => _client;

    /// <inheritdoc/>
    public override IPartnerOperations Operations(IOrderRecords orders, TimeProvider time) =>
        new BankOrderOperations(new BankFormClient(Http, _settings, time), orders);

    private protected override async Task<PartnerAnswer<PaymentLink>> MakeAsync(
        PayableOrder order, DateTimeOffset started, DateTimeOffset expires, CancellationToken cancellationToken)
    {
        var asked = new BankOrder(order.Reference.Value, order.Amount, order.Beneficiary.Number, order.Description, order.ExpiresAt);
        var answer = await _client.CallAsync(BankOperations.Create, asked, $"{order.Reference.Value}-create", cancellationToken);
        // The bank's order lives as long as ours does, whatever a page of ours shows.
        return From(answer, given => new PaymentLink(given.PayUrl, given.QrContent, started, order.ExpiresAt));
    }

    private protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) _certificate?.Dispose();
    }
}
