using System.Text.Json.Serialization;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Payments;

/// <summary>
/// A refund. All refunds of an order are decided in the order's own saga, one after the other: so none is made twice, and never more goes
/// back than came. What is under way is as good as gone until the partner rejects it.
/// </summary>
/// <param name="Number">Its number in the order, from 1.</param>
/// <param name="Transaction">The index of the payment.</param>
/// <param name="Amount">How much.</param>
/// <param name="Cause">Why.</param>
/// <param name="State">Where it stands.</param>
/// <param name="IsOfSettled">Whether it is of the money that was settled, or else of what the partner still holds.</param>
/// <param name="Since">When it was requested, or accepted by the partner.</param>
/// <param name="NextAt">When the partner is asked next, or its answer is overdue; null when nothing is awaited.</param>
/// <param name="Decision">The agency's decision; null for an automatic one.</param>
/// <param name="IsByAgency">Whether the agency gave it back itself.</param>
public sealed record Refund(
    int Number,
    int Transaction,
    Vnd Amount,
    RefundCause Cause,
    RefundState State,
    bool IsOfSettled,
    DateTimeOffset Since,
    DateTimeOffset? NextAt,
    string? Decision = null,
    bool IsByAgency = false)
{
    /// <summary>Whether it is under way.</summary>
    [JsonIgnore]
    public bool IsLive => State is RefundState.Requested or RefundState.InProgress;
}
