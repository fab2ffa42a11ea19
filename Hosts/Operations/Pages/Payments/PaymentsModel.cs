using DichVuCong.Registries.Payments;
using DichVuCong.Registries.Payments.Desk;

namespace DichVuCong.Operations.Pages.Payments;

/// <summary>What the first page of payments shows. Every list has an end; a list that reached it says so.</summary>
public sealed record PaymentsModel
{
    /// <summary>The longest list beside that of the orders.</summary>
    public const int Most = 100;

    /// <summary>What was asked for.</summary>
    public required PaymentsQuery Query { get; init; }

    /// <summary>When it was asked.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The orders, those that stand longest where they are first.</summary>
    public IReadOnlyList<OrderRow> Orders { get; init; } = [];

    /// <summary>The inquiries that are open, what is due first first.</summary>
    public IReadOnlyList<InquiryRow> Inquiries { get; init; } = [];

    /// <summary>Refunds that partners have not ended.</summary>
    public IReadOnlyList<RefundOfOrder> Refunds { get; init; } = [];

    /// <summary>Refunds on which an agency has not decided.</summary>
    public IReadOnlyList<RefundRequestRow> Requests { get; init; } = [];

    /// <summary>Decisions that wait for the second person.</summary>
    public IReadOnlyList<RefundDecisionRow> Unapproved { get; init; } = [];

    /// <summary>The partners that a list can be narrowed down to.</summary>
    public IReadOnlyList<string> Partners { get; init; } = [];

    /// <summary>Whether the deadline of an inquiry has passed.</summary>
    public bool IsLate(InquiryRow inquiry)
    {
        ArgumentNullException.ThrowIfNull(inquiry);
        return inquiry.IsOverdue || inquiry.Deadline < Now;
    }
}
