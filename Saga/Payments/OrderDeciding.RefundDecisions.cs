using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Payments;

/// <content>Refunds that the collecting agency decided.</content>
internal sealed partial class OrderDeciding
{
    /// <summary>Carries out the agency's decision, once for each payment that it names.</summary>
    public void Decide(DecideRefund decision)
    {
        if (!FourEyes.AreTwo(decision.RequestedBy, decision.ApprovedBy)) NotAllowed(decision, RefundObstacle.NotFourEyes);
        else if (Data.Find(decision.Partner, decision.TransactionNo) is not { IsReversed: false } transaction) NotAllowed(decision, RefundObstacle.UnknownTransaction);
        else Decide(decision, transaction);
    }

    private void Decide(DecideRefund decision, Transaction transaction)
    {
        var earlier = Data.Refunds.Where(refund => refund.Decision == decision.DecisionNumber && refund.Transaction == transaction.Index).ToList();
        var standing = earlier.Where(refund => refund.State != RefundState.Rejected).ToList();
        var isByAgency = decision.Route == RefundRoute.Agency;
        var rest = decision.Amount - Vnd.Sum(standing.Select(refund => refund.Amount));
        // What the partner rejected of it may be tried again; anything else under its number is another decision.
        var isRepeat = standing.TrueForAll(refund => refund.IsByAgency == isByAgency)
            && (rest == Vnd.Zero || earlier.Exists(refund => refund.State == RefundState.Rejected && refund.Amount == rest));
        if (standing.Count > 0 && !isRepeat) NotAllowed(decision, RefundObstacle.DecidedOtherwise);
        else if (standing.Count == 0 || rest.IsPositive) CarryOut(decision, rest, transaction, Data.MoneyOf(transaction));
    }

    private void CarryOut(DecideRefund decision, Vnd amount, Transaction transaction, TransactionMoney money)
    {
        var isByAgency = decision.Route == RefundRoute.Agency;
        if (isByAgency && !transaction.Settled.IsPositive)
        {
            NotAllowed(decision, RefundObstacle.NotSettled);
        }
        else if (!amount.IsPositive || amount > (isByAgency ? money.Settled : money.Held + money.Settled))
        {
            NotAllowed(decision, RefundObstacle.TooMuch);
        }
        else if (isByAgency)
        {
            Change(Add(transaction, amount, RefundCause.Decision, isOfSettled: true, decision.DecisionNumber, isByAgency: true), RefundState.Done);
        }
        else
        {
            var ofHeld = OfHeld(amount, money);
            if (ofHeld.IsPositive) Request(transaction, ofHeld, RefundCause.Decision, isOfSettled: false, decision.DecisionNumber);
            if (ofHeld < amount) Request(transaction, amount - ofHeld, RefundCause.Decision, isOfSettled: true, decision.DecisionNumber);
        }
    }

    /// <summary>From one place when one has it all, or else what the partner holds and the rest from the beneficiary.</summary>
    private static Vnd OfHeld(Vnd amount, TransactionMoney money)
    {
        if (amount <= money.Held) return amount;
        return amount <= money.Settled ? Vnd.Zero : money.Held;
    }

    private void NotAllowed(DecideRefund decision, RefundObstacle cause) =>
        Publish(new RefundNotAllowed(Data.Reference, Data.Agency, decision.DecisionNumber, cause));
}
