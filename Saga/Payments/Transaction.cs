using System.Text.Json.Serialization;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Payments;

/// <summary>A transaction that brought money, or of which a partner told that it took the money back.</summary>
/// <param name="Index">Its place in the order, from 1.</param>
/// <param name="Partner">The partner's code.</param>
/// <param name="Number">The partner's number; empty when it gave none.</param>
/// <param name="Amount">The amount.</param>
/// <param name="Day">The day it belongs to: the bank's date, or else that of the payment in Vietnam.</param>
/// <param name="PaidAt">When it was paid, by the partner's word.</param>
/// <param name="Covers">Whether it is the one that pays the order.</param>
/// <param name="IsReversed">Whether the partner took it back.</param>
/// <param name="Settled">What of it reached the beneficiary.</param>
/// <param name="Asked">What the agency was last asked to give back of it.</param>
/// <param name="StartedAt">The time that was given to the partner with the order for this payment; null when it was not started here.</param>
/// <param name="ReversalTold">How a reversal was said that could not be booked, since a refund was taking the money; null for none.</param>
/// <param name="NeverCame">Whether the reversal was told before any payment: nothing was ever collected.</param>
public sealed record Transaction(
    int Index,
    string Partner,
    string Number,
    Vnd Amount,
    DateOnly Day,
    DateTimeOffset PaidAt,
    bool Covers = false,
    bool IsReversed = false,
    Vnd Settled = default,
    Vnd Asked = default,
    DateTimeOffset? StartedAt = null,
    PaymentSource? ReversalTold = null,
    bool NeverCame = false)
{
    /// <summary>Whether the partner has named its number.</summary>
    [JsonIgnore]
    public bool IsNumbered => Number.Length > 0;
}
