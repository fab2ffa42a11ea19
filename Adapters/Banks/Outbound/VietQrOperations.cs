using DichVuCong.Adapters.Banks.VietQr;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;
using PartnerCall = DichVuCong.Messaging.PartnerCall;

namespace DichVuCong.Adapters.Banks.Outbound;

/// <summary>
/// VietQR for orders: check-order and refund. It looks into the account to which the money came. That it takes a refund does not make it done: it is
/// once check-order shows it. Of several payments of one order the earliest is told; the others come by callback or statement.
/// </summary>
/// <param name="client">The client.</param>
/// <param name="orders">What is known of orders here.</param>
public sealed class VietQrOperations(VietQrClient client, IOrderRecords orders) : IPartnerOperations
{
    // A refund has no row of its own among the transactions of a payment.
    private const string KindOfRefund = "6";

    /// <inheritdoc/>
    public Repeatability Refunds => Repeatability.CanBeAsked;

    /// <inheritdoc/>
    public async Task<Outcome> AskPaymentAsync(AskPayment question, PartnerCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var (order, fault) = await orders.FindAsync(question.Reference, "question", cancellationToken);
        if (order is null) return fault!;
        var asked = new VietQrQuestion(order.Beneficiary.Number, question.Reference.Value);
        return PartnerOutcome.OfQuestion(
            await client.CheckOrderAsync(asked, cancellationToken),
            told => Earliest(told) is { } paid
                ? PaymentAnswers.Recorded(question, paid.ReferenceNumber, paid.Result, paid.Amount, paid.PaidAt)
                : PaymentAnswers.NotKnown(question, "nobody has paid"),
            refused => PaymentAnswers.NotKnown(question, refused));
    }

    /// <inheritdoc/>
    public async Task<Outcome> RefundAsync(RefundPayment refund, PartnerCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(refund);
        var answers = RefundAnswers.Of(refund);
        var (order, fault) = await orders.FindAsync(refund.Reference, "refund", cancellationToken);
        if (order is null) return fault!;
        var answer = await client.RefundAsync(
            new VietQrRefundOrder
            {
                BankAccount = order.Beneficiary.Number,
                ReferenceNumber = refund.TransactionNo,
                Amount = refund.Amount,
                Content = $"Hoan tien {refund.Reference.Value}",
                MultiTimes = !refund.IsFull,
            },
            cancellationToken);
        return PartnerOutcome.Of(answer, _ => answers.Taken(), answers.Rejected);
    }

    /// <inheritdoc/>
    public async Task<Outcome> AskRefundAsync(RefundPayment refund, PartnerCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(refund);
        var answers = RefundAnswers.Of(refund);
        var (sight, fault) = await LookAsync(refund.Reference, refund.Partner, refund.TransactionNo, refund.Number, refund.Amount, cancellationToken);
        return fault ?? sight switch
        {
            RefundSight.Made => answers.Made("found by check-order"),
            RefundSight.None => Outcome.Absent("check-order: no refund of the payment"),
            _ => Outcome.Unknown("check-order: it cannot be told whether the refund was made"),
        };
    }

    /// <inheritdoc/>
    public async Task<Outcome> AskRefundStateAsync(AskRefundState question, PartnerCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var (sight, fault) = await LookAsync(question.Reference, question.Partner, question.TransactionNo, question.Number, amount: null, cancellationToken);
        return fault ?? sight switch
        {
            RefundSight.Made => RefundAnswers.Of(question).Made(),
            RefundSight.None => RefundAnswers.Of(question).NotShown("check-order shows the payment without it"),
            _ => RefundAnswers.NothingShown("check-order shows nothing that is surely of this refund"),
        };
    }

    private static VietQrTransaction? Earliest(VietQrTransactions told) => told.Transactions
        .Where(transaction => transaction.Result == PaymentResult.Paid)
        .OrderBy(transaction => transaction.PaidAt ?? DateTimeOffset.MaxValue)
        .ThenBy(transaction => transaction.ReferenceNumber, StringComparer.Ordinal)
        .FirstOrDefault();

    private async Task<(RefundSight Sight, Outcome? Fault)> LookAsync(
        PaymentReference reference, string partner, string transactionNo, int number, Vnd? amount, CancellationToken cancellationToken)
    {
        var (order, fault) = await orders.FindAsync(reference, "refund", cancellationToken);
        if (order is null) return (RefundSight.Unclear, fault);
        amount ??= order.Refunds.FirstOrDefault(refund => refund.Number == number)?.Amount;
        if (amount is not { } mine) return (RefundSight.Unclear, Outcome.Transient("the refund is not in the registry").By(FaultSide.Us));
        var question = new VietQrQuestion(order.Beneficiary.Number, transactionNo, ByReferenceNumber: true);
        var answer = await client.CheckOrderAsync(question, cancellationToken);
        var sight = RefundSight.Unclear;
        var outcome = PartnerOutcome.OfQuestion(
            answer,
            told =>
            {
                sight = Sight(told, mine, order.Others(partner, transactionNo, number));
                return Outcome.Done();
            },
            refused => Outcome.Unknown(PartnerOutcome.ReasonOf(refused)));
        return outcome.Kind == OutcomeKind.Done ? (sight, null) : (sight, outcome);
    }

    /// <summary>VietQR shows the sum of all refunds of a payment: it is compared with what the sum was, and would be.</summary>
    private static RefundSight Sight(VietQrTransactions told, Vnd amount, IReadOnlyList<RefundRecord> others)
    {
        var payments = told.Transactions.Where(transaction => transaction.Kind != KindOfRefund).ToList();
        if (payments is not [var payment]) return RefundSight.Unclear;
        var before = Vnd.Sum(others.Where(other => other.State == RefundState.Done).Select(other => other.Amount));
        if (payment.Refunded == before) return RefundSight.None;
        var isAlone = others.All(other => other.State is RefundState.Done or RefundState.Rejected);
        return isAlone && payment.Refunded == before + amount ? RefundSight.Made : RefundSight.Unclear;
    }
}
