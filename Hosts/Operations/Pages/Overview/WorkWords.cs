using System.Globalization;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Payments;
using DichVuCong.Operations.Language;
using DichVuCong.Payments.Desk;
using DichVuCong.Registries.Operations.Work;

namespace DichVuCong.Operations.Pages.Overview;

/// <summary>How things that need a human are called, and where they lead.</summary>
internal static class WorkWords
{
    private static readonly (DossierAlarms Alarm, Words Words)[] Alarms =
    [
        (DossierAlarms.Overdue, new("quá hạn", "overdue")),
        (DossierAlarms.Undelivered, new("chưa chuyển được", "not delivered")),
        (DossierAlarms.NotAccepted, new("chưa tiếp nhận", "not accepted")),
        (DossierAlarms.Silent, new("cơ quan im lặng", "the agency is silent")),
        (DossierAlarms.Flagged, new("có dấu hiệu lạ", "flagged")),
    ];

    public static Words Of(WorkKind kind) => kind switch
    {
        WorkKind.Parked => new("Tin chờ xử lý tay", "Parked messages"),
        WorkKind.Partner => new("Đối tác có sự cố", "Sick partners"),
        WorkKind.Overdue => new("Hồ sơ quá hạn", "Overdue dossiers"),
        WorkKind.Coordination => new("Chờ điều phối", "To be assigned"),
        WorkKind.Alarm => new("Hồ sơ có cảnh báo", "Dossiers with an alarm"),
        WorkKind.SoonOverdue => new("Sắp quá hạn (24 giờ)", "Due within 24 hours"),
        WorkKind.Difference => new("Sai lệch thanh toán", "Payment differences"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    public static Words Of(WorkStep step) => step switch
    {
        WorkStep.Acknowledged => new("Đã biết", "Acknowledged"),
        WorkStep.Assigned => new("Giao", "Assigned"),
        WorkStep.HandedOver => new("Bàn giao", "Handed over"),
        WorkStep.Noted => new("Ghi chú", "Noted"),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, message: null),
    };

    /// <summary>How bad a kind is: a class of the style sheet.</summary>
    public static string Weight(WorkKind kind, long count) => count == 0 ? "good" : kind switch
    {
        WorkKind.Parked or WorkKind.Partner or WorkKind.Overdue => "bad",
        _ => "warn",
    };

    /// <summary>What a thing is about, in words.</summary>
    public static string Detail(WorkItem item, Tongue tongue) => item.Kind switch
    {
        WorkKind.Overdue or WorkKind.Alarm when short.TryParse(item.Detail, NumberStyles.None, CultureInfo.InvariantCulture, out var alarms) =>
            string.Join(", ", Alarms.Where(row => ((DossierAlarms)alarms).HasFlag(row.Alarm)).Select(row => row.Words.In(tongue))),
        WorkKind.Difference when byte.TryParse(item.Detail, NumberStyles.None, CultureInfo.InvariantCulture, out var kind) => PaymentWords.Of((DifferenceKind)kind, tongue == Tongue.English),
        WorkKind.SoonOverdue => new Words("sắp đến hạn trả", "the deadline is near").In(tongue),
        _ => item.Detail,
    };

    /// <summary>The page on which it is mended.</summary>
    public static string Place(WorkItem item) => item.Kind switch
    {
        WorkKind.Parked => $"/parked/causes/{item.Subject}",
        WorkKind.Partner => "/partners",
        WorkKind.Difference => $"/payments/inquiries/{Uri.EscapeDataString(item.Subject)}",
        _ => $"/dossiers/{Uri.EscapeDataString(item.Subject)}",
    };
}
