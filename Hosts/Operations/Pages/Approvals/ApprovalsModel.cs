using DichVuCong.Operations.Language;
using DichVuCong.Registries.Operations.Approvals;

namespace DichVuCong.Operations.Pages.Approvals;

/// <summary>The page of proposals.</summary>
/// <param name="State">Which are asked for; null for all.</param>
/// <param name="Open">Those that wait; empty on later pages.</param>
/// <param name="Rows">The rows, the latest first.</param>
/// <param name="Next">Before which the next page begins; null for the last page.</param>
/// <param name="Kinds">How kinds are called.</param>
/// <param name="Pages">Where what each is about can be looked at.</param>
public sealed record ApprovalsModel(
    ApprovalState? State, IReadOnlyList<Approval> Open, IReadOnlyList<Approval> Rows, DateTimeOffset? Next, IReadOnlyDictionary<string, Words> Kinds,
    IReadOnlyDictionary<Guid, string?> Pages)
{
    /// <summary>How a kind is called.</summary>
    public Words KindOf(Approval approval)
    {
        ArgumentNullException.ThrowIfNull(approval);
        return Kinds.GetValueOrDefault(approval.Kind) ?? new Words(approval.Kind, approval.Kind);
    }

    /// <summary>How states are called.</summary>
    public static Words Of(ApprovalState state) => state switch
    {
        ApprovalState.Open => new Words("chờ duyệt", "open"),
        ApprovalState.Approved => new Words("đã duyệt và thực hiện", "approved and done"),
        ApprovalState.Rejected => new Words("đã từ chối", "rejected"),
        ApprovalState.Expired => new Words("hết hạn", "expired"),
        ApprovalState.Failed => new Words("duyệt nhưng không thực hiện được", "approved, failed"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
    };
}
