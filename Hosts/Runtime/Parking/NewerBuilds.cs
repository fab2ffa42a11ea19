using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Identity;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Runtime.Parking;

/// <summary>
/// Keys that wait for a newer build: their next message has a type or a schema, or their saga a state, that the host which met it does not
/// understand. Every host looks for those that it does understand and takes them up; a key of a saga by way of its lane.
/// </summary>
internal sealed class NewerBuilds
{
    /// <summary>Why such a key is closed.</summary>
    public const string Reason = "newer build";

    /// <summary>The kind of such a closing.</summary>
    public const short Kind = 2;

    /// <summary>Keys whose first held message this build ($1-$4) understands, as its saga's state; each is taken up at most every 10 seconds.</summary>
    private const string FindSagas =
        """
        with found as materialized (
          select b.scope, b.key, h.lane, h.flow
          from bus.blocked b
          cross join lateral (
            select x.lane, x.flow, x.endpoint, x.type, x.schema from bus.held x where x.scope = b.scope and x.key = b.key order by x.seq limit 1) h
          join unnest($1, $2, $3, $4) u(endpoint, type, schema, state) on u.endpoint = h.endpoint and u.type = h.type and u.schema >= h.schema
          left join bus.saga s on s.type = h.endpoint and s.key = b.key
          where b.kind = 2 and b.scope > 0 and coalesce(s.schema, 0) <= u.state
            and (b.asked_at is null or b.asked_at < clock_timestamp() - interval '10 seconds')
          limit 500)
        update bus.blocked b set asked_at = clock_timestamp() from found f where b.scope = f.scope and b.key = f.key
        returning b.scope, b.key, f.lane, f.flow
        """;

    private const string FindCalls =
        """
        select b.scope, b.key
        from bus.blocked b
        cross join lateral (select x.type, x.schema from bus.held x where x.scope = b.scope and x.key = b.key order by x.seq limit 1) h
        join unnest($1, $2) u(type, schema) on u.type = h.type and u.schema >= h.schema
        where b.kind = 2 and b.scope < 0
        order by b.scope, b.key
        limit 500
        """;

    private readonly RuntimeContext _context;
    private readonly List<(short Endpoint, short Type, short Schema, short State)> _handled;
    private readonly List<(short Type, short Schema)> _called;

    public NewerBuilds(RuntimeContext context)
    {
        _context = context;
        var (topology, vocabulary) = (context.Topology, context.Vocabulary);
        var types = topology.Messages.ToDictionary(type => type.ClrType);
        _handled =
        [
            .. topology.Sagas.Values.SelectMany(saga => saga.Steps.Keys.Select(step => (
                vocabulary.Endpoint(saga.Endpoint), vocabulary.Type(types[step]), types[step].Schema, saga.StateSchema))),
            .. topology.Recorders.SelectMany(recorder => topology.Messages.Select(type => (
                vocabulary.Endpoint(recorder), vocabulary.Type(type), type.Schema, (short)0))),
        ];
        _called = [.. topology.Partners.Values.SelectMany(partner => partner.Steps.Keys).Select(step => (vocabulary.Type(types[step]), types[step].Schema))];
    }

    /// <summary>Takes up what this build understands.</summary>
    /// <returns>The number of keys.</returns>
    public async Task<int> TakeUpAsync(CancellationToken cancellationToken)
    {
        await using var connection = await _context.Database.OpenConnectionAsync(cancellationToken);
        var taken = await TakeUpSagasAsync(connection, cancellationToken);
        return taken + (_context.Options.ServeLines ? await TakeUpCallsAsync(connection, cancellationToken) : 0);
    }

    private async Task<int> TakeUpSagasAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var found = new List<(int Scope, string Key, short Lane, int Flow)>();
        await using (var batch = new NpgsqlBatch(connection))
        {
            batch.Append(FindSagas)
                .Column(_handled, row => row.Endpoint).Column(_handled, row => row.Type).Column(_handled, row => row.Schema).Column(_handled, row => row.State);
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken)) found.Add((reader.GetInt32(0), reader.GetString(1), reader.GetInt16(2), reader.GetInt32(3)));
        }

        if (found.Count == 0) return 0;
        await using (var batch = new NpgsqlBatch(connection))
        {
            QueueWrites.Ready(batch, found.ConvertAll(row => ReleaseOf(row.Scope, row.Key, row.Lane, row.Flow)));
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        _context.Signals.WakeLanes();
        return found.Count;
    }

    private async Task<int> TakeUpCallsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var found = new List<(int Scope, string Key)>();
        await using (var batch = new NpgsqlBatch(connection))
        {
            batch.Append(FindCalls).Column(_called, row => row.Type).Column(_called, row => row.Schema);
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken)) found.Add((reader.GetInt32(0), reader.GetString(1)));
        }

        if (found.Count == 0) return 0;
        await using (var batch = new NpgsqlBatch(connection))
        {
            foreach (var (scope, key) in found) LineParking.Append(batch, scope, key, Guid.Empty, ParkingAction.Release, body: null);
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return found.Count;
    }

    private NewMessage ReleaseOf(int scope, string key, short lane, int flow)
    {
        var now = _context.Time.GetUtcNow();
        var id = DerivedId.New(now);
        var command = new ParkingCommand(key, Guid.Empty, ParkingAction.Release, Body: null, By: _context.HostId.ToString());
        return new NewMessage(
            lane, flow, id, _context.Vocabulary.Type(ParkingCommand.Type), ParkingCommand.Type.Schema, (short)scope, key, ReplyTo: null, ReplyKey: null,
            Cause: null, Conversation: id, now, Trace: null, ParkingCommand.Type.Write(command));
    }
}
