using DichVuCong.Runtime.Lanes;
using DichVuCong.Simulation.Bus.Hosts;
using DichVuCong.Simulation.Bus.Store;

namespace DichVuCong.Simulation.Bus.Lanes;

/// <summary>Counts the running clocks again when a host has loaded a new calendar, lane by lane, as <c>ClockRecount</c> does.</summary>
internal sealed class ClockRecountJob(World world, VirtualHost host)
{
    private readonly Queue<short> _lanes = new(Enumerable.Range(0, Lane.Count).Select(lane => (short)lane));
    private readonly int _version = host.Calendars.Version;

    public void Start()
    {
        if (world.Mutation != Mutation.ForgetToRecount && world.Tables.Clocks.Count > 0) host.Run(TimeSpan.FromMilliseconds(200), Next);
    }

    /// <summary>A stored clock as the runtime's own record of one that came due.</summary>
    public static ClockFiring FiringOf(World world, ClockRow clock)
    {
        var saga = world.Tables.SagasById[clock.Saga];
        return new ClockFiring(
            clock.Saga, clock.Name, clock.Lane, clock.Serial, clock.Due, clock.Terms, clock.CalendarVersion, saga.Type, saga.Key, saga.Flow);
    }

    private void Next()
    {
        if (_version < host.Calendars.Version) return;
        while (_lanes.TryDequeue(out var lane))
        {
            if (!world.Tables.IsLocked(lane))
            {
                Count(lane);
                continue;
            }

            _lanes.Enqueue(lane);
            host.Run(TimeSpan.FromMilliseconds(3), Next);
            return;
        }

        world.WakeHosts();
    }

    private void Count(short lane)
    {
        var stale = world.Tables.Clocks.Values
            .Where(clock => clock is { State: ClockState.Running, Terms: not null } && clock.Lane == lane && clock.CalendarVersion < _version)
            .ToList();
        foreach (var clock in stale)
        {
            var due = host.Calendars.Due(clock.Terms!);
            world.Tables.Set(clock with { Due = due, CalendarVersion = _version });
            world.WakeAt(due);
            if (due == clock.Due) continue;
            var moved = FiringOf(world, clock) with { MovedTo = due, CalendarVersion = _version };
            world.Tables.Enqueue(moved.ToMessage(world.Topology, world.Vocabulary, world.Now), world.Tables.NextSeq());
        }
    }
}
