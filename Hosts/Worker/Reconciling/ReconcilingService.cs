using DichVuCong.Adapters.Banks.Statements;
using DichVuCong.Payments.Reconciliation;
using DichVuCong.Payments.Reconciliation.Reports;
using DichVuCong.Registries.Hosting;
using DichVuCong.Registries.Reconciliation;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DichVuCong.Worker.Reconciling;

/// <summary>
/// Takes the files of the inbox and runs what is due, on whichever Worker comes first. A partner whose file or run fails does not hold up the others,
/// and is tried again at the next look.
/// </summary>
internal sealed class ReconcilingService(
    ReconcilingSettings settings, StatementIntake intake, ReconcilingClock clock, RunReports reports, CatalogueWatcher catalogue, TimeProvider time,
    ILogger<ReconcilingService> logger) : BackgroundService
{
    private static readonly string Host = $"worker:{Environment.MachineName}";

    private readonly StatementInbox? _inbox = settings.Inbox is { } folder ? new StatementInbox(intake, folder, settings.StableFor, time) : null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Messages are named by what the runtime has written down: it starts with the catalogue.
        await catalogue.Loaded.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(settings.Interval, time);
        do
        {
            foreach (var partner in settings.All) await LookAsync(partner, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(ReconciledPartner partner, CancellationToken cancellationToken)
    {
        try
        {
            if (_inbox is not null) Tell(await _inbox.TakeAsync([partner], Host, cancellationToken));
            var answer = await clock.RunDueAsync(partner, Host, cancellationToken);
            foreach (var missing in answer.Missing) ReconcilingLog.Missing(logger, missing.Partner, missing.Day);
            foreach (var run in answer.Runs)
            {
                ReconciliationMetrics.Completed(run.Partner, run.Opened);
                ReconcilingLog.Completed(logger, run.Name, run.Opened, run.Resolved, run.Carried, run.Confirmed, run.Settled);
                if (settings.Reports is { } folder) await reports.WriteAsync(partner, run, Path.Combine(folder, partner.Code), Host, cancellationToken);
            }
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException or IOException or UnauthorizedAccessException)
        {
            ReconcilingLog.Interrupted(logger, partner.Code, failure.GetType().Name);
        }
        catch (Exception failure) when (failure is InvalidOperationException or OverflowException or StatementRejectedException)
        {
            // A run that does not tie out, or does not fit: nothing of it was kept, and it cannot mend itself. People must see it each time.
            ReconciliationMetrics.Failed(partner.Code);
            ReconcilingLog.Failed(logger, partner.Code, failure.Message);
        }
    }

    private void Tell(IReadOnlyList<InboxAnswer> answers)
    {
        foreach (var (partner, name, answer) in answers)
        {
            if (answer.Rejection is { } rejection) ReconcilingLog.Rejected(logger, partner, name, rejection.Line, rejection.Field, rejection.Rule);
            else ReconcilingLog.Taken(logger, partner, name, answer.File!.Day, answer.File.Number, answer.File.Lines);
        }
    }
}

/// <summary>What reconciliation logs.</summary>
internal static partial class ReconcilingLog
{
    [LoggerMessage(3101, LogLevel.Information, "Statement {Name} of {Partner} taken: day {Day}, number {Number}, {Lines} lines")]
    public static partial void Taken(ILogger logger, string partner, string name, DateOnly day, int number, long lines);

    [LoggerMessage(3102, LogLevel.Warning, "Statement {Name} of {Partner} rejected whole: line {Line} {Field}, rule {Rule} (dvc reconcile files)")]
    public static partial void Rejected(ILogger logger, string partner, string name, long line, string field, RejectionRule rule);

    [LoggerMessage(3103, LogLevel.Warning, "The statement of {Partner} for {Day} is missing (dvc reconcile files)")]
    public static partial void Missing(ILogger logger, string partner, DateOnly day);

    [LoggerMessage(
        3104, LogLevel.Information,
        "Reconciliation {Run} completed: {Opened} inquiries opened, {Resolved} resolved, {Carried} carried; {Confirmed} confirmed, {Settled} settlements told")]
    public static partial void Completed(ILogger logger, string run, int opened, int resolved, int carried, int confirmed, int settled);

    [LoggerMessage(3105, LogLevel.Warning, "Reconciliation of {Partner} was interrupted ({Kind}); it goes on in a moment")]
    public static partial void Interrupted(ILogger logger, string partner, string kind);

    [LoggerMessage(3106, LogLevel.Error, "Reconciliation of {Partner} failed and nothing of it was kept: {Reason}")]
    public static partial void Failed(ILogger logger, string partner, string reason);
}
