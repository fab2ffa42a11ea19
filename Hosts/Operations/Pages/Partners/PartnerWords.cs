using DichVuCong.Operations.Language;
using DichVuCong.Registries.Operations.Partners;

namespace DichVuCong.Operations.Pages.Partners;

/// <summary>How things about partners are called.</summary>
internal static class PartnerWords
{
    public static Words Of(PartnerSide side) => side switch
    {
        PartnerSide.Fine => new Words("bình thường", "fine"),
        PartnerSide.Quiet => new Words("chưa có cuộc gọi", "no calls yet"),
        PartnerSide.Us => new Words("lỗi phía ta", "our side"),
        PartnerSide.Network => new Words("lỗi mạng", "the network"),
        PartnerSide.Partner => new Words("lỗi phía đối tác", "their side"),
        PartnerSide.Paused => new Words("đang tạm dừng", "paused"),
        _ => new Words("đang bảo trì", "in maintenance"),
    };

    public static string ClassOf(PartnerSide side) => side switch
    {
        PartnerSide.Fine => "good",
        PartnerSide.Quiet => "soft",
        PartnerSide.Paused or PartnerSide.Maintenance => "warn",
        _ => "bad",
    };

    public static Words Circuit(string state) => state switch
    {
        "open" => new Words("ngắt", "open"),
        "half-open" => new Words("thử lại", "half-open"),
        _ => new Words("đóng", "closed"),
    };

    public static Words Outcome(string kind) => kind switch
    {
        "done" => new Words("đã làm", "done"),
        "refused" => new Words("từ chối", "refused"),
        "transient" => new Words("hỏng, gọi lại", "failed, tried again"),
        "unknown" => new Words("chưa rõ kết quả", "not known"),
        "absent" => new Words("hỏi: chưa có", "asked: not there"),
        _ => new Words("hỏi: đang làm", "asked: pending"),
    };

    public static Words Side(string? side) => side switch
    {
        "us" => new Words("phía ta", "us"),
        "network" => new Words("mạng", "network"),
        "partner" => new Words("phía đối tác", "them"),
        _ => new Words(Shown.Nothing, Shown.Nothing),
    };

    public static Words Contact(string kind) =>
        kind == "technical" ? new Words("Đầu mối kỹ thuật", "Technical contact") : new Words("Đầu mối nghiệp vụ", "Business contact");
}
