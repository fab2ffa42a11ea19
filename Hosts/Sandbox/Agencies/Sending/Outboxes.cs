using System.Collections.Frozen;
using DichVuCong.Sandbox.Agencies.Systems;
using DichVuCong.Sandbox.Hosting;
using DichVuCong.Sandbox.Settings;

namespace DichVuCong.Sandbox.Agencies.Sending;

/// <summary>The outboxes of all systems.</summary>
internal sealed class Outboxes : IDisposable
{
    private readonly FrozenDictionary<AgencySystem, SystemOutbox> _outboxes;

    /// <summary>Creates them, empty.</summary>
    public Outboxes(SystemDirectory systems, SandboxOptions options, PortalHttp http, CurrentSettings settings, TimeProvider time, SendingDesk desk) =>
        _outboxes = systems.All.ToFrozenDictionary(
            system => system, system => new SystemOutbox(system, options.Gateway, http, settings, time, desk));

    /// <summary>How many items wait to be sent for the first time or again.</summary>
    public int Waiting => _outboxes.Values.Sum(outbox => outbox.Waiting);

    /// <summary>Gives an item to its system.</summary>
    public void Add(OutboxItem item) => _outboxes[item.Dossier.System].Add(item);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var outbox in _outboxes.Values) outbox.Dispose();
    }
}
