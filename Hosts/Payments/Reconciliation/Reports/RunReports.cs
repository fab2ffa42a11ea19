using System.Globalization;
using System.Text;
using DichVuCong.Registries.Reconciliation;
using DichVuCong.Saga.Reconciliation;
using Npgsql;

namespace DichVuCong.Payments.Reconciliation.Reports;

/// <summary>Writes the reports of a completed run into a folder: CSV for the partner and each agency, the page to sign, the answer to the bank.</summary>
public sealed class RunReports(NpgsqlDataSource database, StatementIntake intake, TimeProvider time)
{
    /// <summary>Differences that the page shows; the CSV has all.</summary>
    private const int MostSigned = 5000;

    /// <summary>Writes them.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="run">The run, completed.</param>
    /// <param name="folder">Where to; made when it is not there. Files of the same names are written anew.</param>
    /// <param name="by">Who makes them.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The paths of what was written.</returns>
    public async Task<IReadOnlyList<string>> WriteAsync(ReconciledPartner partner, RunRow run, string folder, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(partner);
        ArgumentNullException.ThrowIfNull(run);
        if (!run.IsCompleted) throw new InvalidOperationException($"Run {run.Name} is not completed.");
        if (!run.HasInputs) throw new InvalidOperationException($"What run {run.Name} was matched from is past its keeping.");
        Directory.CreateDirectory(folder);
        var report = new RunReport(database);
        var file = await new StatementList(database).FindAsync(run.File, cancellationToken)
            ?? throw new InvalidOperationException($"Run {run.Name} has no file.");
        var day = run.Day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var paths = new List<string>();
        await using (var csv = new CsvReport(folder, $"doi-soat_{run.Partner}_{day}_{run.Number}"))
        {
            await csv.WriteAsync(report.RowsAsync(run.Id, cancellationToken), cancellationToken);
            paths.AddRange(csv.Paths);
        }

        var summary = new Summary(
            partner, run, file, await new ReconciliationRuns(database).TotalsAsync(run.Id, cancellationToken),
            await report.TotalsAsync(run.Id, cancellationToken),
            await report.SignedOffAsync(run.Id, MostSigned, cancellationToken), time.GetUtcNow(), by);
        var page = Path.Combine(folder, $"bien-ban_{run.Partner}_{day}_{run.Number}.html");
        await File.WriteAllTextAsync(page, SummaryReport.Of(summary), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), cancellationToken);
        paths.Add(page);
        if (BankAnswer.IsPossible(partner.Family)) paths.Add(await AnswerAsync(partner, run, file, folder, report, cancellationToken));
        return paths;
    }

    private async Task<string> AnswerAsync(
        ReconciledPartner partner, RunRow run, StatementFileRow file, string folder, RunReport report, CancellationToken cancellationToken)
    {
        var outcomes = await report.OutcomesAsync(run.Id, file.Id, cancellationToken);
        var missing = new List<ReportRow>();
        await foreach (var row in report.RowsAsync(run.Id, cancellationToken))
        {
            if (row is { Side: 0, Class: (short)ResultClass.MissingAtBank, TransactionNo.Length: > 0 }) missing.Add(row);
        }

        var path = Path.Combine(folder, BankAnswer.NameOf(file));
        await using var to = File.Create(path);
        BankAnswer.Write(to, partner, run, intake.Reopen(partner, file), file, time.GetUtcNow(), outcomes, missing);
        return path;
    }
}
