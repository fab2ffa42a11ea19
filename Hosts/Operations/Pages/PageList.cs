using DichVuCong.Operations.Pages.Approvals;
using DichVuCong.Operations.Pages.Audit;
using DichVuCong.Operations.Pages.Deadlines;
using DichVuCong.Operations.Pages.Parked;
using DichVuCong.Operations.Pages.Partners;
using DichVuCong.Operations.Pages.Session;

namespace DichVuCong.Operations.Pages;

/// <summary>The parts of the screen, in the order of the navigation. A part adds itself with one line below its heading.</summary>
internal static class PageList
{
    public static IReadOnlyList<PageArea> All { get; } =
    [
        // Tổng quan: /
        // Hồ sơ: /dossiers
        // Saga: /sagas
        // Tin chờ xử lý tay: /parked
        ParkedArea.Area,
        // Duyệt: /approvals
        ApprovalsArea.Area,
        // Đối tác: /partners
        PartnersArea.Area,
        // Thời hạn: /deadlines
        DeadlinesArea.Area,
        // Thanh toán: /payments
        // Đối soát: /reconciliation
        // Nhật ký: /audit
        AuditArea.Area,
        // Phiên làm việc: /session
        SessionArea.Area,
    ];
}
