using DichVuCong.Contracts.Parcels;
using DichVuCong.Runtime.Recording;
using DichVuCong.Saga;

namespace DichVuCong.Simulation.Bus.Registries;

/// <summary>The registry of parcels: where each stands, and the post's events, each once.</summary>
internal sealed class VirtualParcels(World world) : IVirtualRecorder
{
    private readonly Dictionary<string, UpdateParcelRow> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TrackingEvent> _events = new(StringComparer.Ordinal);

    public string Endpoint => ParcelEndpoints.Registry;

    public IReadOnlyDictionary<string, UpdateParcelRow> Rows => _rows;

    public IReadOnlyDictionary<string, TrackingEvent> Events => _events;

    public void Record(IReadOnlyList<RecordedMessage> messages)
    {
        foreach (var recorded in messages)
        {
            if (recorded.Message is UpdateParcelRow row) _rows[row.Parcel.Value] = row;
            if (recorded.Message is KeepTracking kept)
            {
                foreach (var told in kept.Events) _events.TryAdd(told.Id, told);
            }

            world.Note("parcels", recorded.Message.GetType().Name, _events.Count);
        }
    }
}
