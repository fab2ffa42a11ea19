using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Payments;
using DichVuCong.Registries.Payments.Desk;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga;

namespace DichVuCong.Cli.Commands.Payments;

/// <summary>Hands decisions on refunds in. The agency, the number and the payment make a decision one: said again it is the same or a conflict.</summary>
internal static class RefundOrders
{
    public static async Task<DoorVerdict> RecordAsync(
        Workplace work, RecordRefundDecision decision, IReadOnlyList<RefundDecisionRow> decisions, CancellationToken cancellationToken)
    {
        var identity = new CallIdentity(PaymentEndpoints.RefundDecisions, Hash(IdentityOf(decision)), Hash(ContentOf(decision)));
        try
        {
            return (await CommandDoor.PayAsync(work, new DoorCall { Identity = identity, Records = [decision] }, cancellationToken)).Verdict;
        }
        catch (DoorRejectedException rejection) when (rejection.Constraint == PaymentConstraints.RefundDecision)
        {
            // The decision is older than what the door remembers, and was there when the order was read.
            var known = decisions.FirstOrDefault(row => IdentityOf(row.Decision) == IdentityOf(decision));
            return known is not null && ContentOf(known.Decision) == ContentOf(decision) ? DoorVerdict.SameAgain : DoorVerdict.Conflict;
        }
    }

    /// <summary>Approves it. What the partner has rejected since may be approved again: how often that was makes it another approval.</summary>
    public static async Task<DoorVerdict> ApproveAsync(
        Workplace work, RefundDecisionRow row, OrderDetails details, string approvedBy, CancellationToken cancellationToken)
    {
        var decision = row.Decision;
        var rejected = details.Refunds.Count(refund => refund.State == RefundState.Rejected && refund.DecisionNumber == decision.DecisionNumber
            && refund.Partner == decision.Partner && refund.TransactionNo == decision.TransactionNo);
        var identity = $"approve\n{rejected.ToString(CultureInfo.InvariantCulture)}\n{IdentityOf(decision)}";
        var call = new DoorCall
        {
            Identity = new CallIdentity(PaymentEndpoints.RefundDecisions, Hash(identity), Hash(ContentOf(decision))),
            Records = [new ApproveRefundDecision(decision.Reference, decision.Agency, decision.Partner, decision.TransactionNo, decision.DecisionNumber,
                approvedBy)],
            Messages =
            [
                new DoorMessage(
                    new DecideRefund(
                        decision.Reference, decision.Partner, decision.TransactionNo, decision.Amount, decision.DecisionNumber, decision.DecisionDate,
                        decision.RequestedBy, approvedBy, decision.Route),
                    PaymentFlow.Shared),
            ],
        };
        return (await CommandDoor.PayAsync(work, call, cancellationToken)).Verdict;
    }

    private static string IdentityOf(RecordRefundDecision decision) =>
        $"{decision.Agency}\n{decision.DecisionNumber}\n{decision.Reference}\n{decision.Partner}\n{decision.TransactionNo}";

    private static string ContentOf(RecordRefundDecision decision) =>
        $"{decision.Amount.ToWire()}\n{decision.DecisionDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\n{decision.Route}";

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
