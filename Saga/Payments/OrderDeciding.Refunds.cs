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

    /// <summary>Carries out the agency's decision, once.</summary>
    public void Decide(DecideRefund decision)
    {
        if (Data.Refunds.Any(refund => refund.Decision == decision.DecisionNumber)) return;
        if (string.Equals(decision.RequestedBy, decision.ApprovedBy, StringComparison.OrdinalIgnoreCase)) NotAllowed(decision, RefundObstacle.NotFourEyes);
        else if (Data.Find(decision.Partner, decision.TransactionNo) is not { IsReversed: false } transaction) NotAllowed(decision, RefundObstacle.UnknownTransaction);
        else Decide(decision, transaction, Data.MoneyOf(transaction));
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
        if (paid.Amount > Data.Amount) PayBackOrDiffer(paid, paid.Amount - Data.Amount, RefundCause.Excess, DifferenceKind.DoublePayment);
        if (Data.HasSettled) return;
        foreach (var other in Data.Transactions.Where(other => !other.Covers)) PayBack(other, other.Amount, RefundCause.DoublePayment);
    }

    private void PayBackOrDiffer(Transaction transaction, Vnd amount, RefundCause cause, DifferenceKind otherwise)
    {
        if (Data.HasSettled) Differ(otherwise, transaction, transaction.Amount - amount, transaction.Amount);
        else PayBack(transaction, amount, cause);
    }

    /// <summary>An automatic refund: one for each payment, whatever became of it.</summary>
    private void PayBack(Transaction transaction, Vnd amount, RefundCause cause)
    {
        if (!amount.IsPositive || Data.MoneyOf(transaction).Held < amount) return;
        if (Data.Refunds.Any(refund => refund.Transaction == transaction.Index)) return;
        Request(transaction, amount, cause, isOfSettled: false, decision: null);
    }

    private void Decide(DecideRefund decision, Transaction transaction, TransactionMoney money)
    {
        var (amount, isByAgency) = (decision.Amount, decision.Route == RefundRoute.Agency);
        if (isByAgency && !transaction.Settled.IsPositive) NotAllowed(decision, RefundObstacle.NotSettled);
        else if (!amount.IsPositive || (amount > money.Settled && (isByAgency || amount > money.Held))) NotAllowed(decision, RefundObstacle.TooMuch);
        else if (isByAgency) Change(Add(transaction, amount, RefundCause.Decision, isOfSettled: true, decision.DecisionNumber), RefundState.Done);
        else Request(transaction, amount, RefundCause.Decision, isOfSettled: amount > money.Held, decision.DecisionNumber);
    }

    private void Request(Transaction transaction, Vnd amount, RefundCause cause, bool isOfSettled, string? decision)
    {
        var refund = Add(transaction, amount, cause, isOfSettled, decision);
        Send(new RefundPayment(
            Data.Reference, refund.Number, transaction.Partner, transaction.Number, StartedAt(transaction), amount, IsFull: amount == transaction.Amount));
        Tell(refund, reason: null);
    }

    private Refund Add(Transaction transaction, Vnd amount, RefundCause cause, bool isOfSettled, string? decision)
    {
        var refund = new Refund(
            Data.Refunds.Count + 1, transaction.Index, amount, cause, RefundState.Requested, isOfSettled, Now, Now + rules.RefundAnswerWithin, decision);
        Data = Data with { Refunds = [.. Data.Refunds, refund] };
        return refund;
    }

    private void NotAllowed(DecideRefund decision, RefundObstacle cause) =>
        Publish(new RefundNotAllowed(Data.Reference, Data.Agency, decision.DecisionNumber, cause));

    private DateTimeOffset? StartedAt(Transaction transaction) => AttemptOf(transaction.Partner)?.StartedAt;
}
