namespace DichVuCong.Runtime.Lanes;

/// <summary>How much a batch takes and where it begins.</summary>
/// <param name="Lanes">Lanes at most.</param>
/// <param name="Messages">Messages at most.</param>
/// <param name="StartLane">The lane to begin with.</param>
/// <param name="StartFlow">The flow to begin with.</param>
/// <param name="LookAtClocks">Whether due clocks are looked at.</param>
/// <param name="LookBelowTheMarks">Whether the lanes are looked at from their very beginning, and their marks moved up.</param>
internal readonly record struct BatchSize(
    int Lanes, int Messages, int StartLane, int StartFlow, bool LookAtClocks, bool LookBelowTheMarks = false);

/// <summary>What a batch did.</summary>
/// <param name="Messages">Messages claimed.</param>
/// <param name="LanesLocked">Lanes it held.</param>
/// <param name="LanesWithWork">Lanes that had work when it looked.</param>
/// <param name="IsFull">Whether more was there than it took.</param>
/// <param name="Output">What it wrote; null when it found nothing.</param>
internal sealed record BatchResult(int Messages, int LanesLocked, int LanesWithWork, bool IsFull, BatchOutput? Output)
{
    /// <summary>The last of the lanes it held, in its own order.</summary>
    public int LastLane { get; init; }

    /// <summary>The flow with which the next batch should begin.</summary>
    public int NextStartFlow { get; init; } = int.MinValue;

    public static BatchResult Nothing(int lanesWithWork) => new(0, 0, lanesWithWork, IsFull: false, Output: null);
}

/// <summary>A row of a batch broke the database's own checks. Everything was rolled back; the message at fault is among these.</summary>
/// <param name="messages">The messages of the batch, in their order.</param>
/// <param name="fault">The database's code and names; never a value.</param>
/// <param name="inner">What the database said.</param>
internal sealed class FaultyBatchException(IReadOnlyList<Envelope> messages, string fault, Exception inner) : Exception(fault, inner)
{
    public IReadOnlyList<Envelope> Messages { get; } = messages;
}
