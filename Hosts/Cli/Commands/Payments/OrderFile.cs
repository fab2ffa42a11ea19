using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Feed;
using DichVuCong.Registries.Payments;
using DichVuCong.Registries.Payments.Desk;

namespace DichVuCong.Cli.Commands.Payments;

/// <summary>All that is known of one order.</summary>
internal sealed record OrderFile(
    OrderDetails Details,
    IReadOnlyList<CallbackRow> Callbacks,
    IReadOnlyList<RefundDecisionRow> Decisions,
    IReadOnlyList<InquiryRow> Inquiries,
    IReadOnlyList<(string Difference, InquiryStepRow Step)> Steps,
    IReadOnlyList<PostLedgerEntry> Ledger,
    IReadOnlyList<FeedEvent> Events);
