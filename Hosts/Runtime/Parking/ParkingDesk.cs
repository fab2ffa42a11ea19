using DichVuCong.Runtime.Identity;
using DichVuCong.Runtime.Lanes;
using Npgsql;

namespace DichVuCong.Runtime.Parking;

/// <summary>A parked message, as an operator sees it.</summary>
/// <param name="Id">The message.</param>
/// <param name="Where">The endpoint, or the partner of the line.</param>
/// <param name="Key">The key that waits behind it.</param>
/// <param name="Type">The message's type.</param>
/// <param name="ParkedAt">Since when.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Error">Why.</param>
/// <param name="Waiting">How many messages of the key wait behind it.</param>
/// <param name="IsCall">Whether it is a call to a partner.</param>
public sealed record ParkedView(
    Guid Id, string Where, string Key, string Type, DateTimeOffset ParkedAt, int Attempts, string Error, long Waiting, bool IsCall);

/// <summary>What operators do with parked messages: look, retry, edit, discard.</summary>
public sealed class ParkingDesk(NpgsqlDataSource database, TimeProvider time)
{
    private const string Find =
        """
        select p.id, p.scope, p.key, p.endpoint, p.lane, p.flow, t.name, p.parked_at, p.attempts, p.error,
          coalesce(l.partner, e.name), (select count(*) from bus.held h where h.scope = p.scope and h.key = p.key)
        from bus.parked p
        join bus.word t on t.id = p.type
        left join bus.word e on e.id = p.endpoint
        left join bus.line l on l.id = -p.scope
        """;

    /// <summary>The parked messages, the oldest first.</summary>
    public async Task<IReadOnlyList<ParkedView>> ListAsync(int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Find + " order by p.parked_at limit $1");
        command.Parameters.Add(new() { Value = limit });
        return [.. (await ReadAsync(command, cancellationToken)).Select(row => row.View)];
    }

    /// <summary>How many keys wait for a newer build: nothing of theirs is parked, and no operator needs to act but by starting that build.</summary>
    public async Task<long> CountWaitingForNewerBuildAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select count(*) from bus.blocked where kind = 2");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>
    /// Orders something about a parked message. For a saga's message the order travels through the key's lane; a partner's call is moved at
    /// once, and its line goes on within a second.
    /// </summary>
    /// <exception cref="KeyNotFoundException">No such message is parked.</exception>
    /// <exception cref="ArgumentException">An edit without a body.</exception>
    public async Task OrderAsync(Guid message, ParkingAction action, byte[]? body, string by, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await OrderAsync(connection, message, scope: null, action, body, by, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Orders something in a transaction of the caller's.</summary>
    /// <param name="connection">The transaction's connection.</param>
    /// <param name="message">The message.</param>
    /// <param name="scope">Where it is parked: an event can be parked at several endpoints; null for the only place.</param>
    /// <param name="action">What to do.</param>
    /// <param name="body">For an edit: the new body.</param>
    /// <param name="by">Who ordered it.</param>
    /// <param name="cancellationToken">Ends it; the caller's transaction decides.</param>
    /// <inheritdoc cref="OrderAsync(Guid, ParkingAction, byte[], string, CancellationToken)"/>
    public async Task OrderAsync(
        NpgsqlConnection connection, Guid message, int? scope, ParkingAction action, byte[]? body, string by, CancellationToken cancellationToken)
    {
        if (action == ParkingAction.Edit && body is null) throw new ArgumentException("An edit needs the new body.", nameof(body));
        Row parked;
        await using (var command = new NpgsqlCommand(Find + " where p.id = $1 and p.scope = coalesce($2, p.scope)", connection))
        {
            command.Parameters.Add(new() { Value = message });
            command.Parameters.Add(new() { Value = scope ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Integer });
            parked = (await ReadAsync(command, cancellationToken)).FirstOrDefault() ?? throw new KeyNotFoundException($"No message {message} is parked.");
        }

        await using var batch = new NpgsqlBatch(connection);
        if (parked.View.IsCall)
        {
            LineParking.Append(batch, parked.Scope, parked.View.Key, message, action, body);
        }
        else
        {
            await SendAsync(batch, parked, new ParkingCommand(parked.View.Key, message, action, body, by), cancellationToken);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task SendAsync(NpgsqlBatch batch, Row parked, ParkingCommand command, CancellationToken cancellationToken)
    {
        await using var word = new NpgsqlCommand("select id from bus.word where kind = 'type' and name = $1", batch.Connection);
        word.Parameters.Add(new() { Value = ParkingCommand.Type.Name });
        var type = (short)(await word.ExecuteScalarAsync(cancellationToken) ?? throw new InvalidOperationException("No host has ever run on this database."));
        var now = time.GetUtcNow();
        var id = DerivedId.New(now);
        QueueWrites.Ready(
            batch,
            [
                new NewMessage(
                    parked.Lane, parked.Flow, id, type, ParkingCommand.Type.Schema, parked.Endpoint, command.Key, ReplyTo: null, ReplyKey: null,
                    Cause: command.Message, Conversation: id, now, Trace: null, ParkingCommand.Type.Write(command)),
            ]);
    }

    private static async Task<List<Row>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<Row>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var scope = reader.GetInt32(1);
            var view = new ParkedView(
                reader.GetGuid(0), reader.IsDBNull(10) ? "?" : reader.GetString(10), reader.GetString(2), reader.GetString(6),
                reader.GetFieldValue<DateTimeOffset>(7), reader.GetInt32(8), reader.GetString(9), reader.GetInt64(11), scope < 0);
            rows.Add(new Row(view, scope, reader.GetInt16(3), reader.GetInt16(4), reader.GetInt32(5)));
        }

        return rows;
    }

    private sealed record Row(ParkedView View, int Scope, short Endpoint, short Lane, int Flow);
}
