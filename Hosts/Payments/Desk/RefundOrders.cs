using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Audit;
using DichVuCong.Registries.Operations.Identities;
using DichVuCong.Registries.Payments;
using DichVuCong.Registries.Payments.Desk;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga;
using DichVuCong.Saga.Payments;
using Npgsql;

namespace DichVuCong.Payments.Desk;

/// <summary>A decision on a refund that was recorded or approved.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="IsNew">Whether it was not recorded, or approved, before.</param>
public sealed record RefundOrdered(RecordRefundDecision Decision, bool IsNew);

/// <summary>
/// Takes agencies' decisions on refunds: one person records, another approves, and the order carries it out. The agency, the number and the payment
/// make a decision one: said again it is the same or a conflict.
/// </summary>
public sealed class RefundOrders(NpgsqlDataSource database, PaymentDoor door, AccessPolicy policy)
{
    private const int LongestNumber = 100;

    /// <summary>Records a decision.</summary>
    /// <exception cref="DeskRefusedException">A rule refuses it.</exception>
    /// <exception cref="AccessRefusedException">Role or scope does not allow it.</exception>
    public async Task<RefundOrdered> RecordAsync(PaymentReference reference, RefundDecisionText text, Signatory by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (details, decisions) = await ReadAsync(reference, Permission.Act, by, cancellationToken);
        if (!text.Amount.IsPositive) throw DeskRefusals.NoPositiveAmount();
        var payment = PaymentOf(details, text);
        if (text.Amount > payment.Amount) throw DeskRefusals.TooMuch(text.Amount, payment.Amount);
        var decision = new RecordRefundDecision(
            details.Order.Reference, details.Order.Agency, payment.Partner, payment.TransactionNo, text.Amount,
            SpokenText.Take("number", text.Number, LongestNumber), text.Date, text.Route, SpokenText.Take("reason", text.Reason), by.Account);
        var verdict = await RecordAsync(decision, decisions, by, cancellationToken);
        if (verdict == DoorVerdict.Conflict) throw DeskRefusals.DecidedOtherwise(decision.DecisionNumber);
        return new RefundOrdered(decision, verdict == DoorVerdict.New);
    }

    /// <summary>Approves a decision as the second person. What the partner has rejected since may be approved again.</summary>
    /// <param name="reference">The order.</param>
    /// <param name="number">The decision's number.</param>
    /// <param name="partner">The partner that collected the payment; null when one decision alone has the number.</param>
    /// <param name="transactionNo">The payment's number; null when one decision alone has the number.</param>
    /// <param name="by">Who approves.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="DeskRefusedException">A rule refuses it.</exception>
    /// <exception cref="AccessRefusedException">Role or scope does not allow it.</exception>
    public async Task<RefundOrdered> ApproveAsync(
        PaymentReference reference, string number, string? partner, string? transactionNo, Signatory by, CancellationToken cancellationToken)
    {
        var (details, decisions) = await ReadAsync(reference, Permission.Approve, by, cancellationToken);
        var wanted = SpokenText.Take("number", number, LongestNumber);
        var row = decisions.Where(row => row.Decision.DecisionNumber == wanted
                && IsMeant(partner, row.Decision.Partner) && IsMeant(transactionNo, row.Decision.TransactionNo)).ToList() switch
        {
            [var one] => one,
            [] => throw DeskRefusals.NoDecision(wanted, details.Order.Reference),
            _ => throw DeskRefusals.SeveralDecisions(),
        };
        if (!FourEyes.AreTwo(row.Decision.RequestedBy, by.Account)
            || await IdentityDesk.AreOneAsync(database, row.Decision.RequestedBy, by.Account, cancellationToken)) throw DeskRefusals.RecorderCannotApprove();
        return new RefundOrdered(row.Decision, await ApproveAsync(row, details, by, cancellationToken) == DoorVerdict.New);
    }

    private async Task<(OrderDetails Details, IReadOnlyList<RefundDecisionRow> Decisions)> ReadAsync(
        PaymentReference reference, Permission permission, Signatory by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        AccessPolicy.Require(by.Person, permission);
        var details = await new OrderLookup(database).ReadAsync(reference, cancellationToken) ?? throw DeskRefusals.NoOrder(reference);
        policy.Require(by.Person, permission, details.Order.Agency.Value);
        var decisions = await new RefundDesk(database).OfAsync(reference, cancellationToken);
        return FourEyes.IsNamed(by.Account) ? (details, decisions) : throw DeskRefusals.NotNamed();
    }

