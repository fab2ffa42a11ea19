using DichVuCong.Contracts.Catalogue;
using DichVuCong.Messaging;
using DichVuCong.Operations.Language;

namespace DichVuCong.Operations.Pages.Deadlines;

/// <summary>How things about deadlines are called.</summary>
internal static class DeadlineWords
{
    private static readonly Dictionary<string, Words> Rules = new(StringComparer.Ordinal)
    {
        ["deadline"] = new("Hạn giải quyết", "Deadline of the dossier"),
        ["acceptance"] = new("Hạn tiếp nhận", "Acceptance"),
        ["undelivered"] = new("Chưa chuyển tới cơ quan", "Undelivered"),
        ["silence"] = new("Cơ quan im lặng", "Silent agency"),
        ["future"] = new("Trạng thái có hiệu lực sau", "State of the future"),
        ["expiry"] = new("Hết hạn thanh toán", "Payment expires"),
        ["asking"] = new("Hỏi ngân hàng", "Asks the bank"),
        ["receipt"] = new("Chờ biên lai", "Receipt awaited"),
        ["claim"] = new("Hạn khiếu nại", "Claim"),
        ["reminder"] = new("Nhắc tra soát", "Reminder of an inquiry"),
    };

    /// <summary>A rule; what has no word is shown by its own name.</summary>
    public static Words Rule(string name) => Rules.GetValueOrDefault(name) ?? new Words(name, name);

    public static Words Unit(TimeUnit unit) => unit switch
    {
        TimeUnit.WorkingHours => new("phút làm việc", "working minutes"),
        TimeUnit.WorkingDays => new("ngày làm việc", "working days"),
        TimeUnit.CalendarDays => new("ngày", "days"),
        TimeUnit.Months => new("tháng", "months"),
        _ => new("phút phục vụ", "minutes of service"),
    };

    public static Words Kind(DayKind kind) => kind switch
    {
        DayKind.Holiday => new("Nghỉ lễ", "Holiday"),
        DayKind.CompensatoryDayOff => new("Nghỉ bù", "Day off in exchange"),
        _ => new("Làm bù", "Working day in exchange"),
    };
}
