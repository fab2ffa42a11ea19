using DichVuCong.Runtime.Recording;
using DichVuCong.Saga;

namespace DichVuCong.Simulation.Bus.Registries;

/// <summary>The events that the portal follows, in the order of each dossier.</summary>
internal sealed class VirtualFeed(World world) : IVirtualRecorder
{
    private readonly Dictionary<string, List<object>> _events = new(StringComparer.Ordinal);

    public string Endpoint => Endpoints.PortalFeed;

    public IReadOnlyList<object> Of(string dossier) => _events.TryGetValue(dossier, out var events) ? events : [];

    public void Record(IReadOnlyList<RecordedMessage> messages)
    {
        foreach (var recorded in messages)
        {
            if (!_events.TryGetValue(recorded.Key, out var events)) _events.Add(recorded.Key, events = []);
            events.Add(recorded.Message);
            world.Note("told", recorded.Message.GetType().Name, events.Count);
        }
    }
}
