using DichVuCong.Runtime.Journal;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Parking;
using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Bus.Lanes;

namespace DichVuCong.Simulation.Invariants;

/// <summary>
/// Watches the order per (endpoint, key): what lies before a message, ready or behind something that is parked, is decided before it. Places are
/// those that messages had when they were first met, whatever became of their sequence numbers since.
/// </summary>
internal sealed class OrderWatch
{
    private static readonly JournalOutcome[] Ends = [JournalOutcome.Decided, JournalOutcome.StaleClock, JournalOutcome.NoSaga];

    private readonly Dictionary<Guid, long> _places = [];
    private readonly Dictionary<(short Endpoint, string Key), SortedList<long, Guid>> _waiting = [];

    /// <summary>Says what a batch that is about to be committed has decided too early; null when nothing.</summary>
    public string? FindOvertaken(World world, LaneTransaction open)
    {
        foreach (var message in open.Input.Messages) _places.TryAdd(message.Id, message.Seq);
        var ended = open.Output.Journal.Where(entry => Ends.Contains(entry.Outcome)).Select(entry => entry.Message).ToHashSet();
        var claimed = open.Input.Messages.Select(message => message.Id).ToHashSet();
        foreach (var message in open.Input.Messages.Where(message => ended.Contains(message.Id)))
        {
            var place = _places[message.Id];
            if (_waiting.TryGetValue((message.Endpoint, message.Key), out var waiting))
            {
                if (waiting.Count > 0 && waiting.Keys[0] < place) return $"a message of {message.Key} was decided before one that was held";
                waiting.Remove(place);
            }

            foreach (var other in world.Tables.Ready[message.Lane].Values)
            {
                if (other.Seq >= message.Seq) break;
                // What another producer committed after the claim was nowhere to be seen: between producers nothing is promised.
                if (world.Tables.ArrivalOf(other.Seq) > open.Arrivals) continue;
                if (IsSameKey(other, message) && !claimed.Contains(other.Id)) return $"a message of {message.Key} was decided before an earlier one";
            }
        }

        return null;
    }

    /// <summary>After the commit: what is held or parked now waits before everything that comes later.</summary>
    public void Follow(LaneTransaction open)
    {
        foreach (var (_, message) in open.Output.Held) Wait(message);
        foreach (var parked in open.Output.Parked.Where(parked => parked.ClosesKey)) Wait(parked.Message);
        foreach (var command in open.Output.ParkingCommands.Where(command => command.Action != ParkingAction.Retry))
        {
            if (_places.TryGetValue(command.Message, out var place) && _waiting.TryGetValue((command.Endpoint, command.Key), out var waiting)) waiting.Remove(place);
        }
    }

    private void Wait(Envelope message)
    {
        if (!_waiting.TryGetValue((message.Endpoint, message.Key), out var waiting)) _waiting.Add((message.Endpoint, message.Key), waiting = []);
        waiting.TryAdd(_places[message.Id], message.Id);
    }

    private static bool IsSameKey(Envelope one, Envelope other) => one.Endpoint == other.Endpoint && one.Key == other.Key;
}
