using DichVuCong.Registries.Accounts.Desk;

namespace DichVuCong.Operations.Pages.Accounts;

/// <summary>What the page of accounts shows: the operator's part of the tree of agencies, without a single name of a person.</summary>
public sealed record AccountsModel
{
    /// <summary>The longest list.</summary>
    public const int Most = 100;

    /// <summary>Locks for inactivity are shown as long before as they are announced.</summary>
    public const int DaysAhead = 14;

    /// <summary>Reviews are shown as long before as agencies are reminded.</summary>
    public const int ReviewDaysAhead = 30;

    /// <summary>When it was asked.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Units' open requests, the first to be due first.</summary>
    public required IReadOnlyList<RequestRow> Requests { get; init; }

    /// <summary>What one-stop systems refused.</summary>
    public required IReadOnlyList<PushRow> Refused { get; init; }

    /// <summary>Accounts that will be locked for inactivity.</summary>
    public required IReadOnlyList<LockingRow> Locking { get; init; }

    /// <summary>Reviews that are due or overdue.</summary>
    public required IReadOnlyList<ReviewRow> Reviews { get; init; }

    /// <summary>Whether the time for a request has passed (A10.4).</summary>
    public bool IsLate(RequestRow request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.IsOverdue || request.Deadline < Now;
    }

    /// <summary>Whether a review is overdue (A11.4).</summary>
    public bool IsLate(ReviewRow review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return review.IsOverdue || review.Due < Now;
    }
}
