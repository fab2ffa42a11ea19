using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Bus.Hosts;
using DichVuCong.Simulation.Chance;

namespace DichVuCong.Simulation.Plans;

/// <summary>Makes up what goes wrong with the hosts, the database and the partners.</summary>
internal static class FaultMaker
{
    private static readonly string[] Partners = ["onestop:H29", "onestop:H60", "onestop:G12", "sms:viettel", "email"];

    private static readonly Point[] OfHosts =
        [Point.BatchDecided, Point.BatchCommitted, Point.CyclePrepared, Point.CycleCommitted, Point.CallStarted, Point.CallReturned];

    /// <summary>Frozen for so long a host keeps its lines.</summary>
    private static readonly TimeSpan WithinLease = TimeSpan.FromSeconds(8);

    public static IEnumerable<PlanItem> Make(Dice dice, DateTimeOffset start, int days)
    {
        var minutes = days * 24 * 60;
        DateTimeOffset Sometime() => start + TimeSpan.FromMinutes(dice.Next(dice.Happens(60) ? 600 : minutes));
        var items = new List<PlanItem>();
        for (var fault = dice.Next(14); fault > 0; fault--)
        {
            var frozen = dice.Happens(40) ? TimeSpan.FromSeconds(dice.Pick(3, 8, 25, 70, 200)) : (TimeSpan?)null;
            items.Add(Spared(new HostFault(Sometime(), dice.Next(3), dice.Pick<Point>(OfHosts), frozen, TimeSpan.FromSeconds(dice.Between(1, 60)))));
        }

        for (var fault = dice.Next(4); fault > 0; fault--)
        {
            var point = dice.Pick(Point.GroupCollected, Point.GroupCommitted);
            items.Add(new HostFault(Sometime(), World.Gateway, point, FrozenFor: null, TimeSpan.FromSeconds(dice.Between(1, 30))));
        }

        for (var stop = dice.Next(3); stop > 0; stop--) items.Add(new DatabaseStop(Sometime()));
        if (dice.Happens(40)) items.Add(new ClockFallsBack(Sometime(), TimeSpan.FromMinutes(dice.Between(5, 200)), TimeSpan.FromMinutes(dice.Between(60, 900))));
        for (var mood = dice.Next(9); mood > 0; mood--) items.Add(MoodOf(dice, Sometime()));
        if (dice.Happens(20)) items.Add(new OldBackup(Sometime(), dice.Pick<string>(Partners.AsSpan(..3)), TimeSpan.FromHours(dice.Between(1, 30))));
        return items;
    }

    /// <summary>
    /// A host that holds an answer is frozen for less than its lease: that a former owner's answer ends a call which the new one has tried again is
    /// an open finding of the lines (see the page of the simulation).
    /// </summary>
    private static HostFault Spared(HostFault fault) =>
        fault is { Point: Point.CallReturned, FrozenFor: { } time } && time > WithinLease ? fault with { FrozenFor = WithinLease } : fault;

    private static Mood MoodOf(Dice dice, DateTimeOffset at)
    {
        var partner = dice.Pick<string>(Partners);
        var kind = (MoodKind)dice.Next(Enum.GetValues<MoodKind>().Length);
        // A mail server that gets a mail twice delivers it twice, and no caller can help it: that is no fault of the way to it.
        if (partner == "email" && kind == MoodKind.Repeats) kind = MoodKind.LosesAnswers;
        if (kind is MoodKind.SaysDone or MoodKind.SaysRefused && dice.Happens(60)) kind = MoodKind.Garbles;
        var time = TimeSpan.FromMinutes(dice.Pick(5, 30, 120, 400));
        return new Mood(at, at + time, partner, kind, dice.Pick(20, 60, 100));
    }
}
