using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Feed;
using DichVuCong.Registries.Payments;
using DichVuCong.Registries.Payments.Desk;

namespace DichVuCong.Payments.Desk;

/// <summary>All that is known of one order. No personal data.</summary>
/// <param name="Details">What the registry has.</param>
/// <param name="Callbacks">The callbacks that named it, the earliest first.</param>
/// <param name="Decisions">The decisions on its refunds, the earliest first.</param>
/// <param name="Inquiries">Its differences and the inquiries on them.</param>
/// <param name="Steps">What was said in those.</param>
/// <param name="Ledger">Its entries, in their order.</param>
/// <param name="Events">The events that are still kept, the earliest first.</param>
public sealed record OrderFile(
    OrderDetails Details,
    IReadOnlyList<CallbackRow> Callbacks,
    IReadOnlyList<RefundDecisionRow> Decisions,
    IReadOnlyList<InquiryRow> Inquiries,
    IReadOnlyList<(string Difference, InquiryStepRow Step)> Steps,
    IReadOnlyList<PostLedgerEntry> Ledger,
    IReadOnlyList<FeedEvent> Events);
