using System.Globalization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Saga.Tests.Dossiers;

/// <summary>What the order of arrival must not change.</summary>
internal static class Ending
{
    private static readonly string[] OfAlarms = ["BecameOverdue", "Undelivered", "Delivered"];

    /// <summary>
    /// Everything, when all had arrived before any clock fired. (A clock that never ran cannot stand still: whether one that is suspended is
    /// there depends on the order.)
    /// </summary>
    public static string Of(DossierDriver driver) => $"{Facts(driver, without: [])}\nclocks {driver.Clocks.RunningNames}";

    /// <summary>What does not depend on when we knew it.</summary>
    public static string OfFacts(DossierDriver driver) => Facts(driver, OfAlarms);

    public static void ShouldAgree(string one, string other, string? how = null)
    {
        if (one != other) Assert.Fail($"{how}\nhas led to\n{other}\nand should have led to\n{one}");
    }

    private static string Facts(DossierDriver driver, string[] without)
    {
        var shown = driver.Shown;
        var isDelivered = shown.State == DossierState.Registered && shown.Since == driver.Data.DeliveredAt;
        var figures = driver.Figures.Where(figure => !without.Any(name => figure.Key.EndsWith(name, StringComparison.Ordinal)));
        return string.Join('\n',
        [
            $"state {shown.State} since {(isDelivered ? "it was delivered" : Show(shown.Since))}",
            $"accepted {Show(shown.AcceptedAt)} finished {Show(shown.FinishedAt)} suspended {shown.Suspended}",
            $"deadline {Show(shown.Deadline)} own {Show(shown.OwnDeadline)} delivered {driver.Data.DeliveredAt is not null}",
            $"flags {driver.Flags.Standing}",
            $"history {string.Join(' ', driver.History.Keys.Order(StringComparer.Ordinal))}",
            .. figures.Select(figure => $"{figure.Key} {figure.Value}"),
        ]);
    }

    private static string Show(DateTimeOffset? at) =>
        at is { } instant ? VietnamTime.Local(instant).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : "-";
}
