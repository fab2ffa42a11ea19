using DichVuCong.Contracts;
using DichVuCong.Registries.Reconciliation;
using Npgsql;

namespace DichVuCong.Payments.Reconciliation;

/// <summary>What the clock did.</summary>
/// <param name="Runs">The runs that it ended, in their order.</param>
/// <param name="Missing">The days whose file is missing since now.</param>
public sealed record ClockAnswer(IReadOnlyList<RunRow> Runs, IReadOnlyList<MissingStatement> Missing);

/// <summary>
/// Runs what is due: for each partner every calendar day on the day after, at its hour; missed days in their order; a late or corrected file as soon as
/// it is there. A day without a file is not run, and is on record as missing once it is late.
/// </summary>
public sealed class ReconcilingClock(Reconciler reconciler, NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>What did not come in so many days is on record already.</summary>
    private const int MostDays = 62;

    private readonly ReconciliationRuns _runs = new(database);
    private readonly StatementList _files = new(database);

    /// <summary>Runs what is due at a partner.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="by">Which host runs it.</param>
    /// <param name="cancellationToken">Cancels; what was ended stays.</param>
    public async Task<ClockAnswer> RunDueAsync(ReconciledPartner partner, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(partner);
        var missing = await NoticeAsync(partner, cancellationToken);
        var runs = new List<RunRow>();
        foreach (var file in await _runs.WaitingAsync(partner.Code, cancellationToken))
        {
            if (time.GetUtcNow() < partner.DueAt(file.Day)) continue;
            var answer = await reconciler.RunAsync(partner, file.Day, by, repeats: false, cancellationToken);
            // Another host is at it, and goes on with the days after: they are run in their order.
            if (answer.Verdict == RunVerdict.Busy) break;
            if (answer is { Verdict: RunVerdict.Completed, Run: { } run }) runs.Add(run);
        }

        return new ClockAnswer(runs, missing);
    }

    private async Task<List<MissingStatement>> NoticeAsync(ReconciledPartner partner, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var noticed = new List<MissingStatement>();
        foreach (var day in await _runs.DaysWithoutFileAsync(partner.Code, VietnamTime.DayOf(now).AddDays(-1), MostDays, cancellationToken))
        {
            if (now < partner.MissingAt(day)) continue;
            if (!await _files.NoticeMissingAsync(partner.Code, day, cancellationToken)) continue;
            noticed.Add(new MissingStatement(partner.Code, day, now, ArrivedAt: null));
        }

        return noticed;
    }
}
