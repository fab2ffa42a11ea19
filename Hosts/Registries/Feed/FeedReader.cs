using System.Globalization;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Feed;

/// <summary>An event of the feed.</summary>
/// <param name="Cursor">Where to go on after it.</param>
/// <param name="Type">Its name.</param>
/// <param name="Code">The dossier.</param>
/// <param name="At">When it was decided.</param>
/// <param name="Body">Its fields, as UTF-8 JSON.</param>
public sealed record FeedEvent(FeedCursor Cursor, string Type, string Code, DateTimeOffset At, byte[] Body);

/// <summary>
/// Reads the feed. Only transactions that are over for everybody are given out: a later reader cannot find anything behind a cursor that was
/// handed out, and the events of one dossier come in their order.
/// </summary>
public sealed class FeedReader(NpgsqlDataSource database)
{
    private const string Read =
        """
        select f.tx::text, f.id, f.type, f.code, f.at, f.body
        from dossier.feed f
        where (f.tx, f.id) > ($1::text::xid8, $2) and f.tx < pg_snapshot_xmin(pg_current_snapshot())
        order by f.tx, f.id limit $3
        """;

    /// <summary>The events behind a cursor of the current life, in order.</summary>
    public async Task<IReadOnlyList<FeedEvent>> ReadAsync(FeedCursor after, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(Read).With(after.Transaction.ToString(CultureInfo.InvariantCulture)).With(after.Id).With((long)limit);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var events = new List<FeedEvent>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var cursor = after with { Transaction = ulong.Parse(reader.GetString(0), CultureInfo.InvariantCulture), Id = reader.GetInt64(1) };
            events.Add(new FeedEvent(cursor, reader.GetString(2), reader.GetString(3), reader.GetFieldValue<DateTimeOffset>(4), reader.GetFieldValue<byte[]>(5)));
        }

        return events;
    }
}
