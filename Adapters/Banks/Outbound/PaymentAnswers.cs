using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;

namespace DichVuCong.Adapters.Banks.Outbound;

/// <summary>The replies to a question about a payment; each echoes the attempt that was asked about.</summary>
internal static class PaymentAnswers
{
    /// <summary>The partner told where the payment stands.</summary>
    public static Outcome Recorded(AskPayment question, string transactionNo, PaymentResult result, Vnd amount, DateTimeOffset? paidAt) =>
        Outcome.Done(new RecordPayment(
            question.Reference,
            question.Partner,
            transactionNo.Length > 0 ? transactionNo : null,
            result,
            amount,
            PaymentSource.Inquiry,
            paidAt,
            BankDate: null,
            question.StartedAt));

    /// <summary>The same, of a payment that was read. Unknown and without a number, nobody has begun to pay.</summary>
    public static Outcome Recorded(AskPayment question, PartnerPayment payment) =>
        payment is { Result: PaymentResult.Unknown, TransactionNo: "" }
            ? NotKnown(question, "nobody has paid")
            : Recorded(question, payment.TransactionNo, payment.Result, payment.Amount, payment.PaidAt);

    /// <summary>The partner knows of no payment.</summary>
    public static Outcome NotKnown(AskPayment question, string reason) =>
        Outcome.Done(new PaymentNotKnown(question.Reference, question.Partner, question.StartedAt), reason);

    /// <summary>The partner refused to answer: it knows of none either.</summary>
    public static Outcome NotKnown<T>(AskPayment question, PartnerAnswer<T>.Refused refused)
        where T : class => NotKnown(question, PartnerOutcome.ReasonOf(refused));
}
