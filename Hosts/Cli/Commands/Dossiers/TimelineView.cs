using System.Globalization;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Dossiers.Timeline;
using Spectre.Console;

namespace DichVuCong.Cli.Commands.Dossiers;

/// <summary>A timeline on a terminal.</summary>
internal static class TimelineView
{
    private static readonly Dictionary<TimelineKind, string> Kinds = new()
    {
        [TimelineKind.Content] = "Hồ sơ",
        [TimelineKind.Row] = "Nhận",
        [TimelineKind.Flag] = "Dấu hiệu",
        [TimelineKind.Decision] = "Quyết định",
        [TimelineKind.Call] = "Gửi",
        [TimelineKind.Notice] = "Thông báo",
        [TimelineKind.Coordination] = "Điều phối",
        [TimelineKind.Payment] = "Thanh toán",
        [TimelineKind.Parcel] = "Bưu chính",
    };

    public static void Show(IAnsiConsole console, DossierTimeline timeline, DateTimeOffset now)
    {
        ShowRow(console, timeline.Dossier, now);
        var entries = Tables.Of("Lúc", "Việc", "Nội dung", "Ở đâu", "Kết quả");
        foreach (var entry in timeline.Entries)
        {
            entries.Row(Tables.Time(entry.At), Kinds[entry.Kind], WhatOf(entry), entry.Where, OutcomeOf(entry));
        }

        console.Write(entries);
        foreach (var month in timeline.UnreadMonths) console.Line($"Chưa đọc được nhật ký lưu trữ tháng {month:MM/yyyy}: đặt DVC_ARCHIVE trỏ đến thư mục lưu trữ.");
        ShowClocks(console, timeline.Clocks, now);
        ShowPending(console, timeline.Pending);
    }

    private static void ShowRow(IAnsiConsole console, DossierRow row, DateTimeOffset now)
    {
        console.Line($"{row.Code}  {DossierWords.Of(row.State)} từ {Tables.Time(row.StateSince)}");
        console.Line($"Thủ tục {row.Procedure}, cơ quan {row.Agency?.Value ?? Tables.Nothing}, hệ thống {row.System ?? Tables.Nothing}, "
            + (row.Central ? "phục vụ tập trung" : "tại hệ thống một cửa"));
        console.Line($"Nộp {Tables.Time(row.FiledAt)}, chuyển đến {Tables.Time(row.DeliveredAt)}, tiếp nhận {Tables.Time(row.AcceptedAt)}, xong {Tables.Time(row.FinishedAt)}");
        var late = row.FinishedAt is null && row.Deadline < now ? " (đã qua)" : "";
        var deadline = row.DeadlineSuspended ? "đang dừng" : Tables.Time(row.Deadline) + late;
        console.Line($"Giấy tiếp nhận bản {row.ReceiptVersion}, hẹn trả {deadline}, hạn tự tính {Tables.Time(row.OwnDeadline)}");
        if (row.Alarms != DossierAlarms.None) console.Line($"Cảnh báo: {DossierWords.Of(row.Alarms)}");
    }

    private static string WhatOf(TimelineEntry entry)
    {
        var what = entry.Kind switch
        {
            TimelineKind.Row => $"{DossierWords.Of(entry.What)}: {DossierWords.Of(entry.State!.Value)}, thời điểm {Tables.Time(entry.HappenedAt)}",
            TimelineKind.Content => $"{DossierWords.Of(entry.What)} (bản {entry.Detail})",
            TimelineKind.Call => string.Create(CultureInfo.InvariantCulture, $"{entry.What}, lần {entry.Attempt}"),
            TimelineKind.Payment or TimelineKind.Parcel => $"{DossierWords.Of(entry.What)} {entry.Reference}",
            _ => DossierWords.Of(entry.What),
        };
        if (entry.RowId is not null) what += $" [{entry.RowId}]";
        return entry.Details is { } details
            ? $"{what}; {string.Join("; ", new[] { details.Officer, details.Title, details.Department, details.Text }.Where(text => !string.IsNullOrEmpty(text)))}"
            : what;
    }

    private static string OutcomeOf(TimelineEntry entry)
    {
        var parts = new List<string>();
        if (entry.Outcome is not null && !(entry.Kind == TimelineKind.Decision && entry.Outcome == "Decided")) parts.Add(DossierWords.Of(entry.Outcome));
        if (entry.Amount is { } amount) parts.Add(amount.ToString());
        if (entry.Took is { } took) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{took.TotalMilliseconds:F0} ms"));
        if (entry.Kind == TimelineKind.Row) parts.Add(Lateness(entry));
        if (entry.Edge is not null) parts.Add(entry.Edge);
        if (entry.Calendar is { } calendar) parts.Add(string.Create(CultureInfo.InvariantCulture, $"lịch {calendar}"));
        if (entry.Flag is not null && entry.Kind == TimelineKind.Row) parts.Add("⚑ " + DossierWords.Of(Contracts.Catalogue.EnumWord<DossierFlag>.Of(entry.Flag.Value)));
        if (entry.AppointmentAt is { } appointment) parts.Add($"hẹn trả {Tables.Time(appointment)}");
        if (entry.Detail is not null && entry.Kind != TimelineKind.Content) parts.Add(entry.Detail);
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    /// <summary>How far what the agency says and when it said it lie apart.</summary>
    private static string Lateness(TimelineEntry entry)
    {
        var late = entry.At - entry.HappenedAt!.Value;
        return Math.Abs(late.TotalMinutes) < 1 ? "" : $"{(late > TimeSpan.Zero ? "muộn" : "sớm")} {Tables.Span(late)}";
    }

    private static void ShowClocks(IAnsiConsole console, IReadOnlyList<ClockView> clocks, DateTimeOffset now)
    {
        if (clocks.Count == 0) return;
        var table = Tables.Of("Đồng hồ", "Đến hạn", "Tình trạng", "Lịch", "Bắt đầu");
        foreach (var clock in clocks)
        {
            var state = clock.IsSuspended ? "đang dừng" : clock.Due <= now ? "đã đến hạn" : $"còn {Tables.Span(clock.Due - now)}";
            table.Row(DossierWords.Of(clock.Name), clock.IsSuspended ? null : Tables.Time(clock.Due), state, clock.Calendar, Tables.Time(clock.Started));
        }

        console.Write(table);
    }

    private static void ShowPending(IAnsiConsole console, IReadOnlyList<PendingView> pending)
    {
        if (pending.Count == 0) return;
        var table = Tables.Of("Đang chờ", "Ở đâu", "Bản tin", "Từ lúc", "Lần tới", "Lý do");
        foreach (var row in pending)
        {
            table.Row(DossierWords.Of(row.Stage), row.Where, row.Type, Tables.Time(row.Since), row.Due is null ? null : Tables.Time(row.Due), row.Reason);
        }

        console.Write(table);
    }
}
