using DichVuCong.Operations.Pages.Accounts;
using DichVuCong.Operations.Pages.Approvals;
using DichVuCong.Operations.Pages.Audit;
using DichVuCong.Operations.Pages.Deadlines;
using DichVuCong.Operations.Pages.Dossiers;
using DichVuCong.Operations.Pages.Overview;
using DichVuCong.Operations.Pages.Parked;
using DichVuCong.Operations.Pages.Partners;
using DichVuCong.Operations.Pages.Payments;
using DichVuCong.Operations.Pages.Reconciliation;
using DichVuCong.Operations.Pages.Sagas;
using DichVuCong.Operations.Pages.Session;

namespace DichVuCong.Operations.Pages;

/// <summary>The parts of the screen, in the order of the navigation. A part adds itself with one line below its heading.</summary>
internal static class PageList
{
    public static IReadOnlyList<PageArea> All { get; } =
    [
        // Tổng quan: /
        OverviewArea.Area,
        // Hồ sơ: /dossiers
        DossiersArea.Area,
        // Saga: /sagas
        SagasArea.Area,
        // Tin chờ xử lý tay: /parked
        ParkedArea.Area,
        // Duyệt: /approvals
        ApprovalsArea.Area,
        // Đối tác: /partners
        PartnersArea.Area,
        // Thời hạn: /deadlines
        DeadlinesArea.Area,
        // Thanh toán: /payments
        PaymentsArea.Area,
        // Đối soát: /reconciliation
        ReconciliationArea.Area,
        // Tài khoản: /accounts
        AccountsArea.Area,
        // Nhật ký: /audit
        AuditArea.Area,
        // Phiên làm việc: /session
        SessionArea.Area,
    ];
}
