using System.Buffers.Text;
using System.Globalization;
using System.Text;
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

/// <summary>A place in the feed. It means nothing to a caller, who hands it back as it is.</summary>
/// <param name="Transaction">The transaction.</param>
/// <param name="Id">The event's number.</param>
public readonly record struct FeedCursor(ulong Transaction, long Id)
{
    /// <summary>Before the first event.</summary>
    public static FeedCursor Start => default;

    /// <summary>The cursor as it travels.</summary>
    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Transaction}.{Id}")));

    /// <summary>Reads a cursor; an empty text is the start.</summary>
    public static bool TryParse(string? text, out FeedCursor cursor)
    {
        cursor = default;
        if (string.IsNullOrEmpty(text)) return true;
        if (text.Length > 64 || !Base64Url.IsValid(text)) return false;
        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split('.');
        if (parts.Length != 2
            || !ulong.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var transaction)
            || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return false;
        }

        cursor = new FeedCursor(transaction, id);
        return true;
    }
}

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

    /// <summary>The events behind a cursor, in order.</summary>
    public async Task<IReadOnlyList<FeedEvent>> ReadAsync(FeedCursor after, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(Read).With(after.Transaction.ToString(CultureInfo.InvariantCulture)).With(after.Id).With((long)limit);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var events = new List<FeedEvent>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var cursor = new FeedCursor(ulong.Parse(reader.GetString(0), CultureInfo.InvariantCulture), reader.GetInt64(1));
            events.Add(new FeedEvent(cursor, reader.GetString(2), reader.GetString(3), reader.GetFieldValue<DateTimeOffset>(4), reader.GetFieldValue<byte[]>(5)));
        }

        return events;
    }

    /// <summary>The cursor behind the newest event that can be read: where a caller begins who wants only what is to come.</summary>
    public async Task<FeedCursor> EndAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select f.tx::text, f.id from dossier.feed f where f.tx < pg_snapshot_xmin(pg_current_snapshot()) order by f.tx desc, f.id desc limit 1");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new FeedCursor(ulong.Parse(reader.GetString(0), CultureInfo.InvariantCulture), reader.GetInt64(1))
            : FeedCursor.Start;
    }
}
