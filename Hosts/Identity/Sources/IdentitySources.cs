using DichVuCong.Adapters.VNeID.Broker;
using DichVuCong.Adapters.VNeID.Direct;
using DichVuCong.Adapters.VNeID.Http;
using DichVuCong.Contracts.Identity;
using DichVuCong.Identity.Settings;
using DichVuCong.Registries.Identity;

namespace DichVuCong.Identity.Sources;

/// <summary>The sources of identity that are configured, for the life of the host.</summary>
public sealed class IdentitySources : IDisposable
{
    private readonly HttpClient _http = IdentityHttp.CreateClient();
    private readonly VneidProvider? _vneid;
    private readonly List<WatchedSource> _all = [];

    /// <summary>Makes them.</summary>
    public IdentitySources(IdentitySettings settings, PartnerPulse pulse, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Vneid is { } vneid) _all.Add(new WatchedSource(_vneid = new VneidProvider(vneid, _http, time), pulse, time));
        if (settings.Broker is { } broker) _all.Add(new WatchedSource(new BrokerProvider(broker, _http, time), pulse, time));
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<IIdentityProvider> All => _all;

    /// <summary>The source of a name; null when there is none.</summary>
    public IIdentityProvider? Find(string? name) => _all.Find(source => source.Name == name);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var source in _all) source.Dispose();
        _vneid?.Dispose();
        _http.Dispose();
    }
}
