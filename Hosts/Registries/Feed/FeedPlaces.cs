using System.Globalization;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Feed;

/// <summary>
/// Finds the place that a cursor names. A cursor of before a restore, of another cluster, or older than what is kept leads nowhere: the caller
/// is told so and where to go on, and nothing is skipped in silence.
/// </summary>
public sealed class FeedPlaces
{
    /// <summary>Begins with what is to come.</summary>
    public const string Latest = "latest";

    private const string Lives =
        "select i.n, i.id, r.feed_tx::text, i.restored_to from bus.incarnation i left join dossier.restore r on r.n = i.n order by i.n";

    private const string TrimmedOfDossiers = "select t.tx::text, t.id from dossier.feed_trimmed t";

    private const string EndOfDossiers =
        "select f.tx::text, f.id from dossier.feed f where f.tx < pg_snapshot_xmin(pg_current_snapshot()) order by f.tx desc, f.id desc limit 1";

    private readonly NpgsqlDataSource _database;
    private readonly string _trimmed;
    private readonly string _end;

    /// <summary>Finds places in the feed of dossiers.</summary>
    public FeedPlaces(NpgsqlDataSource database)
        : this(database, TrimmedOfDossiers, EndOfDossiers)
    {
    }

    /// <summary>Finds places in another feed of this database, whose lives are the same.</summary>
    internal FeedPlaces(NpgsqlDataSource database, string trimmed, string end) => (_database, _trimmed, _end) = (database, trimmed, end);

    /// <summary>Finds it.</summary>
    /// <param name="after">What the caller said: a cursor, <see cref="Latest"/>, or nothing for the first event that is kept.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<FeedPlace> FindAsync(string? after, CancellationToken cancellationToken)
    {
        var book = await ReadAsync(cancellationToken);
        var start = FeedCursor.StartOf(book.Lives[^1].Id);
        if (string.IsNullOrEmpty(after)) return new FeedPlace.At(start);
        if (after == Latest) return new FeedPlace.At(book.End is { } end ? start with { Transaction = end.Transaction, Id = end.Id } : start);
        return FeedCursor.Read(after) is { } cursor ? PlaceOf(cursor, start, book) : new FeedPlace.Malformed();
    }

    private static FeedPlace PlaceOf(FeedCursor cursor, FeedCursor start, Book book)
    {
        // A cursor without a life is of before lives were written down: of the first.
        var index = cursor.Life.Length == 0 ? 0 : book.Lives.FindIndex(life => FeedCursor.NameOf(life.Id) == cursor.Life);
        if (index < 0) return new FeedPlace.Gone(FeedGone.OtherCluster, start);
        var here = start with { Transaction = cursor.Transaction, Id = cursor.Id };
        if (index < book.Lives.Count - 1)
        {
            // What the caller has read up to the time restored to is still there; what it read of later was lost with that life.
            var later = book.Lives.Skip(index + 1).ToList();
            var boundary = later.Min(life => life.FeedFrom);
            var next = here.IsBefore(boundary, 0) ? here : start with { Transaction = boundary, Id = 0 };
            return new FeedPlace.Gone(FeedGone.Restored, next, later.Min(life => life.RestoredTo));
        }

        return book.Trimmed is { } trimmed && here.IsBefore(trimmed.Transaction, trimmed.Id)
            ? new FeedPlace.Gone(FeedGone.TooOld, start with { Transaction = trimmed.Transaction, Id = trimmed.Id })
            : new FeedPlace.At(here);
    }

    private async Task<Book> ReadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(Lives);
        batch.Append(_trimmed);
        batch.Append(_end);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var lives = new List<Life>();
        while (await reader.ReadAsync(cancellationToken))
        {
            lives.Add(new Life(
                reader.GetGuid(1), await reader.IsDBNullAsync(2, cancellationToken) ? 0 : Number(reader.GetString(2)),
                await reader.IsDBNullAsync(3, cancellationToken) ? null : reader.GetFieldValue<DateTimeOffset>(3)));
        }

        await reader.NextResultAsync(cancellationToken);
        var trimmed = await PositionAsync(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return new Book(lives, trimmed, await PositionAsync(reader, cancellationToken));
    }

    private static async Task<Position?> PositionAsync(NpgsqlDataReader reader, CancellationToken cancellationToken) =>
        await reader.ReadAsync(cancellationToken) ? new Position(Number(reader.GetString(0)), reader.GetInt64(1)) : null;

    private static ulong Number(string text) => ulong.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Life(Guid Id, ulong FeedFrom, DateTimeOffset? RestoredTo);

    private sealed record Position(ulong Transaction, long Id);

    private sealed record Book(List<Life> Lives, Position? Trimmed, Position? End);
}
