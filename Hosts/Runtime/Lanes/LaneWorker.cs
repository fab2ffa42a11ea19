using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Telemetry;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DichVuCong.Runtime.Lanes;

/// <summary>Runs batches, one after the other, on a connection of its own.</summary>
internal sealed class LaneWorker(RuntimeContext context, LivingWorkers living, int number, LaneDuty duty, ILogger logger)
{
    private const int FewestLanes = 4;
    private static readonly TimeSpan MarkInterval = TimeSpan.FromSeconds(10);

    private int _limit = context.Options.Batch;
    private int _lanesWithWork = 1;
    private int _mostLanes = Lane.Count;
    private int? _nextLane;
    private int _startFlow = int.MinValue;
    private long _clocksLookedAt;
    private long _marksLookedAt;

    /// <summary>Runs until it is cancelled; a batch that has begun is finished.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await RunOnAConnectionAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (
                failure is NpgsqlException or BatchDefectException or FaultyBatchException or IOException or TimeoutException or InvalidOperationException)
            {
                Report(failure);
                await Pause(TimeSpan.FromMilliseconds(250), cancellationToken);
            }
        }
    }

    private async Task RunOnAConnectionAsync(CancellationToken cancellationToken)
    {
        await using var connection = await context.Dedicated.OpenConnectionAsync(cancellationToken);
        await using (var settings = new NpgsqlCommand(LaneCommands.Session, connection)) await settings.ExecuteNonQueryAsync(cancellationToken);
        var batch = new LaneBatch(context, connection, duty);
        while (!cancellationToken.IsCancellationRequested)
        {
            var woken = context.Signals.Lanes;
            // Not cancellable once begun: shutting down waits for the commit, which takes milliseconds.
            try
            {
                var result = await RunOnceAsync(batch);
                if (result.Output is not null) continue;
                await duty.RestAsync(CancellationToken.None);
                await WaitAsync(woken, cancellationToken);
            }
            catch (FaultyBatchException faulty)
            {
                LaneLog.BatchFaulty(logger, faulty.Message, faulty.Messages.Count);
                await HuntAsync(batch, faulty);
            }
        }
    }

    private async Task<BatchResult> RunOnceAsync(LaneBatch batch)
    {
        var began = context.Time.GetTimestamp();
        var result = await batch.RunAsync(NextSize(), CancellationToken.None);
        _lanesWithWork = Math.Max(1, result.LanesWithWork);
        _startFlow = result.NextStartFlow;
        if (result.LanesWithWork > result.LanesLocked) context.Signals.WakeLanes();
        if (result.Output is not { } output) return result;
        LaneTelemetry.Ended(context.Time.GetElapsedTime(began));

        // Few lanes to the bottom cost less than a few messages of each: with a backlog the lanes are taken in turn.
        _mostLanes = result.IsFull ? Math.Max(FewestLanes, result.LanesLocked / 2)
            : result.Messages < context.Options.Batch / 2 ? Math.Min(Lane.Count, _mostLanes * 2)
            : _mostLanes;
        _nextLane = (result.LastLane + 1) % Lane.Count;
        _limit = Math.Min(_limit * 2, context.Options.Batch);
        if (output.Outbound.Count > 0) context.Signals.WakeLines(output.Outbound.Select(call => call.Line).Distinct());
        if (output.Ready.Count > 0) context.Signals.WakeLanes();
        foreach (var parked in output.Parked)
        {
            LaneLog.Parked(logger, parked.Message.Id, context.Vocabulary.TypeOf(parked.Message.Type)?.Name ?? "?", parked.Message.Key, parked.Error);
        }

        return result;
    }

    /// <summary>Halves a faulty batch until the message at fault is alone; then it is condemned, and parked when it is met again.</summary>
    private async Task<bool> HuntAsync(LaneBatch batch, FaultyBatchException faulty)
    {
        if (faulty.Messages.Count <= 1)
        {
            foreach (var message in faulty.Messages) duty.Condemned[message.Id] = faulty.Message;
            return faulty.Messages.Count == 1 && await batch.RunAgainAsync(faulty.Messages, CancellationToken.None);
        }

        var half = faulty.Messages.Count / 2;
        return await RunAgainAsync(batch, [.. faulty.Messages.Take(half)]) && await RunAgainAsync(batch, [.. faulty.Messages.Skip(half)]);
    }

    private async Task<bool> RunAgainAsync(LaneBatch batch, IReadOnlyList<Envelope> messages)
    {
        try
        {
            return await batch.RunAgainAsync(messages, CancellationToken.None);
        }
        catch (FaultyBatchException stillFaulty)
        {
            return await HuntAsync(batch, stillFaulty);
        }
    }

    private BatchSize NextSize()
    {
        var lookAtClocks = context.Time.GetElapsedTime(_clocksLookedAt) >= context.Options.ClockInterval;
        if (lookAtClocks) _clocksLookedAt = context.Time.GetTimestamp();
        var share = Math.Max(1, (_lanesWithWork + living.Count - 1) / living.Count);
        var lanes = _limit == 1 ? 1 : Math.Min(_mostLanes, share);
        // Where to begin is spread by the worker's number and by chance, or goes on where the last batch ended; it decides who comes first, never
        // what is decided.
        var startLane = lanes < share && _nextLane is { } next
            ? (Lane.Count - next) % Lane.Count
            : ((number * Lane.Count / Math.Max(1, living.Count)) + Random.Shared.Next(Lane.Count)) % Lane.Count;
        var lookBelowTheMarks = context.Time.GetElapsedTime(_marksLookedAt) >= MarkInterval;
        if (lookBelowTheMarks) _marksLookedAt = context.Time.GetTimestamp();
        return new BatchSize(lanes, _limit, startLane, _startFlow, lookAtClocks, lookBelowTheMarks);
    }

    private async Task WaitAsync(Task woken, CancellationToken cancellationToken)
    {
        if (woken.IsCompleted) return;
        // One worker of a process keeps looking; it wakes the others when it finds more than it takes.
        var wait = number == 0 ? context.Options.IdleWait : context.Options.IdleWait * 8;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(woken, Task.Delay(wait, context.Time, ended.Token));
        await ended.CancelAsync();
    }

    private void Report(Exception failure)
    {
        if (failure is BatchDefectException)
        {
            _limit = Math.Max(1, _limit / 2);
            LaneLog.Defect(logger, failure.Message, _limit);
        }
        else
        {
            LaneLog.ConnectionLost(logger, failure is PostgresException postgres ? postgres.SqlState : failure.GetType().Name);
        }
    }

    private async Task Pause(TimeSpan time, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(time, context.Time, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Shutting down: the loop sees it.
        }
    }
}
