using DichVuCong.Adapters.NationalData;
using DichVuCong.Adapters.NationalData.Http;
using DichVuCong.Contracts.Identity;
using DichVuCong.Identity.Settings;
using DichVuCong.Registries.Identity;

namespace DichVuCong.Identity.Sources;

/// <summary>The national databases, counted and bounded like the sources of identity; none of them where the platform is not configured.</summary>
public sealed class NationalSources : INationalData, IDisposable
{
    /// <summary>The partner's name, as operators see it.</summary>
    public const string Partner = "national-data";

    private const int MostAtOnce = 64;
    private static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(5);

    private readonly HttpClient _http = NationalHttp.CreateClient();
    private readonly SemaphoreSlim _room = new(MostAtOnce);
    private readonly NationalDataClient? _client;
    private readonly PartnerPulse _pulse;
    private readonly TimeProvider _time;

    /// <summary>Makes them.</summary>
    public NationalSources(IdentitySettings settings, PartnerPulse pulse, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (_pulse, _time) = (pulse, time);
        _client = settings.NationalData is { } national ? new NationalDataClient(national, _http, time) : null;
    }

    /// <inheritdoc/>
    public Task<IdentityAnswer<NationalRecord>> CitizenAsync(CitizenQuestion question, CancellationToken cancellationToken) =>
        AskAsync(client => client.CitizenAsync(question, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<IdentityAnswer<NationalRecord>> EnterpriseAsync(EnterpriseQuestion question, CancellationToken cancellationToken) =>
        AskAsync(client => client.EnterpriseAsync(question, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _client?.Dispose();
        _http.Dispose();
        _room.Dispose();
    }

    private async Task<IdentityAnswer<NationalRecord>> AskAsync(
        Func<NationalDataClient, Task<IdentityAnswer<NationalRecord>>> ask, CancellationToken cancellationToken)
    {
        if (_client is null) return new IdentityAnswer<NationalRecord>.Refused(IdentityRefusal.Configuration, "not-configured", "the national service platform is not configured");
        if (!await _room.WaitAsync(TimeSpan.Zero, cancellationToken)) return new IdentityAnswer<NationalRecord>.Away("too many wait for it already", ComeBack);
        try
        {
            var began = _time.GetTimestamp();
            var answer = await ask(_client);
            _pulse.Note(Partner, answer, _time.GetUtcNow(), _time.GetElapsedTime(began));
            return answer;
        }
        finally
        {
            _room.Release();
        }
    }
}
