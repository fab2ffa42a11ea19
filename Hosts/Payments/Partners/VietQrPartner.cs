using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Adapters.Banks.Outbound;
using DichVuCong.Adapters.Banks.VietQr;
using DichVuCong.Payments.Settings;

namespace DichVuCong.Payments.Partners;

/// <summary>VietQR: the payer scans a code that is made here, and VietQR tells of the money that came to the account.</summary>
public sealed class VietQrPartner : PaymentPartner
{
    private readonly VietQrSettings _settings;
    private readonly IReadOnlyDictionary<string, string> _bankIds;
    private readonly List<IDisposable> _clients = [];

    internal VietQrPartner(Configured<VietQrSettings> configured, IReadOnlyDictionary<string, string> bankIds, VietQrTokens tokens)
        : base(configured.Settings.Partner, configured.Terms, configured.Settings.Timeout, BankHttp.CreateHandler(configured.Terms.Concurrency))
    {
        (_settings, _bankIds, Tokens) = (configured.Settings, bankIds, tokens);
        TokenEndpoint = new VietQrTokenEndpoint(_settings);
        Form = new VietQrCallbackForm(_settings, tokens);
    }

    /// <inheritdoc/>
    public override ICallbackForm Form { get; }

    /// <summary>Who gets a token of ours, and how he is answered: <c>Accepts</c>, then <c>Grant(Tokens.Issue(now))</c> or <c>Refuse</c>.</summary>
    public VietQrTokenEndpoint TokenEndpoint { get; }

    /// <summary>The tokens that we give VietQR.</summary>
    public VietQrTokens Tokens { get; }

    /// <inheritdoc/>
    public override IPartnerOperations Operations(IOrderRecords orders, TimeProvider time)
    {
        var client = new VietQrClient(Http, _settings, time);
        _clients.Add(client);
        return new VietQrOperations(client, orders);
    }

    private protected override Task<PartnerAnswer<PaymentLink>> MakeAsync(
        PayableOrder order, DateTimeOffset started, DateTimeOffset expires, CancellationToken cancellationToken)
    {
        var (bank, account) = (order.Beneficiary.Bank, order.Beneficiary.Number);
        var bankId = BankNumbers.IsNumber(bank) ? bank : _bankIds.GetValueOrDefault(bank);
        if (bankId is null) return Task.FromResult(Refused("account", $"the number of bank {bank} is not known (Payments:VietQr:BankIds)"));
        try
        {
            var content = new VietQrContent { BankId = bankId, Account = account, Amount = order.Amount, Purpose = order.Reference.Value };
            return Task.FromResult(Given(new PaymentLink(Url: null, content.Compose(), started, expires)));
        }
        catch (ArgumentException fault)
        {
            // The code's own rules for accounts and amounts: an account with points in it, say.
            return Task.FromResult(Refused("account", fault.Message));
        }
    }

    private protected override void Dispose(bool disposing)
    {
        if (disposing) _clients.ForEach(client => client.Dispose());
        base.Dispose(disposing);
    }
}
