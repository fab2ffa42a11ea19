namespace DichVuCong.Simulation.Bus;

/// <summary>What happens next: the only source of time. Steps of one instant run in the order in which they were put down.</summary>
internal sealed class Agenda(DateTimeOffset start)
{
    private readonly PriorityQueue<Action, (long Ticks, long Order)> _steps = new();
    private long _order;

    /// <summary>The virtual time.</summary>
    public DateTimeOffset Now { get; private set; } = start;

    /// <summary>How many steps have run.</summary>
    public int Steps { get; private set; }

    public void At(DateTimeOffset time, Action step)
    {
        var ticks = Math.Max(time.UtcTicks, Now.UtcTicks);
        _steps.Enqueue(step, (ticks, _order++));
    }

    public void In(TimeSpan wait, Action step) => At(Now + wait, step);

    /// <summary>Runs the next step, if there is one before the end.</summary>
    public bool Step(DateTimeOffset end)
    {
        if (!_steps.TryPeek(out _, out var next) || next.Ticks > end.UtcTicks) return false;
        var step = _steps.Dequeue();
        Now = new DateTimeOffset(next.Ticks, TimeSpan.Zero);
        Steps++;
        step();
        return true;
    }
}
