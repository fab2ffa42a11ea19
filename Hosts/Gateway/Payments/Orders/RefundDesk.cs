using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Gateway.Payments.Obligations;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Payments;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Gateway.Payments.Orders;

/// <summary>
/// Takes the collecting agency's decision on a refund, with the two persons behind it (four eyes). The order's saga carries it out, or finds an
/// obstacle, which the agency's events and the order show. A decision that is known is answered as the first time.
/// </summary>
internal sealed class RefundDesk(Door door, TimeProvider time)
{
    private const int LongestNumber = 50;
    private const int LongestName = 100;
    private const int LongestReason = 500;

    public async Task<IResult> DecideAsync(OrderDetails details, RefundDecisionRequest request, CancellationToken cancellationToken)
    {
        var faults = new ObligationFaults();
        var today = VietnamTime.DayOf(time.GetUtcNow());
        if (Read(details, request, today, faults) is not { } decision) return new ProblemResult(OrderProblems.Faulty(faults.Found));
        var (record, message) = decision;
        var answer = JsonSerializer.SerializeToUtf8Bytes(
            new RefundDecisionAnswer(record.Reference.Value, record.DecisionNumber, record.Amount, record.Partner, record.TransactionNo),
            OrderJson.Default.RefundDecisionAnswer);
        var call = new DoorCall
        {
            Identity = IdentityOf(record, message),
            Answer = answer,
            Records =
            [
                record,
                new ApproveRefundDecision(record.Reference, record.Agency, record.Partner, record.TransactionNo, record.DecisionNumber, message.ApprovedBy),
            ],
            Messages = [new DoorMessage(message, PaymentFlow.Shared)],
        };
        try
        {
            var verdict = await door.AcceptAsync(call, cancellationToken);
            return verdict.Verdict switch
            {
                DoorVerdict.New => new JsonAnswer(StatusCodes.Status201Created, answer),
                DoorVerdict.SameAgain => new JsonAnswer(StatusCodes.Status200OK, verdict.Answer),
                _ => Conflict(),
            };
        }
        catch (DoorRejectedException rejection) when (rejection.Constraint == PaymentConstraints.RefundDecision)
        {
            return Conflict();
        }
    }

    private static (RecordRefundDecision Record, DecideRefund Message)? Read(
        OrderDetails details, RefundDecisionRequest request, DateOnly today, ObligationFaults faults)
    {
        var number = FieldRules.Text(request.DecisionNumber, "decisionNumber", "số quyết định", LongestNumber, faults);
        var date = FieldRules.PastDay(request.DecisionDate, "decisionDate", today, faults);
        var payment = PaymentOf(details, request, faults);
        var most = payment?.Amount ?? ObligationSplit.Largest;
        var amount = FieldRules.Amount(request.AmountVnd, "amountVnd", most, $"Số tiền hoàn không quá {most}.", faults);
        var reason = FieldRules.Text(request.Reason, "reason", "lý do hoàn", LongestReason, faults);
        var (asker, approver) = PersonsOf(request, faults);
        RefundRoute? route = request.Route?.Trim() switch
        {
            null or "partner" => RefundRoute.Partner,
            "agency" => RefundRoute.Agency,
            _ => null,
        };
        if (route is null) faults.Add("route", "route.unknown", "Đường hoàn tiền là partner (đơn vị thanh toán) hoặc agency (cơ quan tự hoàn).");
        if (faults.Found.Count > 0) return null;
        var order = details.Order;
        return (
            new RecordRefundDecision(
                order.Reference, order.Agency, payment!.Partner, payment.TransactionNo, amount!.Value, number!, date!.Value, route!.Value, reason!, asker!),
            new DecideRefund(
                order.Reference, payment.Partner, payment.TransactionNo, amount.Value, number!, date.Value, asker!, approver!, route.Value));
    }

    /// <summary>The payment that the decision is about; the one that paid the order where none is named.</summary>
    private static TransactionRow? PaymentOf(OrderDetails details, RefundDecisionRequest request, ObligationFaults faults)
    {
        var (partner, number) = (request.Partner?.Trim() ?? details.Order.Partner, request.TransactionNo?.Trim() ?? details.Order.TransactionNo);
        var found = details.Transactions.FirstOrDefault(
            row => row is { Result: PaymentResult.Paid, IsClaimed: false } && row.Partner == partner && row.TransactionNo == number);
        if (found is null) faults.Add("transactionNo", "transaction.unknown", "Khoản thu này không có giao dịch đã thanh toán như vậy.");
        return found;
    }

    private static (string? Asker, string? Approver) PersonsOf(RefundDecisionRequest request, ObligationFaults faults)
    {
        var asker = FieldRules.Text(request.RequestedBy, "requestedBy", "tài khoản cán bộ lập", LongestName, faults);
        var approver = FieldRules.Text(request.ApprovedBy, "approvedBy", "tài khoản cán bộ duyệt", LongestName, faults);
        if (asker is not null && approver is not null && !FourEyes.AreTwo(asker, approver))
        {
            faults.Add("approvedBy", "four-eyes", "Người duyệt phải khác người lập.");
        }

        return (asker, approver);
    }

    private static CallIdentity IdentityOf(RecordRefundDecision record, DecideRefund message) => new(
        PaymentEndpoints.RefundDecisions,
        SHA256.HashData(Encoding.UTF8.GetBytes($"{record.Agency}\n{record.DecisionNumber}\n{record.Reference}\n{record.Partner}\n{record.TransactionNo}")),
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(message, PaymentJson.Default.DecideRefund)));

    private static ProblemResult Conflict() => new(OrderProblems.Conflict(
        "decisionNumber", "Quyết định mang số này đã được ghi nhận cho giao dịch này với nội dung khác. Quyết định mới cần số mới."));
}
