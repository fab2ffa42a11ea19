using System.Collections.Concurrent;
using DichVuCong.Cli.Load.Drawing;
using DichVuCong.Cli.Load.Portal;

namespace DichVuCong.Cli.Load.Running;

/// <summary>How filings are submitted.</summary>
/// <param name="Count">How many.</param>
/// <param name="Concurrency">Posts that are out at once.</param>
/// <param name="Rate">Posts that are started in a second at most; null for as fast as it goes.</param>
internal sealed record SubmissionPlan(int Count, int Concurrency, double? Rate);

/// <summary>What came of the posts.</summary>
internal sealed class SubmissionResult
{
    private int _submitted;
    private int _accepted;
    private int _refused;
    private int _queued;
    private int _retries;

    public int Submitted => _submitted;

    public int Accepted => _accepted;

    public int Refused => _refused;

    public int Queued => _queued;

    public int Retries => _retries;

    /// <summary>How long each post took, with its retries, in milliseconds.</summary>
    public ConcurrentBag<double> Milliseconds { get; } = [];

    /// <summary>What was refused for which problem: those with a flaw, and those without.</summary>
    public ConcurrentDictionary<(bool Flawed, string Problem), int> Refusals { get; } = new();

    /// <summary>Filings with a flaw that were taken all the same.</summary>
    public ConcurrentDictionary<Flaw, int> FlawsTaken { get; } = new();

    /// <summary>Codes that were given twice.</summary>
    public ConcurrentDictionary<string, int> Codes { get; } = new(StringComparer.Ordinal);

    public void Add(Filing filing, Posted posted, TimeSpan took)
    {
        Interlocked.Increment(ref _submitted);
        Interlocked.Add(ref _retries, posted.Retries);
        Milliseconds.Add(took.TotalMilliseconds);
        if (posted.IsTaken || posted.IsQueued)
        {
            if (posted.IsTaken) Interlocked.Increment(ref _accepted);
            else Interlocked.Increment(ref _queued);
            Codes.AddOrUpdate(posted.Code!, 1, static (_, count) => count + 1);
            if (filing.Flaw != Flaw.None) FlawsTaken.AddOrUpdate(filing.Flaw, 1, static (_, count) => count + 1);
        }
        else
        {
            Interlocked.Increment(ref _refused);
            Refusals.AddOrUpdate((filing.Flaw != Flaw.None, $"{(int)posted.Status} {posted.Problem}"), 1, static (_, count) => count + 1);
        }
    }
}

/// <summary>Submits filings.</summary>
internal sealed class Submission(FilingSource source, PortalClient portal, Journeys journeys, TimeProvider time)
{
    private readonly Lock _gate = new();

    public SubmissionResult Result { get; } = new();

    /// <summary>When the first post began.</summary>
    public long StartedAt { get; private set; }

    public async Task RunAsync(SubmissionPlan plan, CancellationToken cancellationToken)
    {
        StartedAt = time.GetTimestamp();
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, Math.Min(plan.Concurrency, plan.Count)).Select(_ => WorkAsync()));

        async Task WorkAsync()
        {
            while (true)
            {
                Filing filing;
                int number;
                lock (_gate)
                {
                    if (next == plan.Count) return;
                    number = next++;
                    filing = source.Next();
                }

                await PaceAsync(plan, number, cancellationToken);
                var began = time.GetTimestamp();
                var posted = await portal.PostAsync(filing, cancellationToken);
                if (posted.IsTaken) journeys.Own(posted.Code!, filing.Channels, filing.ByPost);
                Result.Add(filing, posted, time.GetElapsedTime(began));
            }
        }
    }

    private async Task PaceAsync(SubmissionPlan plan, int number, CancellationToken cancellationToken)
    {
        if (plan.Rate is not { } rate) return;
        var wait = TimeSpan.FromSeconds(number / rate) - time.GetElapsedTime(StartedAt);
        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellationToken);
    }
}
