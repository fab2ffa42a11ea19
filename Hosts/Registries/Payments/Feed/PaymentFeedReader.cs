using System.Globalization;
using DichVuCong.Contracts;
using DichVuCong.Registries.Feed;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Payments.Feed;

/// <summary>
/// Reads the feed of payments, as <see cref="FeedReader"/> does that of dossiers: only transactions that are over for everybody are given out,
/// and the events of one order, obligation or difference come in their order.
/// </summary>
public sealed class PaymentFeedReader(NpgsqlDataSource database)
{
    private const string ReadAll =
        """
        select f.tx::text, f.id, f.type, f.key, f.at, f.body
        from payment.feed f
        where (f.tx, f.id) > ($1::text::xid8, $2) and f.tx < pg_snapshot_xmin(pg_current_snapshot())
        order by f.tx, f.id limit $3
        """;

    // Each agency's events by its own index, as many as are wanted in all: what an agency waits for does not depend on the others'.
    private const string ReadOfAgencies =
        """
        select f.tx::text, f.id, f.type, f.key, f.at, f.body
        from unnest($4) a(agency)
        cross join lateral (
          select f.* from payment.feed f
          where f.agency = a.agency and (f.tx, f.id) > ($1::text::xid8, $2) and f.tx < pg_snapshot_xmin(pg_current_snapshot())
          order by f.tx, f.id limit $3) f
        order by f.tx, f.id limit $3
        """;

    private const string ReadOfKey =
        """
        select f.tx::text, f.id, f.type, f.key, f.at, f.body
        from payment.feed f where f.key = $1 order by f.tx, f.id
        """;

    /// <summary>The events of all behind a cursor of the current life, in order.</summary>
    public Task<IReadOnlyList<FeedEvent>> ReadAsync(FeedCursor after, int limit, CancellationToken cancellationToken) => ReadAsync(
        batch => At(batch.Append(ReadAll), after, limit), after, cancellationToken);

    /// <summary>The events of some agencies behind a cursor of the current life, in order.</summary>
    public Task<IReadOnlyList<FeedEvent>> ReadAsync(
        FeedCursor after, IReadOnlyCollection<AgencyCode> agencies, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(agencies);
        var codes = agencies.Select(agency => agency.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return ReadAsync(batch => At(batch.Append(ReadOfAgencies), after, limit).With(codes), after, cancellationToken);
    }

    /// <summary>The events of one order, obligation or difference that are still kept, the earliest first.</summary>
    public Task<IReadOnlyList<FeedEvent>> OfAsync(string key, CancellationToken cancellationToken) =>
        ReadAsync(batch => batch.Append(ReadOfKey).With(key), default, cancellationToken);

    private static NpgsqlBatchCommand At(NpgsqlBatchCommand command, FeedCursor after, int limit) =>
        command.With(after.Transaction.ToString(CultureInfo.InvariantCulture)).With(after.Id).With((long)limit);

    private async Task<IReadOnlyList<FeedEvent>> ReadAsync(Action<NpgsqlBatch> ask, FeedCursor after, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        ask(batch);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(
            row => new FeedEvent(
                after with { Transaction = ulong.Parse(row.GetString(0), CultureInfo.InvariantCulture), Id = row.GetInt64(1) },
                row.GetString(2), row.GetString(3), row.GetFieldValue<DateTimeOffset>(4), row.GetFieldValue<byte[]>(5)),
            cancellationToken);
    }
}
