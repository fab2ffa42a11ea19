using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Payments;

/// <summary>
/// What a partner said of a payment, verified and read, in whatever way it said it. It is recorded even when it should not be: money that came
/// is never lost. The identity of a transaction is (partner, transaction number).
/// </summary>
/// <param name="Reference">The order.</param>
/// <param name="Partner">The partner's code.</param>
/// <param name="TransactionNo">The partner's number of the transaction; null when it gave none, as for a payment that never began.</param>
/// <param name="Result">What became of it.</param>
/// <param name="Amount">The amount the partner names.</param>
/// <param name="Source">How it was said.</param>
/// <param name="PaidAt">The partner's time of the payment.</param>
/// <param name="BankDate">The bank's date of the transaction, by its cut-off; null when it named none.</param>
/// <param name="StartedAt">For an answer, that of the question (<see cref="AskPayment.StartedAt"/>); null when nobody asked.</param>
[MessageName("payments.record-payment.v1")]
public sealed record RecordPayment(
    PaymentReference Reference,
    string Partner,
    string? TransactionNo,
    PaymentResult Result,
    Vnd Amount,
    PaymentSource Source,
    DateTimeOffset? PaidAt,
    DateOnly? BankDate,
    DateTimeOffset? StartedAt = null);

/// <summary>What became of a payment.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PaymentResult>))]
public enum PaymentResult : byte
{
    /// <summary>The money was collected.</summary>
    Paid = 1,

    /// <summary>Nothing was collected.</summary>
    Failed = 2,

    /// <summary>
    /// The partner does not know (TrangThaiGD 2 or 3, vnp_TransactionStatus 01), or the bank has debited the payer and the partner has not
    /// succeeded (vnp_TransactionStatus 04): the money may still arrive or go back.
    /// </summary>
    Unknown = 3,

    /// <summary>The partner gave the money back by itself.</summary>
    Reversed = 4,
}

/// <summary>How a partner said it.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PaymentSource>))]
public enum PaymentSource : byte
{
    /// <summary>It called us.</summary>
    Callback = 1,

    /// <summary>We asked.</summary>
    Inquiry = 2,

    /// <summary>A line of its statement.</summary>
    Statement = 3,
}
