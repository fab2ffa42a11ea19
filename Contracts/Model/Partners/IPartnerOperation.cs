namespace DichVuCong.Messaging;

/// <summary>One operation of one partner: an adapter's handler, where all I/O is.</summary>
/// <typeparam name="TCommand">The command that a saga sends.</typeparam>
public interface IPartnerOperation<in TCommand>
    where TCommand : class
{
    /// <summary>What may be done when the outcome of <paramref name="command"/> is not known.</summary>
    Repeatability RepeatabilityOf(TCommand command);

    /// <summary>
    /// Calls the partner. It returns an outcome for everything the partner or the network may do, a cut connection or a time-out included;
    /// an exception means a defect of the adapter, and counts as <see cref="OutcomeKind.Unknown"/>.
    /// </summary>
    Task<Outcome> CallAsync(TCommand command, PartnerCall call, CancellationToken cancellationToken);

    /// <summary>
    /// Asks the partner what became of an earlier call: done, refused, absent, pending, or unknown when it cannot say now. Only called for
    /// <see cref="RepeatabilityClass.CanBeAsked"/>.
    /// </summary>
    Task<Outcome> AskAsync(TCommand command, PartnerCall call, CancellationToken cancellationToken);
}

/// <summary>The circumstances of a call.</summary>
/// <param name="IdempotencyKey">The id of the command: the same in all attempts, the partner's key where it takes one.</param>
/// <param name="Partner">The line's partner, e.g. <c>onestop:H29</c>.</param>
/// <param name="Attempt">1 for the first attempt.</param>
/// <param name="FirstSentAt">When the saga sent the command.</param>
/// <param name="Timeout">How long the call may take.</param>
public sealed record PartnerCall(Guid IdempotencyKey, string Partner, int Attempt, DateTimeOffset FirstSentAt, TimeSpan Timeout);
