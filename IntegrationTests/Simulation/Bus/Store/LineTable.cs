using DichVuCong.Runtime.Lines;

namespace DichVuCong.Simulation.Bus.Store;

/// <summary>A partner's line: its row, and the calls that lie on it.</summary>
internal sealed class LineTable(LineSettings settings)
{
    public LineSettings Settings { get; set; } = settings;

    /// <summary>Rises with every change of owner.</summary>
    public long Epoch { get; private set; }

    /// <summary>The session that holds the line's advisory lock; it may be dead.</summary>
    public Session? Lock { get; private set; }

    /// <summary>Whether the row names an owner, living or dead.</summary>
    public bool HasOwner { get; private set; }

    public SortedList<long, CallRow> Outbound { get; } = [];

    public SortedList<long, LaterRow> Later { get; } = [];

    public SortedList<long, AttemptRow> Attempts { get; } = [];

    public bool IsIdle => Outbound.Count == 0 && Later.Count == 0 && Attempts.Count == 0;

    /// <summary>Whether the lock can be had.</summary>
    public bool IsFree => Lock is not { IsAlive: true };

    public long Acquire(Session session)
    {
        (Lock, HasOwner) = (session, true);
        return ++Epoch;
    }

    public void Release() => (Lock, HasOwner) = (null, false);
}
