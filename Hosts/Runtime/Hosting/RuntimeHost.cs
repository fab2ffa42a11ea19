using System.Collections.Frozen;
using DichVuCong.Messaging;
using DichVuCong.Runtime.Clocks;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Lines;
using DichVuCong.Runtime.Naming;
using DichVuCong.Runtime.Recording;
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
    public RuntimeHost(
        RuntimeDatabase database, Topology topology, ICalendarSource calendars, IEnumerable<IRecorder> recorders, LineDirectory lines,
        RuntimeOptions options, TimeProvider time, ILogger<RuntimeHost> logger)
    {
        RuntimeMessages.AddTo(topology);
        (_database, _topology, _calendars, _lines, _options, _time, _logger) = (database, topology, calendars, lines, options, time, logger);
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
        var living = new LivingWorkers();
        var heartbeat = new Heartbeat(context, living, _logger);
        await Startup.UntilTheDatabaseAnswersAsync(heartbeat.RegisterAsync, _time, _logger, stoppingToken);
        HostLog.Started(_logger, context.HostId, _options.Workers);

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var tasks = Enumerable.Range(0, _options.Workers)
            .Select(number => new LaneWorker(context, living, number, _logger).RunAsync(ended.Token))
            .Append(heartbeat.RunAsync(ended.Token))
            .Append(new ClockRecount(context, _logger).RunAsync(ended.Token))
            .Append(new Housekeeping(context, _logger).RunAsync(ended.Token));
        if (_options.ServeLines) tasks = tasks.Append(new LinePump(context, living, _logger).RunAsync(ended.Token));
        var running = tasks.ToList();
        _ready.TrySetResult();
        await foreach (var part in Task.WhenEach(running))
        {
            // A part that fails takes the host with it: half a host would keep its lines and its share of the lanes, and serve neither.
            if (part.IsFaulted) await ended.CancelAsync();
        }

        await heartbeat.DeregisterAsync();
        await Task.WhenAll(running);
        HostLog.Stopped(_logger, context.HostId);
    }

    private async Task<RuntimeContext> CreateContextAsync(CancellationToken cancellationToken)
    {
        var vocabulary = await Vocabulary.LoadAsync(_database.Pooled, _topology, cancellationToken);
        await Subscriptions.DeclareAsync(_database.Pooled, _topology, vocabulary, cancellationToken);
        await _lines.ReloadAsync(cancellationToken);
        var firedType = _topology.TypeNamed("bus.clock-fired.v1")!;
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
            HostId = Guid.CreateVersion7(_time.GetUtcNow()),
            Signals = new Signals(),
            Subscribers = await Subscriptions.LoadAsync(_database.Pooled, vocabulary, cancellationToken),
            FiredType = (vocabulary.Type(firedType), firedType),
        };
    }
}
