using System.Threading.Channels;
using DichVuCong.Messaging;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Telemetry;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DichVuCong.Runtime.Lines;

/// <summary>
/// One pump for all lines of this process: reads ahead, commits outcomes together with the marks of the next calls, sends those calls out,
/// and takes lines over.
/// </summary>
internal sealed class LinePump(RuntimeContext context, LivingWorkers living, ILogger logger)
{
    private static readonly TimeSpan AcquireEvery = TimeSpan.FromMilliseconds(250);

    private readonly CallRunner _runner = new(context, logger);
    private readonly Channel<CompletedCall> _completed = Channel.CreateUnbounded<CompletedCall>(new() { SingleReader = true });
    private readonly Dictionary<int, Line> _lines = [];
    private readonly CallsOut _out = new();
    private readonly LineHealth _health = new();
    private readonly HashSet<(int Line, long Seq)> _unresolved = [];
    private readonly HashSet<(int Line, long Seq)> _notCalled = [];
    private readonly List<(Line Line, string Key)> _reopened = [];
    private long _acquiredAt;
    private long _lookedAt;
    private TimeSpan _clockOffset;
    private int _oneByOne;

    /// <summary>Runs until it is cancelled; then waits for the calls that are out, and commits their outcomes.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var calls = new CancellationTokenSource();
        await using var ownership = new LineOwnership(context, living);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await RunOnConnectionsAsync(ownership, calls.Token, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure) when (failure is NpgsqlException or IOException or TimeoutException or InvalidOperationException)
            {
                // The database is gone, or its session was ended: memory may differ from the tables, so the lines are taken over anew. Calls
                // that are out come back to this process and still win when they were done or refused.
                LineLog.PumpFailed(logger, failure, failure.GetType().Name);
                _lines.Clear();
                await ownership.DisposeAsync();
                await Task.Delay(TimeSpan.FromMilliseconds(250), context.Time, CancellationToken.None);
            }
        }

        // Whatever is still out has a mark: the next owner asks what became of it.
        await calls.CancelAsync();
    }

    private async Task RunOnConnectionsAsync(LineOwnership ownership, CancellationToken callsToken, CancellationToken cancellationToken)
    {
        await ownership.OpenAsync(CancellationToken.None);
        await using var connection = await context.Dedicated.OpenConnectionAsync(CancellationToken.None);
        await using (var settings = new NpgsqlCommand(LaneCommands.Session, connection)) await settings.ExecuteNonQueryAsync(CancellationToken.None);
        var reader = new LineReader(context, connection);
        var writer = new OutcomeWriter(context, connection);
        var patience = TimeSpan.Zero;
        _acquiredAt = 0;
        while (true)
        {
            var stopping = cancellationToken.IsCancellationRequested;
            if (stopping && (_out.Count == 0 || patience >= context.Options.ShutdownPatience)) break;

            var woken = context.Signals.Lines;
            if (!stopping) await MindOwnershipAsync(ownership, reader);
            var cycle = await PrepareAsync(reader, stopping);
            if (cycle.IsEmpty)
            {
                await WaitAsync(woken, stopping);
                if (stopping) patience += context.Options.IdleWait;
                continue;
            }

            var marked = context.Time.GetTimestamp();
            _clockOffset = await CommitAsync(writer, cycle) - context.Time.GetUtcNow();
            Apply(cycle, marked, callsToken);
        }

        await ownership.ReleaseAsync(_lines.Keys, CancellationToken.None);
        _lines.Clear();
    }

    /// <summary>
    /// Commits. When the database fails, what partners have answered is kept for the next session, and it is remembered which calls were not made:
    /// whether their marks were committed is not known.
    /// </summary>
    private async Task<DateTimeOffset> CommitAsync(OutcomeWriter writer, PumpCycle cycle)
    {
        try
        {
            return await writer.CommitAsync(cycle, CancellationToken.None);
        }
        catch (Exception failure)
        {
            var isAnOutcomesFault = BatchFault.Of(failure, writer.Connection) is not null;
            if (isAnOutcomesFault && cycle.Resolved is [{ Completed.WasStarted: true } alone])
            {
                // It is the one: it is parked with what is known, so that the others' outcomes are not lost with it.
                _completed.Writer.TryWrite(alone.Completed with { Attempt = null, Problem = $"What came of the call cannot be stored ({failure.GetType().Name})." });
            }
            else
            {
                foreach (var resolved in cycle.Resolved.Where(resolved => resolved.Completed.WasStarted)) _completed.Writer.TryWrite(resolved.Completed);
                if (isAnOutcomesFault) _oneByOne = cycle.Resolved.Count;
            }

            foreach (var (_, call) in cycle.Starts) _notCalled.Add((call.Line, call.Seq));
            throw new IOException("The pump's commit failed.", failure);
        }
    }

    /// <summary>The database's clock, as far as this process knows it: hosts with different clocks agree on what is due.</summary>
    private DateTimeOffset Now => context.Time.GetUtcNow() + _clockOffset;

    private async Task MindOwnershipAsync(LineOwnership ownership, LineReader reader)
    {
        if (context.Time.GetElapsedTime(_acquiredAt) < AcquireEvery) return;
        _acquiredAt = context.Time.GetTimestamp();
        foreach (var settings in context.Lines.All)
        {
            if (_lines.TryGetValue(settings.Id, out var line)) line.Apply(settings);
        }

        foreach (var lost in _lines.Values.Where(line => line.IsLost && line.InFlight == 0).ToList())
        {
            LineLog.Lost(logger, lost.Settings.Partner);
            _lines.Remove(lost.Settings.Id);
        }

        await ownership.RenewAsync(_lines.Keys, CancellationToken.None);
        var surplus = _lines.Values.Where(line => line.InFlight == 0).Take(Math.Max(0, _lines.Count - ownership.Share)).ToList();
        await ownership.ReleaseAsync([.. surplus.Select(line => line.Settings.Id)], CancellationToken.None);
        foreach (var line in surplus) _lines.Remove(line.Settings.Id);

        var acquired = await ownership.AcquireAsync(_lines.Keys, CancellationToken.None);
        if (acquired.Count > 0) await TakeOverAsync(reader, [.. acquired.Select(row => new Line(row.Line, row.Epoch))]);
        await reader.OpenKeysAsync(_lines.Values, CancellationToken.None);
    }

    private async Task TakeOverAsync(LineReader reader, List<Line> lines)
    {
        foreach (var line in lines) _lines.Add(line.Settings.Id, line);
        var open = await reader.TakeOverAsync(lines, CancellationToken.None);
        foreach (var line in lines)
        {
            LineLog.TookOver(logger, line.Settings.Partner, line.Epoch, open.Count(call => call.Line == line.Settings.Id));
        }

        foreach (var call in open)
        {
            if (_unresolved.Contains((call.Line, call.Seq)))
            {
                _lines[call.Line].Adopt(call);
            }
            else
            {
                _completed.Writer.TryWrite(_runner.WithoutOutcome(_lines[call.Line], call, wasCalled: !_notCalled.Contains((call.Line, call.Seq))));
            }
        }

        _notCalled.RemoveWhere(call => _lines.ContainsKey(call.Line));
    }

    private async Task<PumpCycle> PrepareAsync(LineReader reader, bool stopping)
    {
        var cycle = new PumpCycle();
        while ((_oneByOne == 0 || cycle.Resolved.Count == 0) && _completed.Reader.TryRead(out var completed)) cycle.Resolved.Add(Resolve(completed));
        if (_oneByOne > 0) _oneByOne--;
        cycle.Reopened.AddRange(_reopened);
        _reopened.Clear();
        if (_health.IsDue(Now)) cycle.Health = _health;
        if (stopping) return cycle;

        LookForMore();
        cycle.Held.AddRange(await reader.ReadAheadAsync(_lines.Values, CancellationToken.None));
        foreach (var resolved in cycle.Resolved.Where(resolved => !resolved.IsOver && !resolved.Call.IsLater))
        {
            cycle.Held.AddRange(resolved.Line.Queue.Close(resolved.Call).Select(call => (resolved.Line, call)));
        }

        var now = Now;
        foreach (var line in _lines.Values)
        {
            while (line.TakeNext(now) is { } call)
            {
                if (!call.AskNext) call.Attempts++;
                cycle.Starts.Add((line, call));
            }

            if (line.ShownCircuit == line.Circuit.State) continue;
            line.ShownCircuit = line.Circuit.State;
            cycle.Circuits.Add((line.Settings.Id, line.ShownCircuit));
            LineLog.CircuitChanged(logger, line.Settings.Partner, line.ShownCircuit);
            LineTelemetry.CircuitChanged(line.Settings.Partner, line.ShownCircuit);
        }

        return cycle;
    }

    private void LookForMore()
    {
        var all = context.Time.GetElapsedTime(_lookedAt) >= context.Options.IdleWait;
        if (all) _lookedAt = context.Time.GetTimestamp();
        foreach (var line in all ? _lines.Keys : context.Signals.TakeLines())
        {
            if (_lines.TryGetValue(line, out var known)) known.MayHaveMore = true;
        }
    }

    private ResolvedCall Resolve(CompletedCall completed)
    {
        // The answer to a call from before this process took its own line over again.
        if (_lines.TryGetValue(completed.Call.Line, out var now) && now != completed.Line && now.TakeAdopted(completed.Call) is { } adopted)
        {
            completed = completed with { Line = now, Call = adopted };
        }

        _health.Note(completed, Now);
        var (line, call, attempt) = (completed.Line, completed.Call, completed.Attempt);
        if (attempt is null)
        {
            return new ResolvedCall(completed, completed.Problem is { } problem ? new NextStep.Park(problem) : new NextStep.WaitForNewerBuild());
        }

        if (!completed.ReachedOut)
        {
            line.Circuit.GiveBack();
        }
        else if (attempt.Outcome.Kind is not (OutcomeKind.Transient or OutcomeKind.Unknown))
        {
            line.Circuit.Answered();
        }
        else if (completed.WasStarted)
        {
            line.Circuit.Failed(Now);
        }

        return new ResolvedCall(completed, RecoveryPolicy.Decide(attempt, line.Settings.Limits, Now, Random.Shared.NextDouble()));
    }

    /// <summary>After the commit: memory follows the tables, and the marked calls go out.</summary>
    private void Apply(PumpCycle cycle, long marked, CancellationToken callsToken)
    {
        var replied = false;
        foreach (var resolved in cycle.Resolved)
        {
            resolved.Line.Resolved(resolved);
            if (resolved.Completed.WasStarted) _unresolved.Remove((resolved.Call.Line, resolved.Call.Seq));
            if (resolved.IsGone || resolved.IsLate) _reopened.Add((resolved.Line, resolved.Call.Key));
            replied |= resolved.Completed.Attempt?.Outcome.Reply is not null;
            LineLog.Report(logger, context.Vocabulary, resolved);
            LineTelemetry.Committed(resolved, context.Vocabulary);
        }

        foreach (var (line, call) in cycle.Starts) Start(line, call, marked, callsToken);
        if (replied) context.Signals.WakeLanes();
    }

    private void Start(Line line, OutboundCall call, long marked, CancellationToken callsToken)
    {
        call.InDoubt = context.Doubt?.Concerns(call) ?? false;
        // What may have been called before the restore was called at the latest when that was marked.
        if (call.InDoubt) call.CalledAt = context.Doubt!.MarkedAt;
        else if (!call.AskNext) call.CalledAt = Now;
        _unresolved.Add((call.Line, call.Seq));
        _out.Add(Task.Run(
            async () =>
            {
                _completed.Writer.TryWrite(await _runner.RunAsync(line, call, marked, callsToken));
                context.Signals.WakeLines();
            },
            CancellationToken.None));
    }

    private async Task WaitAsync(Task woken, bool stopping)
    {
        if (woken.IsCompleted) return;
        using var ended = new CancellationTokenSource();
        var wait = stopping ? context.Options.IdleWait : NextLook();
        await Task.WhenAny(woken, Task.Delay(wait, context.Time, ended.Token));
        await ended.CancelAsync();
    }

    private TimeSpan NextLook()
    {
        var due = _lines.Values.Min(line => line.NextDue) - Now;
        return due is { } soon && soon < context.Options.IdleWait
            ? soon > TimeSpan.FromMilliseconds(1) ? soon : TimeSpan.FromMilliseconds(1)
            : context.Options.IdleWait;
    }
}
