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
        var known = AttemptOf(message.Partner);
        if (known?.StartedAt >= started) return;
        // A doubt stays until the partner resolves it.
        var state = known?.State == AttemptState.Unknown ? AttemptState.Unknown : AttemptState.Pending;
        Put(new Attempt(message.Partner, state, started, Now, rules.AsksOf(message.Partner).NextAfter(Now, Now)));
    }

    /// <summary>The partner knows of no payment. After the time to pay none will come, so it is asked no more.</summary>
    public void NotKnown(string partner)
    {
        if (Data.IsExpired && AttemptOf(partner) is { State: AttemptState.Pending }) EndAttempt(partner, AttemptState.Lapsed);
    }

    /// <summary>Asks the partners whose time has come.</summary>
    public void AskPartners()
    {
        foreach (var attempt in Data.Attempts.Where(attempt => attempt.NextAt <= Now).ToList())
        {
            var schedule = rules.AsksOf(attempt.Partner);
            var end = attempt.AskedFrom + schedule.Until;
            // After the last question its answer is waited for as long as between two questions. A question that was missed is still asked.
            var isOver = attempt.NextAt > end;
            var next = isOver ? (DateTimeOffset?)null : schedule.NextAfter(attempt.AskedFrom, Now) ?? (Now > end ? Now : end) + schedule.Every;
            if (!isOver) Send(new AskPayment(Data.Reference, attempt.Partner, attempt.StartedAt));
            else if (attempt.State == AttemptState.Unknown) DifferStillUnknown(attempt);
            var state = isOver && attempt.State == AttemptState.Pending ? AttemptState.Lapsed : attempt.State;
            Put(attempt with { State = state, NextAt = next });
        }
    }

    private Attempt? AttemptOf(string partner) => Data.Attempts.FirstOrDefault(attempt => attempt.Partner == partner);

    private void EndAttempt(string partner, AttemptState state)
    {
        var attempt = AttemptOf(partner) ?? new Attempt(partner, state, Now, Now, NextAt: null);
        Put(attempt with { State = state, NextAt = null });
    }

    private void Put(Attempt changed) => Data = Data with
    {
        Attempts = AttemptOf(changed.Partner) is null
            ? [.. Data.Attempts, changed]
            : [.. Data.Attempts.Select(attempt => attempt.Partner == changed.Partner ? changed : attempt)],
    };
}