    private async Task<DoorVerdict> RecordAsync(
        RecordRefundDecision decision, IReadOnlyList<RefundDecisionRow> decisions, Signatory by, CancellationToken cancellationToken)
    {
        var identity = new CallIdentity(PaymentEndpoints.RefundDecisions, Hash(IdentityOf(decision)), Hash(ContentOf(decision)));
        try
        {
            var call = new DoorCall { Identity = identity, Records = [decision] };
            return (await door.AcceptAsync(call, EntryOf("refund.record", decision, by), cancellationToken)).Verdict;
        }
        catch (DoorRejectedException rejection) when (rejection.Constraint == PaymentConstraints.RefundDecision)
        {
            // The decision is older than what the door remembers, and was there when the order was read.
            var known = decisions.FirstOrDefault(row => IdentityOf(row.Decision) == IdentityOf(decision));
            return known is not null && ContentOf(known.Decision) == ContentOf(decision) ? DoorVerdict.SameAgain : DoorVerdict.Conflict;
        }
    }

    /// <summary>How often the partner rejected it makes an approval another one.</summary>
    private async Task<DoorVerdict> ApproveAsync(RefundDecisionRow row, OrderDetails details, Signatory by, CancellationToken cancellationToken)
    {
        var decision = row.Decision;
        var rejected = details.Refunds.Count(refund => refund.State == RefundState.Rejected && refund.DecisionNumber == decision.DecisionNumber
            && refund.Partner == decision.Partner && refund.TransactionNo == decision.TransactionNo);
        var identity = $"approve\n{rejected.ToString(CultureInfo.InvariantCulture)}\n{IdentityOf(decision)}";
        var call = new DoorCall
        {
            Identity = new CallIdentity(PaymentEndpoints.RefundDecisions, Hash(identity), Hash(ContentOf(decision))),
            Records = [new ApproveRefundDecision(decision.Reference, decision.Agency, decision.Partner, decision.TransactionNo, decision.DecisionNumber,
                by.Account)],
            Messages =
            [
                new DoorMessage(
                    new DecideRefund(
                        decision.Reference, decision.Partner, decision.TransactionNo, decision.Amount, decision.DecisionNumber, decision.DecisionDate,
                        decision.RequestedBy, by.Account, decision.Route),
                    PaymentFlow.Shared),
            ],
        };
        return (await door.AcceptAsync(call, EntryOf("refund.approve", decision, by), cancellationToken)).Verdict;
    }

    private static TransactionRow PaymentOf(OrderDetails details, RefundDecisionText text) =>
        details.Transactions.Where(row => row is { Result: PaymentResult.Paid, IsClaimed: false }
            && IsMeant(text.Partner, row.Partner) && IsMeant(text.TransactionNo, row.TransactionNo)).ToList() switch
        {
            [var one] => one,
            [] => throw DeskRefusals.NoPayment(details.Order.Reference),
            _ => throw DeskRefusals.SeveralPayments(),
        };

    private static bool IsMeant(string? said, string value) => said is null || said == value;

    private static AuditEntry EntryOf(string action, RecordRefundDecision decision, Signatory by) => new(by.Person, action, "order", decision.Reference.Value)
    {
        Agency = decision.Agency.Value,
        Reason = decision.Reason,
        Detail = string.Create(
            CultureInfo.InvariantCulture,
            $"decision={decision.DecisionNumber} of {decision.DecisionDate:yyyy-MM-dd}; amount={decision.Amount.ToWire()}; route={decision.Route}; "
                + $"transaction={decision.Partner} {decision.TransactionNo}"),
    };

    private static string IdentityOf(RecordRefundDecision decision) =>
        $"{decision.Agency}\n{decision.DecisionNumber}\n{decision.Reference}\n{decision.Partner}\n{decision.TransactionNo}";

    private static string ContentOf(RecordRefundDecision decision) =>
        $"{decision.Amount.ToWire()}\n{decision.DecisionDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\n{decision.Route}";

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
