using DichVuCong.Cli.Commands.Dossiers;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Payments;
using DichVuCong.Payments.Desk;
using DichVuCong.Registries.Operations.Work;

namespace DichVuCong.Cli.Commands.Work;

/// <summary>What operators call things that need them.</summary>
internal static class WorkWords
{
    public static string Of(WorkKind kind) => kind switch
    {
        WorkKind.Parked => "tin chờ xử lý tay",
        WorkKind.Partner => "đối tác có sự cố",
        WorkKind.Overdue => "hồ sơ quá hạn",
        WorkKind.Coordination => "hồ sơ chờ điều phối",
        WorkKind.Alarm => "hồ sơ có cảnh báo",
        WorkKind.SoonOverdue => "hồ sơ sắp quá hạn",
        WorkKind.Difference => "sai lệch thanh toán",
        _ => kind.ToString(),
    };

    public static string Of(WorkStep step) => step switch
    {
        WorkStep.Acknowledged => "đã biết",
        WorkStep.Assigned => "giao",
        WorkStep.HandedOver => "bàn giao",
        WorkStep.Noted => "ghi chú",
        _ => step.ToString(),
    };

    /// <summary>An item's detail: numbers of alarms and of differences get their words.</summary>
    public static string DetailOf(WorkItem item) => item.Kind switch
    {
        WorkKind.Overdue or WorkKind.Alarm when short.TryParse(item.Detail, out var alarms) => DossierWords.Of((DossierAlarms)alarms),
        WorkKind.Difference when byte.TryParse(item.Detail, out var kind) => PaymentWords.Of((DifferenceKind)kind),
        WorkKind.SoonOverdue => "sắp đến hạn trả",
        _ => item.Detail,
    };
}
