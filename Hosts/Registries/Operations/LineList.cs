using Npgsql;

namespace DichVuCong.Registries.Operations;

/// <summary>A partner's line as operators see it.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Shard">Which line of the partner's.</param>
/// <param name="Owner">The machine of the host that may call; null for nobody.</param>
/// <param name="Circuit">closed, open or half-open.</param>
/// <param name="CircuitSince">Since when.</param>
/// <param name="IsStopped">Whether an operator stopped it.</param>
/// <param name="Waiting">Calls that wait for their turn, and those that are out.</param>
/// <param name="Calling">Calls that are out.</param>
/// <param name="Later">Calls that failed and are due again.</param>
/// <param name="Held">Calls behind one of their key that failed or is parked.</param>
/// <param name="Parked">Calls that an operator must decide about.</param>
/// <param name="Oldest">When the oldest call that is not done was ordered.</param>
public sealed record LineView(
    string Partner, int Shard, string? Owner, string Circuit, DateTimeOffset? CircuitSince, bool IsStopped, long Waiting, long Calling, long Later,
    long Held, long Parked, DateTimeOffset? Oldest);

/// <summary>Lists the partners' lines.</summary>
public sealed class LineList(NpgsqlDataSource database)
{
    /// <summary>All lines, by partner.</summary>
    public async Task<IReadOnlyList<LineView>> ListAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            with outbound as (select line, count(*) n, min(sent_at) oldest from bus.outbound group by line),
            attempt as (select line, count(*) n from bus.attempt group by line),
            later as (select line, count(*) n, min(sent_at) oldest from bus.later group by line),
            held as (select -scope line, count(*) n, min(sent_at) oldest from bus.held where scope < 0 group by scope),
            parked as (select -scope line, count(*) n, min(sent_at) oldest from bus.parked where scope < 0 group by scope)
            select l.partner, l.shard, h.machine, l.circuit, l.circuit_since, l.stopped, coalesce(o.n, 0), coalesce(a.n, 0), coalesce(t.n, 0),
              coalesce(d.n, 0), coalesce(p.n, 0), least(o.oldest, t.oldest, d.oldest, p.oldest)
            from bus.line l
            left join bus.host h on h.id = l.owner
            left join outbound o on o.line = l.id
            left join attempt a on a.line = l.id
            left join later t on t.line = l.id
            left join held d on d.line = l.id
            left join parked p on p.line = l.id
            order by l.partner, l.shard
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var lines = new List<LineView>();
        while (await reader.ReadAsync(cancellationToken))
        {
            lines.Add(new LineView(
                reader.GetString(0), reader.GetInt16(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetString(3),
                TimeOrNull(reader, 4), reader.GetBoolean(5), reader.GetInt64(6), reader.GetInt64(7), reader.GetInt64(8), reader.GetInt64(9),
                reader.GetInt64(10), TimeOrNull(reader, 11)));
        }

        return lines;
    }

    private static DateTimeOffset? TimeOrNull(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
}
