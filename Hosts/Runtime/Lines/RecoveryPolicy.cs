using DichVuCong.Messaging;

namespace DichVuCong.Runtime.Lines;

/// <summary>What is done next about a call. A closed set.</summary>
internal abstract record NextStep
{
    private NextStep() { }

    /// <summary>It is over; the reply goes to the saga.</summary>
    public sealed record Finish : NextStep;

    /// <summary>It is called again.</summary>
    public sealed record CallAgain(DateTimeOffset At) : NextStep;

    /// <summary>The partner is asked first.</summary>
    public sealed record Ask(DateTimeOffset At) : NextStep;

    /// <summary>It is called again although that may do it twice: counted as a possible double.</summary>
    public sealed record CallAgainInDoubt(DateTimeOffset At) : NextStep;

    /// <summary>It is given up although it may not have been done: counted as a possible loss and shown.</summary>
    public sealed record GiveUp : NextStep;

    /// <summary>Its budget is used up: an operator must look, and the key's later calls wait.</summary>
    public sealed record Park(string Reason) : NextStep;

    /// <summary>This build does not know the command: the key is held until a host of a newer build takes it up.</summary>
    public sealed record WaitForNewerBuild : NextStep;
}

/// <summary>Decides what follows an outcome: pure, apart from the effect.</summary>
internal static class RecoveryPolicy
{
    /// <summary>Decides.</summary>
    /// <param name="attempt">The attempt, its outcome and what was declared about the operation.</param>
    /// <param name="limits">The line's limits.</param>
    /// <param name="now">The time.</param>
    /// <param name="chance">A number from 0 to 1, for the jitter.</param>
    public static NextStep Decide(FinishedAttempt attempt, LineLimits limits, DateTimeOffset now, double chance)
    {
        var again = now + (attempt.Outcome.RetryAfter ?? Backoff.After(limits, Math.Max(1, attempt.Attempts), chance));
        var step = attempt.Outcome.Kind switch
        {
            OutcomeKind.Done or OutcomeKind.Refused => new NextStep.Finish(),
            OutcomeKind.Transient when attempt.WasQuestion => new NextStep.Ask(again),
            OutcomeKind.Transient => new NextStep.CallAgain(again),
            OutcomeKind.Unknown when !attempt.WasQuestion => AfterUnknown(attempt, again, now),
            OutcomeKind.Absent => AfterAbsent(attempt, limits, now),
            _ => new NextStep.Ask(again),
        };
        return step is NextStep.Finish or NextStep.GiveUp || WithinBudget(attempt, limits, now)
            ? step
            : new NextStep.Park($"Budget used up after {attempt.Attempts} attempts: {attempt.Outcome.Reason}");
    }

    private static NextStep AfterUnknown(FinishedAttempt attempt, DateTimeOffset again, DateTimeOffset now) => attempt.Repeatability switch
    {
        { Class: RepeatabilityClass.CanBeAsked } => new NextStep.Ask(again),
        { Class: RepeatabilityClass.Deduplicates, Window: null } => new NextStep.CallAgain(again),
        { Class: RepeatabilityClass.Deduplicates, Window: { } window } when again < attempt.CalledAt + window => new NextStep.CallAgain(again),
        { WhenUnknown: WhenUnknown.SendAgain } => new NextStep.CallAgainInDoubt(again),
        _ => new NextStep.GiveUp(),
    };

    /// <summary>"Unknown to us" counts only when the earlier call can no longer be on its way.</summary>
    private static NextStep AfterAbsent(FinishedAttempt attempt, LineLimits limits, DateTimeOffset now)
    {
        var settled = attempt.CalledAt + limits.CallTimeout;
        return now >= settled ? new NextStep.CallAgain(now) : new NextStep.Ask(settled);
    }

    private static bool WithinBudget(FinishedAttempt attempt, LineLimits limits, DateTimeOffset now) =>
        attempt.Attempts < limits.MaxAttempts && now - attempt.SentAt < limits.GiveUpAfter;
}

/// <summary>A call, or a question about one, that is over.</summary>
/// <param name="Outcome">Its outcome.</param>
/// <param name="WasQuestion">Whether the partner was asked instead of called.</param>
/// <param name="Attempts">Calls so far, this one included.</param>
/// <param name="Repeatability">What may be done when the outcome is unknown.</param>
/// <param name="SentAt">When the saga sent the command.</param>
/// <param name="CalledAt">When the last call went out.</param>
internal sealed record FinishedAttempt(
    Outcome Outcome, bool WasQuestion, int Attempts, Repeatability Repeatability, DateTimeOffset SentAt, DateTimeOffset CalledAt);
