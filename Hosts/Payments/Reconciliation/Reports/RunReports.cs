using System.Globalization;
using System.Text;
using DichVuCong.Payments.Desk;
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
        Require(run);
        Directory.CreateDirectory(folder);
        var paths = new List<string>();
        await using (var csv = new CsvReport(folder, $"doi-soat_{StemOf(run)}"))
        {
            await csv.WriteAsync(new RunReport(database).RowsAsync(run.Id, cancellationToken), cancellationToken);
            paths.AddRange(csv.Paths);
        }

        var page = Path.Combine(folder, SummaryName(run));
        await File.WriteAllTextAsync(
            page, await SummaryAsync(partner, run, by, cancellationToken), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), cancellationToken);
        paths.Add(page);
        if (!BankAnswer.IsPossible(partner.Family)) return paths;
        var path = Path.Combine(folder, BankAnswer.NameOf(await FileAsync(run, cancellationToken)));
        await using var to = File.Create(path);
        await WriteAnswerAsync(to, partner, run, cancellationToken);
        return [.. paths, path];
    }

    /// <summary>What the CSV of a run is called; that of some agencies alone names the first.</summary>
    public static string CsvName(RunRow run, string? agency) => $"doi-soat_{StemOf(run)}{(agency is null ? "" : $"_{agency}")}.csv";

    /// <summary>What the page to sign is called.</summary>
    public static string SummaryName(RunRow run) => $"bien-ban_{StemOf(run)}.html";

    /// <summary>Whether the partner's files have a place for results, so that there is an answer.</summary>
    public static bool HasAnswer(ReconciledPartner partner)
    {
        ArgumentNullException.ThrowIfNull(partner);
        return BankAnswer.IsPossible(partner.Family);
    }

    /// <summary>What the answer to the bank is called.</summary>
    public async Task<string> AnswerNameAsync(RunRow run, CancellationToken cancellationToken) => BankAnswer.NameOf(await FileAsync(run, cancellationToken));

    /// <summary>Writes the rows as CSV in UTF-8 with BOM.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="run">The run, completed.</param>
    /// <param name="agencies">Only rows of these agencies; null for all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task WriteCsvAsync(Stream to, RunRow run, IReadOnlySet<string>? agencies, CancellationToken cancellationToken)
    {
        Require(run);
        return CsvReport.WriteAsync(to, new RunReport(database).RowsAsync(run.Id, cancellationToken), agencies, cancellationToken);
    }

    /// <summary>The page to print and sign.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="run">The run, completed.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="isMasked">Whether what looks like personal data in people's words is masked.</param>
    public async Task<string> SummaryAsync(ReconciledPartner partner, RunRow run, string by, CancellationToken cancellationToken, bool isMasked = false)
    {
        Require(run);
        var report = new RunReport(database);
        var signedOff = await report.SignedOffAsync(run.Id, MostSigned, agencies: null, cancellationToken);
        if (isMasked) signedOff = [.. signedOff.Select(row => row with { Reason = row.Reason is { } said ? SpokenText.Masked(said) : null })];
        return SummaryReport.Of(new Summary(
            partner, run, await FileAsync(run, cancellationToken), await new ReconciliationRuns(database).TotalsAsync(run.Id, cancellationToken),
            await report.TotalsAsync(run.Id, cancellationToken), signedOff, time.GetUtcNow(), by));
    }

    /// <summary>Writes the answer to the bank in its own layout.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="partner">The partner; its files have a place for results (<see cref="HasAnswer"/>).</param>
    /// <param name="run">The run, completed.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task WriteAnswerAsync(Stream to, ReconciledPartner partner, RunRow run, CancellationToken cancellationToken)
    {
        Require(run);
        var report = new RunReport(database);
        var file = await FileAsync(run, cancellationToken);
        var outcomes = await report.OutcomesAsync(run.Id, file.Id, cancellationToken);
        var missing = new List<ReportRow>();
        await foreach (var row in report.RowsAsync(run.Id, cancellationToken))
        {
            if (row is { Side: 0, Class: (short)ResultClass.MissingAtBank, TransactionNo.Length: > 0 }) missing.Add(row);
        }

        BankAnswer.Write(to, partner, run, intake.Reopen(partner, file), file, time.GetUtcNow(), outcomes, missing);
    }

    private async Task<StatementFileRow> FileAsync(RunRow run, CancellationToken cancellationToken) =>
        await new StatementList(database).FindAsync(run.File, cancellationToken) ?? throw new InvalidOperationException($"Run {run.Name} has no file.");

    private static string StemOf(RunRow run) => string.Create(CultureInfo.InvariantCulture, $"{run.Partner}_{run.Day:yyyyMMdd}_{run.Number}");

    private static void Require(RunRow run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (!run.IsCompleted) throw new InvalidOperationException($"Run {run.Name} is not completed.");
        if (!run.HasInputs) throw new InvalidOperationException($"What run {run.Name} was matched from is past its keeping.");
    }
}
