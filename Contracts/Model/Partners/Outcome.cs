namespace DichVuCong.Messaging;

/// <summary>How a call to a partner ended. The first four are what a call may return; the last two only answer a question about an earlier call.</summary>
public enum OutcomeKind : byte
{
    /// <summary>The partner did it, or had done it already.</summary>
    Done = 1,

    /// <summary>A business answer: the partner will not do it. It goes to the saga; nothing is retried.</summary>
    Refused = 2,

    /// <summary>Nothing was done; trying again later may help. Back-off with jitter.</summary>
    Transient = 3,

    /// <summary>It may or may not have been done. The partner is asked before the call is repeated, where it can be asked.</summary>
    Unknown = 4,

    /// <summary>Asked: the partner knows nothing of the call, so it may be sent again.</summary>
    Absent = 5,

    /// <summary>Asked: the partner has it and is not finished. It is asked again later.</summary>
    Pending = 6,
}

/// <summary>The outcome of a call to a partner: a closed set, each with what it needs.</summary>
public sealed class Outcome
{
    private Outcome(OutcomeKind kind, object? reply, string? reason, TimeSpan? retryAfter, FaultSide? side = null)
    {
        Kind = kind;
        Reply = reply;
        Reason = reason is null ? null : OutcomeReason.Storable(reason);
        RetryAfter = retryAfter;
        Side = side ?? (kind is OutcomeKind.Transient or OutcomeKind.Unknown ? FaultSide.Partner : null);
    }

    /// <summary>Which outcome.</summary>
    public OutcomeKind Kind { get; }

    /// <summary>The message that goes back to the saga that sent the command; null when it wants none.</summary>
    public object? Reply { get; }

    /// <summary>
    /// Why, in English, for the operator; a partner's own words may be in it. Never personal data. At most 1,000 characters, without any that
    /// a database could not store.
    /// </summary>
    public string? Reason { get; }

    /// <summary>How long the partner asked us to wait.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>
    /// Whose doing it was that a call failed, for the operator who asks whether it is us, them or the network; the partner's unless
    /// <see cref="By"/> said otherwise. Null for what did not fail.
    /// </summary>
    public FaultSide? Side { get; }

    /// <summary>The partner did it, or had done it already.</summary>
    public static Outcome Done(object? reply = null, string? reason = null) => new(OutcomeKind.Done, reply, reason, retryAfter: null);

    /// <summary>The partner will not do it.</summary>
    public static Outcome Refused(string reason, object? reply = null) => new(OutcomeKind.Refused, reply, reason, retryAfter: null);

    /// <summary>Nothing was done; try again later.</summary>
    public static Outcome Transient(string reason, TimeSpan? retryAfter = null) => new(OutcomeKind.Transient, reply: null, reason, retryAfter);

    /// <summary>It may or may not have been done.</summary>
    public static Outcome Unknown(string reason) => new(OutcomeKind.Unknown, reply: null, reason, retryAfter: null);

    /// <summary>Asked: the partner knows nothing of it.</summary>
    public static Outcome Absent(string reason) => new(OutcomeKind.Absent, reply: null, reason, retryAfter: null);

    /// <summary>Asked: the partner is still at it.</summary>
    public static Outcome Pending(string reason) => new(OutcomeKind.Pending, reply: null, reason, retryAfter: null);

    /// <summary>The same failure, and whose doing it was.</summary>
    /// <exception cref="InvalidOperationException">It is no failure.</exception>
    public Outcome By(FaultSide side) => Side is null
        ? throw new InvalidOperationException($"An outcome {Kind} is nobody's fault.")
        : new Outcome(Kind, Reply, Reason, RetryAfter, side);

    /// <inheritdoc/>
    public override string ToString() => Reason is null ? Kind.ToString() : $"{Kind}: {Reason}";
}
