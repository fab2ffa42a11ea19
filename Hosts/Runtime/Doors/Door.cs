using System.Collections.Frozen;
using System.Threading.Channels;
using DichVuCong.Messaging;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Naming;
using DichVuCong.Runtime.Recording;
using DichVuCong.Runtime.Restoring;
using DichVuCong.Runtime.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DichVuCong.Runtime.Doors;

/// <summary>
/// Makes inbound calls durable, many with one commit: nothing is acknowledged before it is durable. Calls that come while a commit is under
/// way make up the next group, at most 200; a group that fails is halved until the call at fault is alone.
/// </summary>
public sealed class Door : BackgroundService
{
    private const int GroupSize = 200;
    private const string Busy = "busy";
    private const string Failed = "failed";
    private const string Rejected = "rejected";
    private static readonly TimeSpan LookAtHosts = TimeSpan.FromSeconds(2);

    /// <summary>A group of long calls stays within what one commit writes quickly, and its statements within what the server takes.</summary>
    private const long GroupBytes = 8 * 1024 * 1024;

    private readonly RuntimeDatabase _database;
    private readonly Topology _topology;
    private readonly FrozenDictionary<string, IRecorder> _recorders;
    private readonly DoorOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<Door> _logger;
    private readonly Channel<WaitingCall> _calls;
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _waitingBytes;

    /// <summary>Creates a door.</summary>
    public Door(
        RuntimeDatabase database, Topology topology, IEnumerable<IRecorder> recorders, DoorOptions options, TimeProvider time, ILogger<Door> logger)
    {
        RuntimeMessages.AddTo(topology);
        (_database, _topology, _options, _time, _logger) = (database, topology, options, time, logger);
        _recorders = recorders.ToFrozenDictionary(recorder => recorder.Endpoint, StringComparer.Ordinal);
        _calls = Channel.CreateBounded<WaitingCall>(new BoundedChannelOptions(options.Capacity) { FullMode = BoundedChannelFullMode.Wait });
    }

    /// <summary>Completes when calls are taken.</summary>
    public Task Opened => _open.Task;

    /// <summary>Hands a call in; completes when it is durable, or is known to be a repetition.</summary>
    /// <exception cref="DoorBusyException">Too many calls wait, or too long ones.</exception>
    /// <exception cref="DoorRejectedException">The call breaks a rule of the database; nothing of it was kept.</exception>
    public Task<DoorAnswer> AcceptAsync(DoorCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        var waiting = new WaitingCall(DoorTelemetry.Trace is { } trace ? call with { Trace = trace } : call, _time.GetTimestamp());
        if (Interlocked.Add(ref _waitingBytes, call.Weight) > _options.CapacityBytes || !_calls.Writer.TryWrite(waiting))
        {
            Interlocked.Add(ref _waitingBytes, -call.Weight);
            DoorTelemetry.Turned(call, Busy);
            throw new DoorBusyException();
        }

        // A caller who goes away does not take his call back: it may be durable already.
        return waiting.Answer.Task.WaitAsync(cancellationToken);
    }

