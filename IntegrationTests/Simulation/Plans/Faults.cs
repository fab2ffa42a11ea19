using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Bus.Hosts;

namespace DichVuCong.Simulation.Plans;

/// <summary>A host is killed, or frozen, at the first such point that it passes from now on.</summary>
/// <param name="At">From when on.</param>
/// <param name="Host">The host; <see cref="World.Gateway"/> is the gateway.</param>
/// <param name="Point">Between which steps.</param>
/// <param name="FrozenFor">How long it is frozen; null when it is killed.</param>
/// <param name="Restart">After how long a killed one is back.</param>
internal sealed record HostFault(DateTimeOffset At, int Host, Point Point, TimeSpan? FrozenFor, TimeSpan Restart) : Fault(At)
{
    public override void Happen(World world) => world.Faults.Arm(this);
}

/// <summary>The database is stopped and started again: every transaction and every session ends.</summary>
internal sealed record DatabaseStop(DateTimeOffset At) : Fault(At)
{
    public override void Happen(World world)
    {
        foreach (var host in world.Hosts) host.LoseConnections();
        world.Door.LoseConnection();
    }
}

/// <summary>The database's clock falls back, for a while.</summary>
internal sealed record ClockFallsBack(DateTimeOffset At, TimeSpan By, TimeSpan For) : Fault(At)
{
    public override void Happen(World world)
    {
        world.DatabaseLag = By;
        world.Agenda.In(For, () => world.DatabaseLag = TimeSpan.Zero);
    }
}

/// <summary>What goes wrong between us and a partner, in part of the calls.</summary>
internal enum MoodKind
{
    /// <summary>Nobody answers the door: nothing was done, and we know it.</summary>
    Down,

    /// <summary>The request never arrives.</summary>
    LosesRequests,

    /// <summary>It is done, and the answer never arrives.</summary>
    LosesAnswers,

    /// <summary>It is done later than we wait for an answer.</summary>
    Late,

    /// <summary>It takes nearly all the time there is.</summary>
    Slow,

    /// <summary>The request arrives twice.</summary>
    Repeats,

    /// <summary>The answer cannot be read.</summary>
    Garbles,

    /// <summary>It is done, and the answer says that it is refused.</summary>
    SaysRefused,

    /// <summary>It is not done, and the answer says that it is.</summary>
    SaysDone,
}

/// <summary>A time in which a partner, or the way to it, misbehaves.</summary>
/// <param name="At">From when.</param>
/// <param name="Until">Until when.</param>
/// <param name="Partner">The line's partner.</param>
/// <param name="Kind">How.</param>
/// <param name="Percent">In how many of a hundred calls.</param>
internal sealed record Mood(DateTimeOffset At, DateTimeOffset Until, string Partner, MoodKind Kind, int Percent) : Fault(At)
{
    public override void Happen(World world) => world.Faults.Begin(this);
}

/// <summary>A partner comes back from a backup: it has forgotten what it was told in the last hours.</summary>
internal sealed record OldBackup(DateTimeOffset At, string Partner, TimeSpan Lost) : Fault(At)
{
    public override void Happen(World world) => world.Partners.Forget(Partner, world.Now - Lost);
}
