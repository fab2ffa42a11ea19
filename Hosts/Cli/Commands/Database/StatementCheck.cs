using System.Globalization;
using DichVuCong.Contracts;
using DichVuCong.Payments.Reconciliation;
using DichVuCong.Registries.Operations;
using DichVuCong.Registries.Reconciliation;
using Npgsql;

namespace DichVuCong.Cli.Commands.Database;

/// <summary>
/// Looks whether each partner's statements have come: that of a day is expected at the partner's hour on the day after, every calendar day.
/// </summary>
internal sealed class StatementCheck(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>What did not come in so many days has been seen by then.</summary>
    private const int MostDays = 62;
    private const int MostShown = 5;

    /// <summary>One result for each partner.</summary>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(IEnumerable<ReconciledPartner> partners, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var runs = new ReconciliationRuns(database);
        var results = new List<CheckResult>();
        foreach (var partner in partners)
        {
            var days = await runs.DaysWithoutFileAsync(partner.Code, VietnamTime.DayOf(now).AddDays(-1), MostDays, cancellationToken);
            results.Add(Result(partner, [.. days.Where(day => now >= partner.DueAt(day))]));
        }

        return results;
    }

    private static CheckResult Result(ReconciledPartner partner, IReadOnlyList<DateOnly> missing)
    {
        var shown = string.Join(", ", missing.TakeLast(MostShown).Select(day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)));
        return new CheckResult(
            missing.Count == 0 ? CheckLevel.Good : CheckLevel.Advice,
            $"statements of {partner.Code}",
            missing.Count switch
            {
                0 => "all came",
                <= MostShown => $"not come: {shown}",
                _ => $"not come: {missing.Count} days, the last {shown}",
            },
            $"each day's by {partner.ReconcileAt:HH\\:mm} on the day after: ask the partner (dvc reconcile files)");
    }
}
