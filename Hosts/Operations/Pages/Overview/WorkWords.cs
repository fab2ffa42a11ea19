using System.Globalization;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Payments;
using DichVuCong.Operations.Language;
using DichVuCong.Payments.Desk;
using DichVuCong.Registries.Operations;
using DichVuCong.Registries.Operations.Work;

namespace DichVuCong.Operations.Pages.Overview;

/// <summary>How things that need a human are called, and where they lead.</summary>
internal static class WorkWords
{
    public static Words Of(WorkKind kind) => new(OperatorWords.Of(kind), OperatorWords.Of(kind, english: true));

    public static Words Of(WorkStep step) => new(OperatorWords.Of(step), OperatorWords.Of(step, english: true));

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
            OperatorWords.Of((DossierAlarms)alarms, tongue == Tongue.English),
        WorkKind.Difference when byte.TryParse(item.Detail, NumberStyles.None, CultureInfo.InvariantCulture, out var kind) => PaymentWords.Of((DifferenceKind)kind, tongue == Tongue.English),
        WorkKind.SoonOverdue => OperatorWords.Of("soon-overdue", tongue == Tongue.English),
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
