using DichVuCong.Messaging;
using DichVuCong.Runtime.Identity;
using DichVuCong.Runtime.Lines;

namespace DichVuCong.Runtime.Restoring;

/// <summary>
/// After a restore: which calls may have been made already, by the life of the database that was lost. An effect's id begins with the time of
/// what caused it first - a call at the door, a clock's due time - and is the same when the decision is repeated. So whatever was caused
/// before the restore was marked may have been done; whatever was caused since is new. There is no window to choose and none that ends.
/// </summary>
internal sealed record DoubtAfterRestore(DateTimeOffset RestoredTo, DateTimeOffset MarkedAt)
{
    /// <summary>The doubt that stands on a database; null when it was never restored.</summary>
    public static DoubtAfterRestore? Of(Incarnation incarnation) =>
        incarnation.RestoredTo is { } restoredTo ? new DoubtAfterRestore(restoredTo, incarnation.MarkedAt) : null;

    /// <summary>Whether nobody knows if a call was made: it was caused before, and nothing is known of it since.</summary>
    public bool Concerns(OutboundCall call) =>
        !call.AskNext && DerivedId.TimeOf(call.Id) <= MarkedAt && (call.CalledAt is null || call.CalledAt < MarkedAt);

    /// <summary>What is done about such a call, by what its operation declares.</summary>
    /// <param name="repeatability">What it declares.</param>
    /// <param name="sentAt">When the saga sent the command.</param>
    /// <param name="now">The time.</param>
    public FirstStep StepFor(Repeatability repeatability, DateTimeOffset sentAt, DateTimeOffset now) => repeatability switch
    {
        { Class: RepeatabilityClass.CanBeAsked } => FirstStep.Ask,
        { Class: RepeatabilityClass.Deduplicates, Window: null } => FirstStep.Call,
        // Such a partner knows a call by what it says, for a while. One that stood in its line at the time restored to says the same again; one
        // that is decided now may say it in other words. And it may have been made at any time since the one restored to.
        { Class: RepeatabilityClass.Deduplicates, Window: { } window } when sentAt <= RestoredTo && now < RestoredTo + window => FirstStep.Call,
        _ => FirstStep.Unknown,
    };
}

/// <summary>The reasons under which doubts are counted.</summary>
public static class DoubtReasons
{
    /// <summary>A call that the life of the database before a restore may have made.</summary>
    public const string Restored = "It may have been made before the database was restored.";
}

/// <summary>How a call begins that may have been made already.</summary>
internal enum FirstStep : byte
{
    /// <summary>The partner is asked.</summary>
    Ask,

    /// <summary>It is made: the partner recognises a repetition.</summary>
    Call,

    /// <summary>Its outcome is unknown: the setting decides, and the case is counted.</summary>
    Unknown,
}
