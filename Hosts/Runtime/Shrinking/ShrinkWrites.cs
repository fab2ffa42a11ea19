using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Runtime.Shrinking;

/// <summary>The statements with which sagas are shrunk: every one keyed, every transaction short.</summary>
internal sealed class ShrinkWrites(NpgsqlDataSource database)
{
    private const string Columns = "s.id, s.type, s.key, s.version, s.last_now, s.state, s.schema";

    /// <summary>How many states were written small.</summary>
    public long Shrunk { get; private set; }

    /// <summary>
    /// Takes the turn. Nobody does while hosts of different builds are alive: a build that does not know the small forms could not read them.
    /// </summary>
    public static async Task<bool> TryBeginAsync(NpgsqlConnection session, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select (select count(distinct build) < 2 from bus.host where heartbeat > clock_timestamp() - interval '1 minute')
              and pg_try_advisory_lock(x'4456434B'::int, 4)
            """,
            session);
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    public static async Task EndAsync(NpgsqlConnection session)
    {
        await using var command = new NpgsqlCommand("select pg_advisory_unlock_all()", session);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    /// <summary>Notes how far the numbers of sagas have come today.</summary>
    public async Task<DateOnly> NoteDayAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            with today as (select (now() at time zone 'Asia/Ho_Chi_Minh')::date as day),
            note as (insert into bus.saga_day (day, up_to) select t.day, s.last_value from today t, bus.saga_id s on conflict (day) do nothing)
            select day from today
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return reader.GetFieldValue<DateOnly>(0);
    }

    /// <summary>The next sagas that began by a day. A host that took a block of numbers long ago may still use it: those few stay as they are.</summary>
    public async Task<IReadOnlyList<StoredSaga>> WalkAsync(DateOnly began, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            select {Columns} from bus.saga s
            where s.id > (select c.saga from bus.shrink_cursor c) and s.id <= (select max(d.up_to) from bus.saga_day d where d.day <= $1)
            order by s.id limit $2
            """);
        command.Parameters.Add(new() { Value = began });
        command.Parameters.Add(new() { Value = limit });
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>The sagas that come again by a day; one that is gone is among the places only.</summary>
    public async Task<(IReadOnlyList<(DateOnly Day, long Saga)> Places, IReadOnlyList<StoredSaga> Sagas)> DueAsync(
        DateOnly today, int limit, CancellationToken cancellationToken)
    {
        var places = new List<(DateOnly Day, long Saga)>();
        await using (var due = database.CreateCommand("select day, saga from bus.shrink_later where day <= $1 order by day, saga limit $2"))
        {
            due.Parameters.Add(new() { Value = today });
            due.Parameters.Add(new() { Value = limit });
            await using var reader = await due.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken)) places.Add((reader.GetFieldValue<DateOnly>(0), reader.GetInt64(1)));
        }

        await using var command = database.CreateCommand($"select {Columns} from unnest($1) k(id) join bus.saga s on s.id = k.id order by s.id");
        command.Parameters.Add(new() { Value = places.Select(place => place.Saga).Distinct().ToArray() });
        return (places, await ReadAsync(command, cancellationToken));
    }

    /// <summary>Writes the small states of one lane, under its lock: none whose saga has decided since it was read.</summary>
    /// <returns>The sagas written.</returns>
    public async Task<IReadOnlySet<long>> WriteAsync(short lane, IReadOnlyList<(StoredSaga Saga, byte[] State)> rows, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginOnOpenAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.Append("set local lock_timeout = '5s'");
        batch.Append("select pg_advisory_xact_lock($1, $2)").With(Lane.LockSpace).With((int)lane);
        batch.Append(
                """
                update bus.saga s set state = v.state from unnest($1, $2, $3) v(id, version, state)
                where s.id = v.id and s.version = v.version
                returning s.id
                """)
            .Column(rows, row => row.Saga.Id)
            .Column(rows, row => row.Saga.Version)
            .Column(rows, row => row.State);
        var written = new HashSet<long>();
        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
        {
            await reader.NextResultAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken)) written.Add(reader.GetInt64(0));
        }

        await transaction.CommitAsync(cancellationToken);
        Shrunk += written.Count;
        return written;
    }

    /// <summary>The walk has come to a saga.</summary>
    public Task AdvanceAsync(long saga, IReadOnlyList<(DateOnly Day, long Saga)> later, CancellationToken cancellationToken) =>
        KeepAsync(batch => batch.Append("update bus.shrink_cursor set saga = $1").With(saga), later, cancellationToken);

    /// <summary>Sagas that came again are done, or come again on another day.</summary>
    public Task ComeBackAsync(
        IReadOnlyList<(DateOnly Day, long Saga)> done, IReadOnlyList<(DateOnly Day, long Saga)> later, CancellationToken cancellationToken) =>
        KeepAsync(
            batch => batch.Append("delete from bus.shrink_later l using unnest($1, $2) v(day, saga) where l.day = v.day and l.saga = v.saga")
                .Column(done, place => place.Day).Column(done, place => place.Saga),
            later, cancellationToken);

    private async Task KeepAsync(Action<NpgsqlBatch> first, IReadOnlyList<(DateOnly Day, long Saga)> later, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginOnOpenAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        first(batch);
        var rows = later.Order().ToList();
        batch.Append("insert into bus.shrink_later (day, saga) select * from unnest($1, $2) on conflict do nothing")
            .Column(rows, row => row.Day).Column(rows, row => row.Saga);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<IReadOnlyList<StoredSaga>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var sagas = new List<StoredSaga>();
        while (await reader.ReadAsync(cancellationToken))
        {
            sagas.Add(new StoredSaga(
                reader.GetInt64(0), reader.GetInt16(1), reader.GetString(2), reader.GetInt32(3), reader.GetFieldValue<DateTimeOffset>(4),
                reader.GetFieldValue<byte[]>(5), reader.GetInt16(6)));
        }

        return sagas;
    }
}
