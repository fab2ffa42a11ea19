using DichVuCong.Cli.Load.Drawing;
using DichVuCong.Cli.Load.Portal;
using DichVuCong.Cli.Load.Reporting;

namespace DichVuCong.Cli.Load.Running;

/// <summary>What a load is to be.</summary>
internal sealed record LoadPlan
{
    public required SubmissionPlan Submission { get; init; }

    public required FilingShares Shares { get; init; }

    public required int Seed { get; init; }

    /// <summary>How long without any event until those that are not final are given up.</summary>
    public required TimeSpan Patience { get; init; }
}

/// <summary>Submits, follows every dossier to its end, and makes up the account.</summary>
internal sealed class LoadRun(Uri gateway, Uri sandboxAddress, TimeProvider time)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>Called now and then with (submitted, accepted, final).</summary>
    public Action<int, int, int>? OnProgress { get; set; }

    public async Task<LoadReport> RunAsync(LoadPlan plan, CancellationToken cancellationToken)
    {
        using var portal = new PortalClient(gateway);
        using var sandbox = new SandboxClient(sandboxAddress);
        var before = await sandbox.LedgerAsync(cancellationToken);
        await sandbox.SetSpeedAsync("load", cancellationToken);
        try
        {
            return await RunAsync(plan, portal, sandbox, before, cancellationToken);
        }
        finally
        {
            await sandbox.SetSpeedAsync("demo", CancellationToken.None);
        }
    }

    private async Task<LoadReport> RunAsync(
        LoadPlan plan, PortalClient portal, SandboxClient sandbox, LedgerTotals before, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var source = new FilingSource(
            DrawnProcedures.Shipped(), plan.Shares, plan.Seed, $"load-{now:yyyyMMddHHmmssfff}", Contracts.VietnamTime.DayOf(now), sandboxAddress);
        var journeys = new Journeys();
        var follower = new EventFollower(portal, journeys, time);
        await follower.StartAsync(cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var following = follower.RunAsync(stop.Token);

        var submission = new Submission(source, portal, journeys, time);
        var submitting = submission.RunAsync(plan.Submission, cancellationToken);
        while (!submitting.IsCompleted)
        {
            OnProgress?.Invoke(submission.Result.Submitted, submission.Result.Accepted, journeys.Final);
            await Task.WhenAny(submitting, Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken));
        }

        await submitting;
        var posting = time.GetElapsedTime(submission.StartedAt);
        await UntilFinalAsync(submission, journeys, follower, plan.Patience, cancellationToken);
        // Up to the last event of ours, not up to when we noticed.
        var whole = journeys.Final == submission.Result.Accepted
            ? TimeSpan.FromTicks(Math.Max(posting.Ticks, time.GetElapsedTime(submission.StartedAt, follower.LastEventAt).Ticks))
            : time.GetElapsedTime(submission.StartedAt);
        await stop.CancelAsync();
        await following;
        var ledger = await UntilNoticesAreThereAsync(sandbox, before, LoadReport.NoticesDue(journeys), plan.Patience, cancellationToken);
        return new LoadReport(submission.Result, journeys, ledger, posting, whole);
    }

    private async Task UntilFinalAsync(Submission submission, Journeys journeys, EventFollower follower, TimeSpan patience, CancellationToken cancellationToken)
    {
        var (reported, silence) = (time.GetTimestamp(), time.GetTimestamp());
        var final = -1;
        while (journeys.Final < submission.Result.Accepted)
        {
            if (journeys.Final != final) (final, silence) = (journeys.Final, time.GetTimestamp());
            if (time.GetElapsedTime(silence) > patience && time.GetElapsedTime(follower.LastEventAt) > TimeSpan.FromSeconds(1)) return;
            if (time.GetElapsedTime(reported) > TimeSpan.FromSeconds(1))
            {
                reported = time.GetTimestamp();
                OnProgress?.Invoke(submission.Result.Submitted, submission.Result.Accepted, journeys.Final);
            }

            await Task.Delay(Look, time, cancellationToken);
        }
    }

    private async Task<LedgerTotals> UntilNoticesAreThereAsync(
        SandboxClient sandbox, LedgerTotals before, long due, TimeSpan patience, CancellationToken cancellationToken)
    {
        var (changed, last) = (time.GetTimestamp(), -1L);
        while (true)
        {
            var ledger = await sandbox.LedgerAsync(cancellationToken) - before;
            if (ledger.Notices >= due) return ledger;
            if (ledger.Notices != last) (last, changed) = (ledger.Notices, time.GetTimestamp());
            if (time.GetElapsedTime(changed) > patience) return ledger;
            await Task.Delay(5 * Look, time, cancellationToken);
        }
    }
}