    /// <summary>
    /// What became of an earlier call with this identity: the same again, or a conflict with it; null when there was none, or it is older
    /// than what is remembered. Writes nothing.
    /// </summary>
    public async Task<DoorAnswer?> RecallAsync(CallIdentity identity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(identity);
        await using var command = _database.Pooled.CreateCommand(DoorCommands.RecallInbox);
        command.Parameters.Add(new() { Value = identity.Endpoint });
        command.Parameters.Add(new() { Value = identity.Identity });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) return null;
        var content = reader.GetFieldValue<byte[]>(0);
        return new DoorAnswer(
            content.AsSpan().SequenceEqual(identity.Content) ? DoorVerdict.SameAgain : DoorVerdict.Conflict, reader.GetFieldValue<byte[]>(1));
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (vocabulary, incarnation) = await Startup.UntilTheDatabaseAnswersAsync(
            async token =>
            {
                var current = await Incarnation.RequireAsync(_database.Pooled, token);
                return (await Vocabulary.LoadAsync(_database.Pooled, _topology, token), current.Number);
            },
            _time, _logger, stoppingToken);
        _open.TrySetResult();
        using var registration = stoppingToken.Register(() => _calls.Writer.TryComplete());
        // Whoever follows the hosts ends with those who commit: a door that meets a restored database must end as a whole.
        using var life = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var following = FollowHostsAsync(vocabulary, life.Token);
        try
        {
            await Task.WhenAll(Enumerable.Range(0, _options.Committers).Select(_ => CommitGroupsAsync(vocabulary, incarnation)));
        }
        finally
        {
            await life.CancelAsync();
            await following;
        }
    }

    /// <summary>What the hosts behind the door read decides in which schema it writes.</summary>
    private async Task FollowHostsAsync(Vocabulary vocabulary, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(LookAtHosts, _time);
        try
        {
            do
            {
                try
                {
                    await vocabulary.Written.RefreshAsync(_database.Pooled, cancellationToken);
                }
                catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
                {
                    // What was known goes on; a host that does not understand holds what it cannot read.
                    DoorLog.HostsNotRead(_logger, failure.GetType().Name);
                }
            }
            while (await timer.WaitForNextTickAsync(cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Shutting down.
        }
    }

    private async Task CommitGroupsAsync(Vocabulary vocabulary, int incarnation)
    {
        NpgsqlConnection? connection = null;
        var group = new List<WaitingCall>(GroupSize);
        while (await _calls.Reader.WaitToReadAsync(CancellationToken.None))
        {
            group.Clear();
            var weight = 0L;
            while (group.Count < GroupSize && weight < GroupBytes && _calls.Reader.TryRead(out var call))
            {
                group.Add(call);
                weight += call.Call.Weight;
            }

            if (group.Count == 0) continue;
            try
            {
                connection ??= await OpenAsync(incarnation);
                await CommitAsync(new DoorGroup(connection, _topology, vocabulary, _recorders, _time), group);
            }
            catch (DatabaseWasRestoredException)
            {
                // What this host holds in memory - numbers of dossiers, names - is of the life before: the host ends.
                foreach (var call in group) call.SendBack(Failed, new DoorBusyException());
                Close();
                HostLog.DatabaseWasRestored(_logger);
                throw;
            }
            catch (Exception failure) when (failure is NpgsqlException or IOException or TimeoutException or InvalidOperationException)
            {
                // Whether the commit took place is not known: the callers are told to come back, and the inbox knows what they said.
                DoorLog.GroupFailed(_logger, group.Count, failure is PostgresException postgres ? postgres.SqlState : failure.GetType().Name);
                foreach (var call in group) call.SendBack(Failed, new DoorBusyException());
                if (connection is not null) await connection.DisposeAsync();
                connection = null;
            }
            finally
            {
                Interlocked.Add(ref _waitingBytes, -weight);
            }
        }

        if (connection is not null) await connection.DisposeAsync();
    }

    /// <summary>Takes nothing more: the other committers end too, and with them the host.</summary>
    private void Close()
    {
        _calls.Writer.TryComplete();
        while (_calls.Reader.TryRead(out var late)) late.SendBack(Failed, new DoorBusyException());
    }

    private async Task CommitAsync(DoorGroup committer, IReadOnlyList<WaitingCall> group)
    {
        try
        {
            var answers = await committer.CommitAsync([.. group.Select(waiting => waiting.Call)], CancellationToken.None);
            for (var index = 0; index < group.Count; index++) group[index].Resolve(answers[index], _time);
        }
        catch (PostgresException failure) when (IsTheCallsFault(failure))
        {
            if (group.Count == 1)
            {
                group[0].SendBack(Rejected, new DoorRejectedException(failure.ConstraintName ?? "", failure.SqlState));
                return;
            }

            var half = group.Count / 2;
            await CommitAsync(committer, [.. group.Take(half)]);
            await CommitAsync(committer, [.. group.Skip(half)]);
        }
        catch (Exception failure) when (
            committer.IsOpen && failure is not (NpgsqlException or IOException or TimeoutException or OutOfMemoryException or ObjectDisposedException))
        {
            // A call that cannot even be written down is refused to its caller; the others of its group are not. A connection that is closed, or
            // was disposed under us, is another matter: no later group may meet it again.
            if (group.Count > 1)
            {
                foreach (var call in group) await CommitAsync(committer, [call]);
            }
            else
            {
                group[0].SendBack(Failed, failure);
            }
        }
    }

    private async Task<NpgsqlConnection> OpenAsync(int incarnation)
    {
        var connection = await _database.Dedicated.OpenConnectionAsync(CancellationToken.None);
        await using var settings = new NpgsqlCommand(DoorCommands.Session, connection);
        await settings.ExecuteNonQueryAsync(CancellationToken.None);
        await using var life = new NpgsqlCommand("select max(n) from bus.incarnation", connection);
        if (await life.ExecuteScalarAsync(CancellationToken.None) is int current && current == incarnation) return connection;
        await connection.DisposeAsync();
        throw new DatabaseWasRestoredException();
    }

    private static bool IsTheCallsFault(PostgresException failure) =>
        failure.SqlState.StartsWith("22", StringComparison.Ordinal) || failure.SqlState.StartsWith("23", StringComparison.Ordinal);

    private sealed record WaitingCall(DoorCall Call, long Since)
    {
        public TaskCompletionSource<DoorAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Resolve(DoorAnswer answer, TimeProvider time)
        {
            if (Answer.TrySetResult(answer)) DoorTelemetry.Answered(Call, answer.Verdict, time.GetElapsedTime(Since));
        }

        public void SendBack(string outcome, Exception failure)
        {
            if (Answer.TrySetException(failure)) DoorTelemetry.Turned(Call, outcome);
        }
    }
}

/// <summary>The door's settings.</summary>
public sealed record DoorOptions
{
    /// <summary>Groups that are committed at once, each on a connection of its own. Default 2.</summary>
    public int Committers { get; init; } = 2;

    /// <summary>Calls that may wait; more are told to come back. Default 5,000.</summary>
    public int Capacity { get; init; } = 5000;

    /// <summary>Bytes that waiting calls may take in memory; more are told to come back. Default 128 MB.</summary>
    public long CapacityBytes { get; init; } = 128L * 1024 * 1024;
}
