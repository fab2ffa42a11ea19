using DichVuCong.Simulation.Bus;

namespace DichVuCong.Simulation.Plans;

/// <summary>
/// One thing that the outside does to the system. A history is a list of them; leaving some out makes a shorter history that goes on by itself.
/// </summary>
/// <param name="At">When.</param>
internal abstract record PlanItem(DateTimeOffset At)
{
    /// <summary>Makes it happen.</summary>
    public abstract void Happen(World world);
}

/// <summary>Something done to the machinery: the plan's quiet end begins after the last of them.</summary>
internal abstract record Fault(DateTimeOffset At) : PlanItem(At);
