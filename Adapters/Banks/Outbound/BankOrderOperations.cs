using DichVuCong.Adapters.Banks.BankForm;
using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;
using PartnerCall = DichVuCong.Messaging.PartnerCall;

namespace DichVuCong.Adapters.Banks.Outbound;

/// <summary>
/// A bank of our form for orders. It does a request id once and answers the same to a repeat, so a refund is asked about by sending it again
/// under the same id, made from the order and the refund's number.
/// </summary>
/// <param name="client">The client.</param>
/// <param name="orders">What is known of orders here.</param>
public sealed class BankOrderOperations(BankFormClient client, IOrderRecords orders) : IPartnerOperations
{
    /// <inheritdoc/>
    public Repeatability Refunds => Repeatability.Deduplicates();

    /// <inheritdoc/>
    public async Task<Outcome> AskPaymentAsync(AskPayment question, PartnerCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var answer = await client.CallAsync(
            BankOperations.Status, new BankStatusQuestion(question.Reference.Value), Guid.NewGuid().ToString("N"), cancellationToken);
        return PartnerOutcome.OfQuestion<PartnerPayment>(
            answer, payment => PaymentAnswers.Recorded(question, payment), refused => PaymentAnswers.NotKnown(question, refused));
    }

    /// <inheritdoc/>
    public Task<Outcome> RefundAsync(RefundPayment refund, PartnerCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(refund);
        return SendAsync(RefundAnswers.Of(refund), refund.TransactionNo, refund.Amount, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Outcome> AskRefundAsync(RefundPayment refund, PartnerCall call, CancellationToken cancellationToken) =>
        RefundAsync(refund, call, cancellationToken);

    /// <inheritdoc/>
    public async Task<Outcome> AskRefundStateAsync(AskRefundState question, PartnerCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var (order, fault) = await orders.FindAsync(question.Reference, "refund", cancellationToken);
        if (order is null) return fault!;
        return order.Refunds.FirstOrDefault(refund => refund.Number == question.Number) is { } mine
            ? await SendAsync(RefundAnswers.Of(question), mine.TransactionNo, mine.Amount, cancellationToken)
            : Outcome.Transient("the refund is not in the registry").By(FaultSide.Us);
    }

    // Its content, too, is made from the order and the refund alone: under the same id the bank takes no other.
    private async Task<Outcome> SendAsync(RefundAnswers answers, string transactionNo, Vnd amount, CancellationToken cancellationToken)
    {
        var id = $"{answers.Reference.Value}-refund-{answers.Number}";
        var order = new BankRefundOrder(id, answers.Reference.Value, transactionNo, amount, $"Hoan tien {answers.Reference.Value}");
        return PartnerOutcome.Of(
            await client.CallAsync(BankOperations.Refund, order, id, cancellationToken),
            transfer => transfer.Result switch
            {
                PaymentResult.Paid => answers.Made(),
                PaymentResult.Failed => answers.Rejected("the bank could not give the money back"),
                _ => answers.Taken(),
            },
            answers.Rejected);
    }
}
