using DichVuCong.Contracts;
using DichVuCong.Payments.Desk;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Reconciliation;
using Npgsql;

namespace DichVuCong.Operations.Pages.Reconciliation;

/// <summary>Reads what the pages of reconciliation show. Files and totals of a partner belong to no agency: who sees a part of the tree sees that part alone.</summary>
internal sealed class ReconciliationReader(NpgsqlDataSource database, ReconciliationDesk desk, RunQueue queue, AccessPolicy policy, TimeProvider time)
{
    public async Task<ReconciliationModel> ListAsync(Operator person, string? partner, CancellationToken cancellationToken)
    {
        const int most = ReconciliationModel.Most;
        var isWhole = person.Scope is null;
        var model = new ReconciliationModel
        {
            Partners = desk.Settings.All,
            Partner = partner,
            Yesterday = VietnamTime.DayOf(time.GetUtcNow()).AddDays(-1),
            IsWhole = isWhole,
            Runs = await desk.Runs.ListAsync(partner, most, cancellationToken),
            Missing = await desk.Files.MissingAsync(partner, most, cancellationToken),
        };
        return !isWhole
            ? model
            : model with
            {
                Files = await desk.Files.ListAsync(partner, most, cancellationToken),
                Rejections = await desk.Files.RejectionsAsync(partner, most, cancellationToken),
            };
    }

    /// <summary>A partner's day; null when neither a partner nor a run nor a file is of this name.</summary>
    public async Task<ReconciledDayModel?> DayAsync(Operator person, string partner, DateOnly day, CancellationToken cancellationToken)
    {
        var runs = await desk.Runs.OfDayAsync(partner, day, cancellationToken);
        var settings = desk.Settings.Find(partner);
        if (settings is null && runs.Count == 0) return null;
        var model = new ReconciledDayModel
        {
            Partner = partner,
            Settings = settings,
            Day = day,
            Runs = runs,
            Run = runs.FirstOrDefault(run => run.IsCompleted),
            Ordered = queue.Find(partner, day),
            IsWhole = person.Scope is null,
        };
        if (model.IsWhole)
        {
            model = model with
            {
                Files = await desk.Files.OfDayAsync(partner, day, cancellationToken),
                Rejections = await desk.Files.RejectionsOfDayAsync(partner, day, cancellationToken),
            };
        }

        if (model.Run is not { } run) return model;
        var codes = policy.CodesOf(person);
        return model with
        {
            Totals = await TotalsAsync(run, codes, cancellationToken),
            Differences = await new RunReport(database).SignedOffAsync(run.Id, ReconciledDayModel.Most, codes, cancellationToken),
            Repeats = await RunRepeats.ListAsync(database, run.Id, 20, cancellationToken),
        };
    }

    /// <summary>The totals of the operator's agencies, added up; without a limit, those that the run proved.</summary>
    private async Task<IReadOnlyList<RunTotal>> TotalsAsync(RunRow run, IReadOnlyList<string>? codes, CancellationToken cancellationToken)
    {
        if (codes is null) return await desk.Runs.TotalsAsync(run.Id, cancellationToken);
        var mine = codes.ToHashSet(StringComparer.Ordinal);
        var totals = (await new RunReport(database).TotalsAsync(run.Id, cancellationToken))
            .Where(total => total.Agency is { } agency && mine.Contains(agency)).ToList();
        return [Sum(0, totals), .. totals.GroupBy(total => total.Class).OrderBy(group => group.Key).Select(group => Sum(group.Key, group))];
    }

    private static RunTotal Sum(short number, IEnumerable<AgencyTotal> totals) => totals.Aggregate(
        new RunTotal(number, 0, 0, 0, 0),
        (sum, total) => sum with
        {
            LedgerCount = sum.LedgerCount + total.LedgerCount,
            LedgerAmount = sum.LedgerAmount + total.LedgerAmount,
            StatementCount = sum.StatementCount + total.StatementCount,
            StatementAmount = sum.StatementAmount + total.StatementAmount,
        });
}
