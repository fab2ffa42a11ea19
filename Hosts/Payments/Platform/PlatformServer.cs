using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Adapters.Banks.Outbound;
using DichVuCong.Adapters.Banks.Platform;
using DichVuCong.Messaging;
using DichVuCong.Payments.Partners;
using DichVuCong.Payments.Settings;

namespace DichVuCong.Payments.Platform;

/// <summary>The payment platform in its role as server: ministries are its partners (decisions, Payments).</summary>
public sealed class PlatformServer : IMinistryDirectory, IDisposable
{
    private readonly PlatformSettings _settings;
    private readonly HttpClient _http;

    internal PlatformServer(Configured<PlatformSettings> configured)
    {
        _settings = configured.Settings;
        _http = BankHttp.CreateClient(BankHttp.CreateHandler(configured.Terms.Concurrency));
        Partners = new PlatformPartners(_settings);
        Reader = new PlatformReader(_settings, Partners);
        Replies = new PlatformReplies(_settings);
        Door = CallbackDoor.Of(configured.Terms);
        Limits = configured.Terms.LimitsOf(_settings.Timeout);
    }

    /// <summary>The ministries' systems, with their secrets.</summary>
    public PlatformPartners Partners { get; }

    /// <summary>Reads INIT, QUERY and GET_BILL.</summary>
    public PlatformReader Reader { get; }

    /// <summary>Our replies to them.</summary>
    public PlatformReplies Replies { get; }

    /// <summary>What of the ministries' calls is taken.</summary>
    public CallbackDoor Door { get; }

    /// <summary>What the line of one ministry's system can bear.</summary>
    public LineLimits Limits { get; }

    /// <summary>The codes (MaDoiTac) of the systems that take our callback.</summary>
    public IEnumerable<string> Confirmed => _settings.Partners.Where(partner => partner.Endpoint is not null).Select(partner => partner.MaDoiTac);

    /// <summary>Whether a system takes our callback: then its obligations are stated with ConfirmTo, and otherwise without.</summary>
    public bool Confirms(string maDoiTac) => Find(maDoiTac) is not null;

    /// <inheritdoc/>
    public MinistryEndpoint? Find(string system) => _settings.Partners.FirstOrDefault(partner => partner.MaDoiTac == system)?.Endpoint;

    /// <summary>Tells ministries what became of their payments.</summary>
    /// <param name="time">The clock.</param>
    public MinistryCallbackClient CreateClient(TimeProvider time) => new(_http, _settings, Partners, time);

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
