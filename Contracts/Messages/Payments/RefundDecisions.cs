using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Payments;

/// <summary>Asks the collecting agency to decide on a refund: after settlement nothing is automatic.</summary>
/// <param name="Reference">The order.</param>
/// <param name="Partner">The partner's code.</param>
/// <param name="TransactionNo">The payment's number.</param>
/// <param name="Amount">How much is asked for.</param>
/// <param name="Reason">Why, without personal data.</param>
/// <param name="AskedBy">The account that asks.</param>
[MessageName("payments.ask-refund.v1")]
public sealed record AskRefund(PaymentReference Reference, string Partner, string TransactionNo, Vnd Amount, string Reason, string AskedBy);

/// <summary>
/// The collecting agency's recorded decision on a refund. Its number and the payment make it one: told again it does nothing, told with another
/// content it is not allowed. What the partner rejected may be decided again.
/// </summary>
/// <param name="Reference">The order.</param>
/// <param name="Partner">The partner's code.</param>
/// <param name="TransactionNo">The payment's number.</param>
/// <param name="Amount">How much goes back.</param>
/// <param name="DecisionNumber">The decision's number.</param>
/// <param name="DecisionDate">Its date.</param>
/// <param name="RequestedBy">The account that recorded it.</param>
/// <param name="ApprovedBy">The account that approved it: another person.</param>
/// <param name="Route">Who gives the money back.</param>
[MessageName("payments.decide-refund.v1")]
public sealed record DecideRefund(
    PaymentReference Reference,
    string Partner,
    string TransactionNo,
    Vnd Amount,
    string DecisionNumber,
    DateOnly DecisionDate,
    string RequestedBy,
    string ApprovedBy,
    RefundRoute Route);

/// <summary>Who gives the money back.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RefundRoute>))]
public enum RefundRoute : byte
{
    /// <summary>The partner that collected it.</summary>
    Partner = 1,

    /// <summary>The agency did it itself, from its account: it is only recorded.</summary>
    Agency = 2,
}
