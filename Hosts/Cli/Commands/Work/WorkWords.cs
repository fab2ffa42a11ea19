using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Payments;
using DichVuCong.Payments.Desk;
using DichVuCong.Registries.Operations;
using DichVuCong.Registries.Operations.Work;

namespace DichVuCong.Cli.Commands.Work;

/// <summary>What operators call things that need them.</summary>
internal static class WorkWords
{
    /// <summary>An item's detail: numbers of alarms and of differences get their words.</summary>
    public static string DetailOf(WorkItem item) => item.Kind switch
    {
        WorkKind.Overdue or WorkKind.Alarm when short.TryParse(item.Detail, out var alarms) => OperatorWords.Of((DossierAlarms)alarms),
        WorkKind.Difference when byte.TryParse(item.Detail, out var kind) => PaymentWords.Of((DifferenceKind)kind),
        WorkKind.SoonOverdue => OperatorWords.Of("soon-overdue"),
        _ => item.Detail,
    };
}
