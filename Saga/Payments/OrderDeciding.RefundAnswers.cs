using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Payments;

/// <content>What partners tell of refunds. A refund is never sent a second time: what is not ended is asked about.</content>
internal sealed partial class OrderDeciding
{
    /// <summary>The partner is at it: it is asked until it is done or rejected.</summary>
    public void RefundIsTaken(int number)
    {
        if (RefundOf(number) is not { State: RefundState.Requested } refund) return;
        Change(refund with { Since = Now, NextAt = rules.RefundAsks.NextAfter(Now, Now) }, RefundState.InProgress);
    }

    /// <summary>The money is back. A rejection that was told before is thereby wrong, if the money is still there to go.</summary>
    public void RefundIsMade(int number)
    {
        if (RefundOf(number) is not { State: not RefundState.Done } refund) return;
        var money = Data.MoneyOf(PaymentOf(refund));
        var isThere = refund.State != RefundState.Rejected || (refund.IsOfSettled ? money.Settled : money.Held) >= refund.Amount;
        if (isThere) Change(refund, RefundState.Done);
        else DifferOfRefund(DifferenceKind.RefundRejected, "after-all", refund, Vnd.Zero, refund.Amount);
    }

    /// <summary>The partner will not do it: people decide. Nothing is tried again by itself.</summary>
    public void RefundIsRejected(int number, string reason)
    {
        if (RefundOf(number) is not { State: not RefundState.Rejected } refund) return;
        DifferOfRefund(DifferenceKind.RefundRejected, refund.State == RefundState.Done ? "done" : "", refund, refund.Amount, Vnd.Zero);
        if (refund.State == RefundState.Done) return;
        Change(refund, RefundState.Rejected, reason);
        ReverseAfterAll(PaymentOf(refund));
        Promote();
    }

    /// <summary>
    /// A partner that shows refunds once they are done shows nothing of one that it accepted. It is given time; what it does not show then it has
    /// rejected, without a word for it.
    /// </summary>
    public void RefundIsNotShown(int number)
    {
        if (RefundOf(number) is not { State: RefundState.InProgress } refund || Now < refund.Since + rules.RefundShownWithin) return;
        RefundIsRejected(number, "accepted, and not shown among the payment's refunds");
    }

    /// <summary>Asks about the refunds whose time has come.</summary>
    public void AskRefunds()
    {
        foreach (var refund in Data.Refunds.Where(refund => refund.NextAt <= Now).ToList())
        {
            var payment = PaymentOf(refund);
            if (refund.State == RefundState.Requested)
            {
                Put(refund with { NextAt = null });
                DifferOfRefund(DifferenceKind.RefundUnanswered, "", refund, refund.Amount, Vnd.Zero);
                continue;
            }

            Send(new AskRefundState(Data.Reference, refund.Number, payment.Partner, payment.Number, payment.StartedAt));
            var next = rules.RefundAsks.NextAfter(refund.Since, Now);
            if (next is null) DifferOfRefund(DifferenceKind.RefundUnanswered, "taken", refund, refund.Amount, Vnd.Zero);
            Put(refund with { NextAt = next ?? Now + rules.RefundAsksAfterwards });
        }
    }

    private Refund? RefundOf(int number) => Data.Refunds.FirstOrDefault(refund => refund.Number == number);

    private Transaction PaymentOf(Refund refund) => Data.Transactions[refund.Transaction - 1];

    private void Change(Refund refund, RefundState state, string? reason = null)
    {
        var isOver = state is RefundState.Done or RefundState.Rejected;
        var changed = refund with { State = state, Since = isOver ? Now : refund.Since, NextAt = isOver ? null : refund.NextAt };
        Put(changed);
        if (state == RefundState.Done)
        {
            var payment = PaymentOf(refund);
            var from = refund.IsOfSettled ? LedgerAccounts.Beneficiary(Data.Account) : LedgerAccounts.Clearing(payment.Partner);
            Post(LedgerKind.Refunded, from, LedgerAccounts.Refunds(payment.Partner), refund.Amount, payment);
        }

        Tell(changed, reason);
    }

    private void Put(Refund changed) => Data = Data with { Refunds = [.. Data.Refunds.Select(refund => refund.Number == changed.Number ? changed : refund)] };

    private void Tell(Refund refund, string? reason)
    {
        var payment = PaymentOf(refund);
        Send(new KeepRefund(
            Data.Reference, refund.Number, payment.Partner, payment.Number, refund.Amount, refund.Cause, refund.State, refund.Decision, reason, refund.Since));
        Publish(new RefundStateChanged(Data.Reference, Data.Agency, refund.Number, refund.Amount, refund.Cause, refund.State, refund.Since));
    }
}
