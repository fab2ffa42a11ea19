using DichVuCong.Messaging;

namespace DichVuCong.Runtime.Lines;

/// <summary>What one commit of the pump holds: the outcomes of many calls, what follows from them, and the marks of the next calls.</summary>
internal sealed class PumpCycle
{
    /// <summary>Calls that came back.</summary>
    public List<ResolvedCall> Resolved { get; } = [];

    /// <summary>Calls that go out after the commit.</summary>
    public List<(Line Line, OutboundCall Call)> Starts { get; } = [];

    /// <summary>Calls of closed keys.</summary>
    public List<(Line Line, OutboundCall Call)> Held { get; } = [];

    /// <summary>Circuits that changed.</summary>
    public List<(int Line, string State)> Circuits { get; } = [];

    /// <summary>Keys whose call somebody else has finished: what was held behind it goes back.</summary>
    public List<(Line Line, string Key)> Reopened { get; } = [];

    /// <summary>What is to be written down about the partners; null when it is not time for it.</summary>
    public LineHealth? Health { get; set; }

    public bool IsEmpty =>
        Resolved.Count == 0 && Starts.Count == 0 && Held.Count == 0 && Circuits.Count == 0 && Reopened.Count == 0 && Health is null;
}

/// <summary>A call that came back and what follows.</summary>
/// <param name="Completed">The call.</param>
/// <param name="Next">What follows.</param>
internal sealed record ResolvedCall(CompletedCall Completed, NextStep Next)
{
    public OutboundCall Call => Completed.Call;

    public Line Line => Completed.Line;

    /// <summary>Whether it is over, one way or the other.</summary>
    public bool IsOver => Next is NextStep.Finish or NextStep.GiveUp;

    public OutcomeKind Kind => Completed.Attempt?.Outcome.Kind ?? OutcomeKind.Unknown;

    /// <summary>The row is gone: an earlier owner's late answer finished it while this one was put aside.</summary>
    public bool IsGone { get; set; }

    /// <summary>It is over, and was before: somebody else's answer came first, and what waits behind it is still held.</summary>
    public bool IsLate { get; set; }

    /// <summary>When it is due again; null when it is over or parked.</summary>
    public DateTimeOffset? DueAgain => Next switch
    {
        NextStep.CallAgain again => again.At,
        NextStep.CallAgainInDoubt again => again.At,
        NextStep.Ask ask => ask.At,
        _ => null,
    };
}
