using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Identity;

namespace DichVuCong.Gateway.Identity.HandOvers;

/// <summary>What hand-overs are refused with.</summary>
internal static class HandOverProblems
{
    public static Problem Central() => new()
    {
        Code = "served-centrally",
        Title = "Thủ tục được tiếp nhận tập trung",
        Status = StatusCodes.Status422UnprocessableEntity,
        Field = "procedure",
        Detail = "Hồ sơ của thủ tục này được nộp ngay trên Cổng hoặc hệ thống điều phối, không chuyển hướng.",
    };

    public static Problem SystemAway(string system) => new()
    {
        Code = "system-away",
        Title = "Hệ thống chưa sẵn sàng tiếp nhận chuyển hướng",
        Status = StatusCodes.Status409Conflict,
        Detail = $"{system} hiện không tiếp nhận người dùng chuyển hướng. Vui lòng thử lại sau.",
    };

    public static Problem NoKey() => new()
    {
        Code = "no-ticket-key",
        Title = "Chưa cấu hình khóa ký vé",
        Status = StatusCodes.Status503ServiceUnavailable,
        Detail = "Không có khóa nào đang hiệu lực để ký vé chuyển hướng. Đề nghị báo cho đơn vị vận hành.",
    };

    /// <summary>Why a ticket is not taken.</summary>
    public static Problem Of(TicketOutcome outcome) => outcome switch
    {
        TicketOutcome.Used => NotTaken("ticket-used", StatusCodes.Status409Conflict),
        TicketOutcome.Expired => NotTaken("ticket-expired", StatusCodes.Status410Gone),
        TicketOutcome.OtherSystem => NotTaken("ticket-of-other-system", StatusCodes.Status403Forbidden),
        _ => NotTaken("ticket-unknown", StatusCodes.Status404NotFound),
    };

    public static Problem NotTaken(string code, int status) => new()
    {
        Code = code,
        Title = "Vé chuyển hướng không được chấp nhận",
        Status = status,
        Field = "ticket",
        Detail = "Đề nghị đưa người dùng quay lại Cổng Dịch vụ công quốc gia hoặc hệ thống điều phối để được chuyển hướng lại.",
    };
}
