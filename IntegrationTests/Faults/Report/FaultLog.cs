using DichVuCong.Faults.Plan;

namespace DichVuCong.Faults.Report;

/// <summary>What was really injected, and when.</summary>
internal sealed class FaultLog(TimeProvider time, TextWriter console)
{
    private readonly List<(DateTimeOffset At, string Text)> _lines = [];
    private readonly Lock _gate = new();

    /// <summary>The timeline.</summary>
    public IReadOnlyList<(DateTimeOffset At, string Text)> Lines
    {
        get
        {
            lock (_gate) return [.. _lines];
        }
    }

    /// <summary>Faults that were injected.</summary>
    public List<PlannedFault> Injected { get; } = [];

    /// <summary>Says that something happened.</summary>
    public void Say(string text)
    {
        var now = time.GetUtcNow();
        lock (_gate) _lines.Add((now, text));
        console.WriteLine($"{now:HH:mm:ss.fff} {text}");
    }
}
