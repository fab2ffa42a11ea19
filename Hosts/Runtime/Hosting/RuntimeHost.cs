using System.Collections.Frozen;
using System.Diagnostics;
using DichVuCong.Messaging;
using DichVuCong.Runtime.Clocks;
using DichVuCong.Runtime.Deaths;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Lines;
using DichVuCong.Runtime.Naming;
using DichVuCong.Runtime.Parking;
using DichVuCong.Runtime.Recording;
using DichVuCong.Runtime.Restoring;
using DichVuCong.Runtime.Sql;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Runtime.Hosting;

/// <summary>
/// Runs a topology on a database: lane workers, the line pump, and the heartbeat. It needs nothing but the connection string and migrated
/// tables. Shutting down finishes the batches that have begun and waits for the calls that are out.
/// </summary>
public sealed class RuntimeHost : BackgroundService
{
    private readonly RuntimeDatabase _database;
    private readonly Topology _topology;
    private readonly ICalendarSource _calendars;
    private readonly FrozenDictionary<string, IRecorder> _recorders;
    private readonly LineDirectory _lines;
    private readonly RuntimeOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<RuntimeHost> _logger;
    private readonly Action _endProcess;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Creates a host.</summary>
    /// <param name="database">The database.</param>
    /// <param name="topology">What to run.</param>
    /// <param name="calendars">The calendars to count with.</param>
    /// <param name="recorders">One recorder for each of the topology's recorder endpoints.</param>
    /// <param name="lines">The partners' lines.</param>
    /// <param name="options">The settings.</param>
    /// <param name="time">The process's clock; what is decided goes by the database's.</param>
    /// <param name="logger">The log.</param>
    /// <param name="endProcess">Ends the process at once when a decision does not end; null for just that.</param>
    public RuntimeHost(
        RuntimeDatabase database, Topology topology, ICalendarSource calendars, IEnumerable<IRecorder> recorders, LineDirectory lines,
        RuntimeOptions options, TimeProvider time, ILogger<RuntimeHost> logger, Action? endProcess = null)
    {
        RuntimeMessages.AddTo(topology);
        (_database, _topology, _calendars, _lines, _options, _time, _logger) = (database, topology, calendars, lines, options, time, logger);
        // Killed, not stopped: stopping would wait for the decision that does not end.
        _endProcess = endProcess ?? Process.GetCurrentProcess().Kill;
        _recorders = recorders.ToFrozenDictionary(recorder => recorder.Endpoint, StringComparer.Ordinal);
        var missing = topology.Recorders.Except(_recorders.Keys, StringComparer.Ordinal).ToList();
        if (missing.Count > 0) throw new InvalidOperationException($"No recorder for {string.Join(", ", missing)}.");
    }

    /// <summary>Completes when the host works.</summary>
    public Task Ready => _ready.Task;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var context = await Startup.UntilTheDatabaseAnswersAsync(CreateContextAsync, _time, _logger, stoppingToken);
        await using var session = context.Session;
        // One part that fails takes the host with it: a host without its pump or its clocks would look alive and do half its work.
        using var life = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var living = new LivingWorkers();
        var heartbeat = new Heartbeat(context, living, new NewerBuilds(context), life, _logger);
        await Startup.UntilTheDatabaseAnswersAsync(heartbeat.RegisterAsync, _time, _logger, stoppingToken);
        HostLog.Started(_logger, context.HostId, _options.Workers);

        var duties = Enumerable.Range(0, _options.Workers).Select(number => new LaneDuty(number, session, new DecisionWatch(_time))).ToList();
        using var watchdog = new Watchdog([.. duties.Select(duty => duty.Watch)], context.Vocabulary, _endProcess, _logger);
        watchdog.Start();
        var parts = duties.Select((duty, number) => new LaneWorker(context, living, number, duty, _logger).RunAsync(life.Token))
            .Append(heartbeat.RunAsync(life.Token))
            .Append(new ClockRecount(context, _logger).RunAsync(life.Token))
            .Append(new Housekeeping(context, _logger).RunAsync(life.Token));
        if (_options.ServeLines) parts = parts.Append(new LinePump(context, living, _logger).RunAsync(life.Token));
        var running = parts.ToList();
        _ready.TrySetResult();
        await Task.WhenAny(running);
        await life.CancelAsync();
        var ended = Task.WhenAll(running);
        await ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // Also after a failure: the others shall not count on a host that is gone.
        await heartbeat.DeregisterAsync();
        if (ended.Exception is { InnerException: { } failure }) HostLog.Failed(_logger, failure);
        await ended;
        HostLog.Stopped(_logger, context.HostId);
        if (heartbeat.SawRestore) throw new DatabaseWasRestoredException();
    }

    private async Task<RuntimeContext> CreateContextAsync(CancellationToken cancellationToken)
    {
        await Housekeeping.PrepareAsync(_database.Pooled, cancellationToken);
        var incarnation = await Incarnation.RequireAsync(_database.Pooled, cancellationToken);
        var vocabulary = await Vocabulary.LoadAsync(_database.Pooled, _topology, cancellationToken);
        await Subscriptions.DeclareAsync(_database.Pooled, _topology, vocabulary, cancellationToken);
        await _lines.ReloadAsync(cancellationToken);
        var firedType = _topology.TypeNamed("bus.clock-fired.v1")!;
        var hostId = Guid.CreateVersion7(_time.GetUtcNow());
        return new RuntimeContext
        {
            Database = _database.Pooled,
            Dedicated = _database.Dedicated,
            Topology = _topology,
            Vocabulary = vocabulary,
            Calendars = _calendars,
            Recorders = _recorders,
            Lines = _lines,
            SagaIds = new SagaIds(_database.Pooled),
            Options = _options,
            Time = _time,
            HostId = hostId,
            Session = new HostSession(_database.Dedicated, hostId),
            Doubt = DoubtAfterRestore.Of(incarnation),
            Incarnation = incarnation.Number,
            Signals = new Signals(),
            Subscribers = await Subscriptions.LoadAsync(_database.Pooled, vocabulary, cancellationToken),
            FiredType = (vocabulary.Type(firedType), firedType),
        };
    }
}
