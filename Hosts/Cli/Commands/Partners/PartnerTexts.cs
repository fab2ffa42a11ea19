using DichVuCong.Registries.Operations.Partners;

namespace DichVuCong.Cli.Commands.Partners;

/// <summary>What operators call things about partners.</summary>
internal static class PartnerTexts
{
    public static string Of(PartnerSide side) => side switch
    {
        PartnerSide.Fine => "bình thường",
        PartnerSide.Quiet => "chưa có cuộc gọi",
        PartnerSide.Us => "lỗi phía ta",
        PartnerSide.Network => "lỗi mạng",
        PartnerSide.Partner => "lỗi phía đối tác",
        PartnerSide.Paused => "đang tạm dừng",
        _ => "đang bảo trì",
    };

    public static string Notice(MaintenanceView window) =>
        (window.AnnouncedAt is null ? "chưa báo" : "đã báo") + $", {window.WorkingDays} ngày làm việc trước" + (window.IsLate ? " (dưới 5: trái A32.3)" : "");
}
