using DichVuCong.Runtime.Lanes;
using DichVuCong.Simulation.Bus.Hosts;
using DichVuCong.Simulation.Bus.Store;

namespace DichVuCong.Simulation.Bus.Lanes;

/// <summary>The first half of a batch, as <c>LaneBatch</c> runs it: locks, claims, loads, and lets the runtime's own decider decide.</summary>
internal static class BatchStart
{
    public static LaneTransaction? TryBegin(World world, VirtualHost host, Session session)
    {
        var now = world.DatabaseNow;
        var lanes = Lock(world, session, now);
        if (lanes.Count == 0) return null;
        var firings = Firings(world, host, lanes, now);
        var expired = Expired(world, lanes, now);
        var arrivals = world.Tables.Arrivals;
        var messages = BatchClaim.Take(world, lanes);
        var input = BatchLoad.Load(world, host, now, messages, firings, expired);
        var output = new Decider(world.Topology, world.Vocabulary, world.Subscribers, world.LineDirectory, input).Decide();
        foreach (var clock in output.UnknownClocks) world.Learn(clock);
        return new LaneTransaction
        {
            Session = session,
            Lanes = lanes,
            Input = input,
            Arrivals = arrivals,
            Output = output,
            ReadySeqs = [.. output.Ready.Select(_ => world.Tables.NextSeq())],
            CallSeqs = [.. output.Outbound.Select(_ => world.Tables.NextSeq())],
        };
    }

    /// <summary>Locks some of the lanes with work that nobody holds.</summary>
    private static List<short> Lock(World world, Session session, DateTimeOffset now)
    {
        var work = world.LanesWithWork(now);
        if (work == 0) return [];
        var (most, start) = ((int)world.Fate.Between(1, 8, "lanes", world.Now.UtcTicks), (int)world.Fate.Between(0, Lane.Count - 1, "first lane", world.Now.UtcTicks));
        var lanes = new List<short>();
        for (var index = 0; index < Lane.Count && lanes.Count < most; index++)
        {
            var lane = (start + index) % Lane.Count;
            if ((work & (1UL << lane)) == 0 || world.Tables.IsLocked(lane)) continue;
            world.Tables.LaneLocks[lane] = session;
            lanes.Add((short)lane);
        }

        return lanes;
    }

    private static List<ClockFiring> Firings(World world, VirtualHost host, List<short> lanes, DateTimeOffset now) =>
    [
        .. world.Tables.DueClocks(now).Where(clock => lanes.Contains(clock.Lane))
            .OrderBy(clock => clock.Saga).ThenBy(clock => clock.Name)
            .Select(clock => ClockRecountJob.FiringOf(world, clock).Recount(host.Calendars, now)),
    ];

    private static List<Envelope> Expired(World world, List<short> lanes, DateTimeOffset now) =>
        [.. world.Tables.Waiting.Where(row => row.Until <= now && lanes.Contains(row.Message.Lane)).Select(row => row.Message)];
}
