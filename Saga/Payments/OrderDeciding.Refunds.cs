using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Payments;

/// <content>Refunds: automatic before settlement, on the collecting agency's decision at any time; never twice, never more than came.</content>
internal sealed partial class OrderDeciding
{
    /// <summary>What the partners still hold of payments that do not pay the order goes back, now that it is cancelled.</summary>
    public void PayBackUnused()
    {
        if (Data.Covering is not null || Data.HasSettled) return;
        foreach (var transaction in Data.Transactions) PayBack(transaction, transaction.Amount, RefundCause.Cancelled);
    }

    /// <summary>The agency is asked for a decision.</summary>
    public void Ask(AskRefund message)
    {
        if (Data.Find(message.Partner, message.TransactionNo) is not { IsReversed: false } transaction || transaction.Asked == message.Amount) return;
        Put(transaction with { Asked = message.Amount });
        Publish(new RefundAsked(Data.Reference, Data.Agency, message.Partner, message.TransactionNo, message.Amount, message.Reason));
    }

    /// <summary>The payment that pays the order came: what is more than that goes back, and so does what came before it and was too little.</summary>
    private void PayBackBesides(Transaction paid)
    {
        if (paid.Amount > Data.Amount) PayBackOrDiffer(paid, paid.Amount - Data.Amount, RefundCause.Excess);
        foreach (var other in Data.Transactions.Where(other => other.Index != paid.Index && !other.IsReversed))
        {
            var money = Data.MoneyOf(other);
            if (!Data.HasSettled) PayBack(other, other.Amount, RefundCause.DoublePayment);
            else if ((money.Held + money.Settled).IsPositive) Differ(DifferenceKind.DoublePayment, other, Vnd.Zero, money.Held + money.Settled);
        }
    }

    private void PayBackOrDiffer(Transaction transaction, Vnd amount, RefundCause cause)
    {
        if (Data.HasSettled) DifferInsteadOf(transaction, amount, cause);
        else PayBack(transaction, amount, cause);
    }

    /// <summary>
    /// An automatic refund: one for each payment, whatever became of it. A payment without a number may be one that is yet to be told with it,
    /// and no partner could find it: that is for people.
    /// </summary>
    private void PayBack(Transaction transaction, Vnd amount, RefundCause cause)
    {
        if (!amount.IsPositive || Data.MoneyOf(transaction).Held < amount) return;
        if (Data.Refunds.Any(refund => refund.Transaction == transaction.Index)) return;
        if (transaction.IsNumbered) Request(transaction, amount, cause, isOfSettled: false, decision: null);
        else DifferInsteadOf(transaction, amount, cause);
    }

    private void DifferInsteadOf(Transaction transaction, Vnd amount, RefundCause cause)
    {
        var kind = cause == RefundCause.Cancelled ? DifferenceKind.PaidAfterCancelling : DifferenceKind.DoublePayment;
        Differ(kind, cause == RefundCause.Excess ? "excess" : "", transaction, transaction.Amount - amount, transaction.Amount);
    }

    private void Request(Transaction transaction, Vnd amount, RefundCause cause, bool isOfSettled, string? decision)
    {
        var refund = Add(transaction, amount, cause, isOfSettled, decision);
        Send(new RefundPayment(
            Data.Reference, refund.Number, transaction.Partner, transaction.Number, transaction.StartedAt, amount, IsFull: amount == transaction.Amount));
        Tell(refund, reason: null);
    }

    private Refund Add(Transaction transaction, Vnd amount, RefundCause cause, bool isOfSettled, string? decision, bool isByAgency = false)
    {
        var refund = new Refund(
            Data.Refunds.Count + 1, transaction.Index, amount, cause, RefundState.Requested, isOfSettled, Now, Now + rules.RefundAnswerWithin, decision, isByAgency);
        Data = Data with { Refunds = [.. Data.Refunds, refund] };
        return refund;
    }
}
