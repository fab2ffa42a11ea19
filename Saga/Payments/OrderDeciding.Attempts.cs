using DichVuCong.Contracts.Payments;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Saga.Payments;

/// <content>The attempts to pay, and asking the partners about them.</content>
internal sealed partial class OrderDeciding
{
    /// <summary>
    /// The citizen tries to pay at a partner. That is watched even when the order can no longer be paid: the link was given, so money may come.
    /// </summary>
    public void Start(StartPayment message)
    {
        var started = WholeSeconds.Of(message.StartedAt);
        if (AttemptsAt(message.Partner).Any(attempt => attempt.StartedAt >= started)) return;
        var last = AttemptsAt(message.Partner).LastOrDefault();
        var attempt = new Attempt(message.Partner, AttemptState.Pending, started, Now, rules.AsksOf(message.Partner).NextAfter(Now, Now));
        // A doubt stays until the partner resolves it, and is asked about by its own time.
        Put(last?.State == AttemptState.Unknown ? null : last, attempt);
    }

    /// <summary>The partner knows of no payment. Once no link lives any more none will come, so it is asked no more.</summary>
    public void NotKnown(PaymentNotKnown told)
    {
        if (AttemptOf(told.Partner, WholeSeconds.Of(told.StartedAt), PaymentSource.Inquiry, at: null) is not { } attempt) return;
        if (IsOpen(attempt) && IsLinkDead(attempt)) EndAttempt(attempt, AttemptState.Lapsed);
    }

    /// <summary>Asks the partners whose time has come.</summary>
    public void AskPartners()
    {
        foreach (var attempt in Data.Attempts.Where(attempt => attempt.NextAt <= Now).ToList())
        {
            var schedule = rules.AsksOf(attempt.Partner);
            var end = attempt.AskedFrom + schedule.Until;
            // After the last question its answer is waited for as long as between two questions. A question that was missed is still asked.
            if (attempt.NextAt > end)
            {
                if (attempt.State == AttemptState.Unknown) DifferStillUnknown(attempt);
                EndAttempt(attempt, IsOpen(attempt) ? AttemptState.Lapsed : attempt.State);
            }
            else
            {
                Send(new AskPayment(Data.Reference, attempt.Partner, attempt.StartedAt));
                var next = schedule.NextAfter(attempt.AskedFrom, Now) ?? (Now > end ? Now : end) + schedule.Every;
                var isLast = attempt.State == AttemptState.Failed && IsLinkDead(attempt);
                Put(attempt, attempt with { NextAt = isLast ? null : next });
            }
        }
    }

    /// <summary>The try of which a partner speaks failed; one that was never begun here is noted. One that is too old to be watched is left.</summary>
    private void FailAttempt(RecordPayment told)
    {
        if (AttemptOf(told) is { } attempt) FailAttempt(attempt);
        else if (!AttemptsAt(told.Partner).Any()) Put(null, Failed(new Attempt(told.Partner, AttemptState.Failed, StartedAt: null, Now, NextAt: null)));
    }

    private void FailAttempt(Attempt attempt)
    {
        if (attempt.State != AttemptState.Failed) Put(attempt, Failed(attempt));
    }

    /// <summary>
    /// The try, failed. The citizen may pay again by the same link, and what tells of that may be lost: the partner is asked from now on by its
    /// schedule, until once after the link's death.
    /// </summary>
    private Attempt Failed(Attempt attempt) => attempt with
    {
        State = AttemptState.Failed,
        AskedFrom = Now,
        NextAt = IsLinkDead(attempt) ? null : rules.AsksOf(attempt.Partner).NextAfter(Now, Now),
    };

    /// <summary>Whether the citizen can pay by no link of an attempt any more.</summary>
    private bool IsLinkDead(Attempt attempt)
    {
        var lastLink = attempt.StartedAt is { } started && started > Data.ExpiresAt ? started : Data.ExpiresAt;
        return Now >= lastLink + rules.LinkLifetime;
    }

    private static bool IsOpen(Attempt? attempt) => attempt is { State: AttemptState.Pending or AttemptState.Unknown };

    private IEnumerable<Attempt> AttemptsAt(string partner) => Data.Attempts.Where(attempt => attempt.Partner == partner);

    private Attempt? AttemptOf(RecordPayment told) => AttemptOf(told.Partner, WholeSeconds.Of(told.StartedAt), told.Source, WholeSeconds.Of(told.PaidAt));

    /// <summary>
    /// The attempt of which a partner speaks: the one that its answer names, or else the last one that had begun by the time it names. Null when
    /// it speaks of one that is older than all that are watched.
    /// </summary>
    private Attempt? AttemptOf(string partner, DateTimeOffset? started, PaymentSource source, DateTimeOffset? at)
    {
        if (started is not null) return AttemptsAt(partner).FirstOrDefault(attempt => attempt.StartedAt == started);
        // An answer that names no attempt is to the question that could name none, or else about now.
        if (source == PaymentSource.Inquiry) return AttemptsAt(partner).FirstOrDefault(attempt => attempt.StartedAt is null) ?? AttemptsAt(partner).LastOrDefault();
        return AttemptsAt(partner).LastOrDefault(attempt => at is null || attempt.StartedAt is null || attempt.StartedAt <= at);
    }

    /// <summary>Whether a payment can be what came of an attempt.</summary>
    private static bool Belongs(Attempt attempt, Transaction payment) =>
        attempt.Partner == payment.Partner
        && (attempt.StartedAt is null || attempt.StartedAt == payment.StartedAt || (payment.StartedAt is null && attempt.StartedAt <= payment.PaidAt));

    /// <summary>Ends the attempt of which a partner speaks; one that was never begun here is noted. One that is too old to be watched is left.</summary>
    private void EndAttempt(RecordPayment told, AttemptState state)
    {
        if (AttemptOf(told) is { } attempt) EndAttempt(attempt, state);
        else if (!AttemptsAt(told.Partner).Any()) Put(null, new Attempt(told.Partner, state, StartedAt: null, Now, NextAt: null));
    }

    private void EndAttempt(Attempt attempt, AttemptState state) => Put(attempt, attempt with { State = state, NextAt = null });

    private void Put(Attempt? before, Attempt changed) => Data = Data with
    {
        Attempts = before is null ? [.. Data.Attempts, changed] : [.. Data.Attempts.Select(attempt => attempt == before ? changed : attempt)],
    };
}
