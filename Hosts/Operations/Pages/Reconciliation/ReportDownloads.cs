using System.Text;
using DichVuCong.Operations.Access;
using DichVuCong.Operations.Pages.Payments;
using DichVuCong.Operations.Pages.Shared;
using DichVuCong.Payments.Desk;
using DichVuCong.Payments.Reconciliation.Reports;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Audit;
using DichVuCong.Registries.Reconciliation;
using Npgsql;

namespace DichVuCong.Operations.Pages.Reconciliation;

/// <summary>
/// Reports as files. Of the CSV everybody gets the rows of their part of the tree; the page to sign and the answer to the bank are of all agencies,
/// and the answer may name payers in the bank's own words, so that who took it is on record.
/// </summary>
internal static class ReportDownloads
{
    public static async Task<IResult> CsvAsync(
        string partner, string date, Visit visit, ReconciliationDesk desk, AccessPolicy policy, CancellationToken cancellationToken)
    {
        if (await RunAsync(partner, date, desk, cancellationToken) is not { } run) return ProblemPages.Of(StatusCodes.Status404NotFound);
        if (!run.HasInputs) return PaymentPages.RefusalPage(ReconciliationDesk.PastKeeping(run));
        var agencies = policy.CodesOf(visit.Who)?.ToHashSet(StringComparer.Ordinal);
        return Results.Stream(
            to => desk.Reports.WriteCsvAsync(to, run, agencies, cancellationToken), "text/csv; charset=utf-8", RunReports.CsvName(run, visit.Who.Scope?.Value));
    }

    public static async Task<IResult> SummaryAsync(
        string partner, string date, Visit visit, ReconciliationDesk desk, AccessPolicy policy, CancellationToken cancellationToken)
    {
        if (await RunAsync(partner, date, desk, cancellationToken) is not { } run || desk.Settings.Find(partner) is not { } settings)
            return ProblemPages.Of(StatusCodes.Status404NotFound);
        policy.Require(visit.Who, Permission.Look, agency: null);
        if (!run.HasInputs) return PaymentPages.RefusalPage(ReconciliationDesk.PastKeeping(run));
        var page = await desk.Reports.SummaryAsync(
            settings, run, $"{visit.Who.Name} ({visit.Who.Subject})", cancellationToken, isMasked: !visit.May(Permission.Act));
        return Results.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(page)], "text/html; charset=utf-8", RunReports.SummaryName(run));
    }

    public static async Task<IResult> AnswerAsync(
        string partner, string date, Visit visit, ReconciliationDesk desk, AccessPolicy policy, AuditTrail trail, NpgsqlDataSource database,
        CancellationToken cancellationToken)
    {
        if (await RunAsync(partner, date, desk, cancellationToken) is not { } run || desk.Settings.Find(partner) is not { } settings
            || !RunReports.HasAnswer(settings))
        {
            return ProblemPages.Of(StatusCodes.Status404NotFound);
        }

        policy.Require(visit.Who, Permission.Act, agency: null);
        if (!run.HasInputs) return PaymentPages.RefusalPage(ReconciliationDesk.PastKeeping(run));
        // Written whole before a byte of it is sent: an answer that was cut off would be a wrong answer.
        var file = new FileStream(
            Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await desk.Reports.WriteAnswerAsync(file, settings, run, cancellationToken);
            await trail.WriteAsync(database, new AuditEntry(visit.Who, "reconciliation.answer-file", "reconciliation", run.Name), cancellationToken);
            file.Position = 0;
            return Results.File(file, "application/octet-stream", await desk.Reports.AnswerNameAsync(run, cancellationToken));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static async Task<RunRow?> RunAsync(string partner, string date, ReconciliationDesk desk, CancellationToken cancellationToken) =>
        ReconciliationPages.TryDay(date, out var day) ? await desk.Runs.CompletedAsync(partner, day, cancellationToken) : null;
}
