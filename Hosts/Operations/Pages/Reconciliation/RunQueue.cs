using System.Collections.Concurrent;
using System.Threading.Channels;
using DichVuCong.Operations.Language;
using DichVuCong.Payments.Desk;
using DichVuCong.Payments.Reconciliation;

namespace DichVuCong.Operations.Pages.Reconciliation;

/// <summary>A run that was ordered here.</summary>
/// <param name="Partner">The partner's code.</param>
/// <param name="Day">The bank's day.</param>
/// <param name="By">Who ordered it.</param>
/// <param name="At">When.</param>
/// <param name="Outcome">What became of it; null while it is under way.</param>
/// <param name="IsWell">Whether it ended well.</param>
public sealed record OrderedRun(string Partner, DateOnly Day, string By, DateTimeOffset At, Words? Outcome = null, bool IsWell = false);

/// <summary>
/// Runs what operators order, one after the other and apart from their requests: a day of a large partner takes minutes. What it remembers is only for
/// the page; what a run found is in the database, and a run that this host could not end is ended by whoever comes next.
/// </summary>
internal sealed class RunQueue(ReconciliationDesk desk, TimeProvider time, ILogger<RunQueue> logger) : BackgroundService
{
    private const int MostRemembered = 500;

    private readonly ConcurrentDictionary<(string Partner, DateOnly Day), OrderedRun> _runs = new();
    private readonly Channel<(ReconciledPartner Partner, DateOnly Day, Signatory By)> _orders = Channel.CreateBounded<(ReconciledPartner, DateOnly, Signatory)>(50);

    /// <summary>The run of a day that was ordered here last; null when none was.</summary>
    public OrderedRun? Find(string partner, DateOnly day) => _runs.GetValueOrDefault((partner, day));

    /// <summary>Orders a run.</summary>
    /// <returns>Whether it was taken: not when this day is under way, or too many wait.</returns>
    public bool TryOrder(ReconciledPartner partner, DateOnly day, Signatory by)
    {
        var key = (partner.Code, day);
        var ordered = new OrderedRun(partner.Code, day, by.Person.Name, time.GetUtcNow());
        if (_runs.TryGetValue(key, out var before) ? before.Outcome is null || !_runs.TryUpdate(key, ordered, before) : !_runs.TryAdd(key, ordered)) return false;
        if (_orders.Writer.TryWrite((partner, day, by))) return true;
        _runs.TryRemove(key, out _);
        return false;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (partner, day, by) in _orders.Reader.ReadAllAsync(stoppingToken))
        {
            var (outcome, isWell) = await RunAsync(partner, day, by, stoppingToken);
            _runs.AddOrUpdate(
                (partner.Code, day), key => new OrderedRun(partner.Code, day, by.Person.Name, time.GetUtcNow(), outcome, isWell),
                (_, run) => run with { Outcome = outcome, IsWell = isWell });
            Forget();
        }
    }

    private async Task<(Words Outcome, bool IsWell)> RunAsync(ReconciledPartner partner, DateOnly day, Signatory by, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await desk.RunAsync(partner, day, by, cancellationToken);
            return (ReconciliationWords.Of(answer.Verdict), answer.Verdict is RunVerdict.Completed or RunVerdict.SameAgain);
        }
        catch (DeskRefusedException refusal)
        {
            return (new Words(refusal.Message, refusal.English), false);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            RunQueueLog.Failed(logger, partner.Code, day, failure.GetType().Name, Environment.NewLine + failure.StackTrace);
            return (new Words("Lần chạy bị lỗi, chưa ghi gì. Lỗi đã được ghi lại.", "The run failed and nothing was committed. It has been recorded."), false);
        }
    }

    private void Forget()
    {
        foreach (var old in _runs.Where(run => run.Value.Outcome is not null).OrderByDescending(run => run.Value.At).Skip(MostRemembered)) _runs.TryRemove(old);
    }
}

/// <summary>What the queue of runs logs.</summary>
internal static partial class RunQueueLog
{
    [LoggerMessage(7051, LogLevel.Error, "A reconciliation that an operator ordered failed: {Partner} {Day}: {Kind}{Stack}")]
    public static partial void Failed(ILogger logger, string partner, DateOnly day, string kind, string stack);
}
