using DichVuCong.Messaging;
using DichVuCong.Runtime.Identity;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Runtime.Clocks;

/// <summary>A clock as it was when somebody looked at it: an order about it holds only while it still is so.</summary>
/// <param name="Saga">The saga's number.</param>
/// <param name="Name">The clock's name.</param>
/// <param name="Serial">Which setting of the clock.</param>
/// <param name="Due">When it is due.</param>
public sealed record ClockAsSeen(long Saga, string Name, long Serial, DateTimeOffset Due);

/// <summary>
/// Moves and cancels clocks on an operator's word. As for a new calendar, the lane's lock is held until the caller's transaction ends: no worker
/// of the lane fires or sets the clock meanwhile, and the saga of a clock that was moved is told through its own queue.
/// </summary>
public sealed class ClockOrders(Topology topology, TimeProvider time)
{
    private const string Find =
        """
        select c.lane, s.flow, s.type, s.key, e.name,
          (select id from bus.word where kind = 'type' and name = 'bus.clock-moved.v1')
        from bus.clock c
        join bus.word w on w.id = c.name and w.kind = 'clock' and w.name = $2
        join bus.saga s on s.id = c.saga
        join bus.word e on e.id = s.type
        where c.saga = $1
        """;

    /// <summary>A clock that is moved is one of a fixed time from then on: a new calendar does not move it back.</summary>
    private const string Move =
        """
        update bus.clock c
        set due = $5, rule = null, calendar = null, calendar_version = null, started = null, budget = null, used = null
        where c.saga = $1 and c.name = (select id from bus.word where kind = 'clock' and name = $2) and c.serial = $3 and c.due = $4 and c.state = 1
        """;

    private const string Cancel =
        """
        delete from bus.clock c
        where c.saga = $1 and c.name = (select id from bus.word where kind = 'clock' and name = $2) and c.serial = $3 and c.due = $4 and c.state = 1
        """;

    /// <summary>Moves a clock.</summary>
    /// <param name="connection">A connection with an open transaction; the lane is locked until it ends.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="due">When it shall be due.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>False when the clock is not as it was seen any more; nothing was changed then.</returns>
    public async Task<bool> MoveAsync(NpgsqlConnection connection, ClockAsSeen clock, DateTimeOffset due, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(clock);
        if (await LockAsync(connection, clock, cancellationToken) is not { } place) return false;
        if (!await ChangeAsync(connection, Move, clock, due, cancellationToken)) return false;
        if (place.MovedType is not { } type || !Follows(place.Endpoint)) return true;
        var now = time.GetUtcNow();
        var id = DerivedId.New(now);
        var moved = topology.TypeNamed("bus.clock-moved.v1")!;
        await using var batch = new NpgsqlBatch(connection);
        QueueWrites.Ready(
            batch,
            [
                new NewMessage(
                    place.Lane, place.Flow, id, type, moved.Schema, place.Type, place.Key, ReplyTo: null, ReplyKey: null, Cause: null, Conversation: id, now,
                    Trace: null, moved.Write(new ClockMoved(place.Key, clock.Name, due, 0), moved.Schema)),
            ]);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return true;
    }

    /// <summary>Takes a clock away: it does not fire.</summary>
    /// <inheritdoc cref="MoveAsync"/>
    public static async Task<bool> CancelAsync(NpgsqlConnection connection, ClockAsSeen clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return await LockAsync(connection, clock, cancellationToken) is not null && await ChangeAsync(connection, Cancel, clock, due: null, cancellationToken);
    }

    /// <summary>A saga that does not speak of moved clocks must not be told: it would wait for a build that does.</summary>
    private bool Follows(string endpoint) => topology.Sagas.TryGetValue(endpoint, out var saga) && saga.Steps.ContainsKey(typeof(ClockMoved));

    private static async Task<Place?> LockAsync(NpgsqlConnection connection, ClockAsSeen clock, CancellationToken cancellationToken)
    {
        Place place;
        await using (var batch = new NpgsqlBatch(connection))
        {
            batch.Append("set local lock_timeout = '5s'");
            batch.Append(Find).With(clock.Saga).With(clock.Name);
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            if (!await reader.ReadAsync(cancellationToken)) return null;
            place = new Place(
                reader.GetInt16(0), reader.GetInt32(1), reader.GetInt16(2), reader.GetString(3), reader.GetString(4), reader.IsDBNull(5) ? null : reader.GetInt16(5));
        }

        await using var locking = new NpgsqlBatch(connection);
        locking.Append("select pg_advisory_xact_lock($1, $2)").With(Lane.LockSpace).With((int)place.Lane);
        await locking.ExecuteNonQueryAsync(cancellationToken);
        return place;
    }

    private static async Task<bool> ChangeAsync(NpgsqlConnection connection, string sql, ClockAsSeen clock, DateTimeOffset? due, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        var command = batch.Append(sql).With(clock.Saga).With(clock.Name).With(clock.Serial).With(clock.Due.UtcDateTime);
        if (due is { } moment) command.With(moment.UtcDateTime);
        return await batch.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    private sealed record Place(short Lane, int Flow, short Type, string Key, string Endpoint, short? MovedType);
}
