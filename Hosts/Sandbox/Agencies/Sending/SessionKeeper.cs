using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Sandbox.Agencies.Systems;
using DichVuCong.Sandbox.Settings;

namespace DichVuCong.Sandbox.Agencies.Sending;

/// <summary>A system's session: kept for a while, made anew when it is old or refused (1.2).</summary>
internal sealed class SessionKeeper(AgencySystem system, PortalAddresses addresses, PortalHttp http, CurrentSettings settings, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly byte[] _login = ClientRequests.Login(new LoginRequest { Username = system.Login, Password = system.Password });
    private volatile Kept? _kept;

    /// <summary>The session; null when the portal gives none now.</summary>
    public async ValueTask<string?> GetAsync(CancellationToken cancellationToken)
    {
        if (Fresh() is { } known) return known;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (Fresh() is { } made) return made;
            var reply = await http.PostAsync(addresses.Login, addresses.DstCodeHeader, authorization: null, _login, cancellationToken);
            if (reply is not { ErrorCode: 0, Session: { Length: > 0 } session }) return null;
            _kept = new Kept(session, time.GetUtcNow());
            return session;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The portal does not know a session any more.</summary>
    public void Drop(string session)
    {
        if (_kept is { } kept && kept.Session == session) _kept = null;
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private string? Fresh() =>
        _kept is { } kept && time.GetUtcNow() - kept.Since < TimeSpan.FromSeconds(settings.Value.SessionSeconds) ? kept.Session : null;

    private sealed record Kept(string Session, DateTimeOffset Since);
}
