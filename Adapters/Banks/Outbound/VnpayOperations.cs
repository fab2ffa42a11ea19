using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Adapters.Banks.Vnpay;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;
using PartnerCall = DichVuCong.Messaging.PartnerCall;

namespace DichVuCong.Adapters.Banks.Outbound;

/// <summary>
/// VNPAY for orders: querydr and refund. VNPAY finds a payment by the time that its pay URL carried; one that was not started here has none and
/// can neither be asked about nor be given back by call.
/// </summary>
/// <param name="client">The client.</param>
/// <param name="orders">What is known of orders here.</param>
public sealed class VnpayOperations(VnpayClient client, IOrderRecords orders) : IPartnerOperations
{
    private const string NotStartedHere = "the payment was not started here: VNPAY cannot find it";
    private const string CreatedBy = "dichvucong";

    /// <inheritdoc/>
    public Repeatability Refunds => Repeatability.CanBeAsked;

    /// <inheritdoc/>
    public async Task<Outcome> AskPaymentAsync(AskPayment question, PartnerCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.StartedAt is not { } started) return PaymentAnswers.NotKnown(question, NotStartedHere);
        return PartnerOutcome.OfQuestion(
            await AskAsync(question.Reference, started, cancellationToken),
            told => PaymentAnswers.Recorded(question, told.TransactionNo, told.Result, told.Amount, told.PaidAt),
            refused => PaymentAnswers.NotKnown(question, refused));
    }

    /// <inheritdoc/>
    public async Task<Outcome> RefundAsync(RefundPayment refund, PartnerCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(refund);
        ArgumentNullException.ThrowIfNull(call);
        var answers = RefundAnswers.Of(refund);
        if (refund.StartedAt is not { } started) return answers.Rejected(NotStartedHere);
        var answer = await client.RefundAsync(
            new VnpayRefundOrder
            {
                RequestId = call.IdempotencyKey.ToString("N"),
                Reference = refund.Reference.Value,
                OrderCreatedAt = started,
                TransactionNo = refund.TransactionNo,
                Amount = refund.Amount,
                IsFull = refund.IsFull,
                CreatedBy = CreatedBy,
                Info = $"Hoan tien {refund.Reference.Value}",
            },
            cancellationToken);
        return PartnerOutcome.Of(
            answer,
            taken => taken.Status == VnpayRefundStatus.Rejected ? answers.Rejected($"vnp_TransactionStatus {taken.Status}") : answers.Taken(),
            answers.Rejected);
    }

    /// <inheritdoc/>
    public async Task<Outcome> AskRefundAsync(RefundPayment refund, PartnerCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(refund);
        var answers = RefundAnswers.Of(refund);
        if (refund.StartedAt is not { } started) return answers.Rejected(NotStartedHere);
        var (order, fault) = await orders.FindAsync(refund.Reference, "refund", cancellationToken);
        if (order is null) return fault!;
        var others = order.Others(refund.Partner, refund.TransactionNo, refund.Number);
        var type = refund.IsFull ? VnpayRefundStatus.Full : VnpayRefundStatus.Partial;
        return PartnerOutcome.OfQuestion(
            await AskAsync(refund.Reference, started, cancellationToken),
            told => VnpayRefundStatus.Of(told, type, refund.Amount, others) switch
            {
                RefundSight.Taken => answers.Taken("found by querydr"),
                RefundSight.Made => answers.Made("found by querydr"),
                RefundSight.Rejected => answers.Rejected("querydr: the refund was rejected"),
                RefundSight.None => Outcome.Absent("querydr: no refund of the payment"),
                _ => Outcome.Unknown("querydr: it cannot be told whether the refund was taken"),
            },
            refused => Outcome.Absent(PartnerOutcome.ReasonOf(refused)));
    }

    /// <inheritdoc/>
    public async Task<Outcome> AskRefundStateAsync(AskRefundState question, PartnerCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var answers = RefundAnswers.Of(question);
        if (question.StartedAt is not { } started) return RefundAnswers.NothingShown(NotStartedHere);
        var (order, fault) = await orders.FindAsync(question.Reference, "refund", cancellationToken);
        if (order is null) return fault!;
        var mine = order.Refunds.FirstOrDefault(refund => refund.Number == question.Number);
        if (mine is null) return Outcome.Transient("the refund is not in the registry").By(FaultSide.Us);
        var others = order.Others(question.Partner, question.TransactionNo, question.Number);
        return PartnerOutcome.OfQuestion(
            await AskAsync(question.Reference, started, cancellationToken),
            told => VnpayRefundStatus.Of(told, type: null, mine.Amount, others) switch
            {
                RefundSight.Taken => answers.Taken(),
                RefundSight.Made => answers.Made(),
                RefundSight.Rejected => answers.Rejected($"vnp_TransactionStatus {told.Status}"),
                _ => RefundAnswers.NothingShown("querydr shows nothing that is surely of this refund"),
            },
            refused => RefundAnswers.NothingShown(PartnerOutcome.ReasonOf(refused)));
    }

    // Every question of a day has a request id of its own, another attempt at the same one too.
    private Task<PartnerAnswer<VnpayTransaction>> AskAsync(PaymentReference reference, DateTimeOffset started, CancellationToken cancellationToken) =>
        client.QueryAsync(new VnpayQuestion(Guid.NewGuid().ToString("N"), reference.Value, started), cancellationToken);
}
