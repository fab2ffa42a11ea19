using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Cli.Commands.Dossiers;

/// <summary>What operators call things of the journal, the queues and the registry. What has no word here is shown by its own name.</summary>
internal static class DossierWords
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        // The journal's outcomes.
        ["Decided"] = "đã quyết định",
        ["Done"] = "xong",
        ["Refused"] = "bị từ chối",
        ["Transient"] = "lỗi tạm thời, sẽ gọi lại",
        ["Unknown"] = "không rõ kết quả, sẽ hỏi lại",
        ["Absent"] = "bên kia chưa có",
        ["Pending"] = "bên kia đang làm",
        ["StaleClock"] = "đồng hồ đã đổi, bỏ qua",
        ["NoSaga"] = "không có đối tượng",
        ["Parked"] = "đưa vào bãi đỗ",
        ["Retried"] = "chạy lại từ bãi đỗ",
        ["Edited"] = "sửa rồi chạy lại",
        ["Discarded"] = "đã bỏ",
        ["GivenUp"] = "thôi gọi, có thể mất",
        ["Late"] = "kết quả đến muộn",
        ["ClockMoved"] = "lịch đổi, hạn dời",

        // Notices.
        ["Ordered"] = "đang gửi",
        ["Sent"] = "đã gửi",
        ["Failed"] = "không gửi được",
        ["receipt"] = "giấy tiếp nhận",

        // What rows come with.
        ["dossier"] = "DongBoHoSoMC",
        ["progress"] = "CapNhatTienDoHoSoMC",
        ["status"] = "DongBoTrangThaiHoSo",
        ["asked"] = "TraCuuHoSo (hỏi lại sau khôi phục)",

        // Contents and the coordination desk.
        ["filed"] = "nộp hồ sơ",
        ["supplemented"] = "bổ sung hồ sơ",
        ["task-opened"] = "chờ điều phối",
        ["task-closed"] = "đã điều phối",

        // Flags.
        ["impossibleTransition"] = "chuyển trạng thái bất thường",
        ["fromTheFuture"] = "thời điểm ở tương lai",
        ["deadlineDiffers"] = "ngày hẹn trả lệch hạn tính",
        ["appointmentMoved"] = "dời ngày hẹn trả",
        ["noTerm"] = "không có thời hạn trong danh mục",
        ["fileFault"] = "tệp lỗi",
        ["resolved"] = "đã hợp lệ",
        ["corrected"] = "đã chấp nhận đính chính",
        ["tooOld"] = "bản ghi quá cũ",

        // Where messages wait.
        ["outbound"] = "chờ gọi",
        ["calling"] = "đang gọi",
        ["later"] = "chờ gọi lại",
        ["ready"] = "chờ xử lý",
        ["waiting"] = "chờ hồ sơ đến",
        ["held"] = "chờ sau bản tin bị đỗ",
        ["parked"] = "bãi đỗ",

        // Clocks.
        ["undelivered"] = "chưa chuyển được",
        ["acceptance"] = "hạn tiếp nhận",
        ["deadline"] = "hạn trả kết quả",
        ["silence"] = "cơ quan im lặng",
        ["future"] = "bản ghi tương lai",
    };

    private static readonly (DossierAlarms Alarm, string Word)[] Alarms =
    [
        (DossierAlarms.Overdue, "quá hạn"),
        (DossierAlarms.Undelivered, "chưa chuyển được"),
        (DossierAlarms.NotAccepted, "chưa tiếp nhận"),
        (DossierAlarms.Silent, "cơ quan im lặng"),
        (DossierAlarms.Flagged, "có dấu hiệu lạ"),
    ];

    /// <summary>The word of something, or its own name.</summary>
    public static string Of(string? name) => name is null ? "" : Words.GetValueOrDefault(name, name);

    /// <summary>The words of alarms.</summary>
    public static string Of(DossierAlarms alarms) => string.Join(", ", Alarms.Where(row => alarms.HasFlag(row.Alarm)).Select(row => row.Word));

    /// <summary>A state by number and name.</summary>
    public static string Of(DossierState state) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(int)state} {DossierStateNames.Of(state)}");
}
