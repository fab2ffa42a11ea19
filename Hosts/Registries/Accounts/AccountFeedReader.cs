using System.Globalization;
using DichVuCong.Contracts;
using DichVuCong.Registries.Feed;
using DichVuCong.Registries.Payments;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Accounts;

/// <summary>
/// Reads the feed of accounts, as <see cref="FeedReader"/> does that of dossiers: only transactions that are over for everybody are given out,
/// and the events of one account come in their order. An event that concerns two of the agencies asked for comes once for each.
/// </summary>
public sealed class AccountFeedReader(NpgsqlDataSource database)
{
    // Each agency's events by its own index, as many as are wanted in all: what an agency waits for does not depend on the others'.
    private const string Select =
        """
        select f.tx::text, f.id, f.type, f.key, f.at, f.body
        from unnest($4) a(agency)
        cross join lateral (
          select f.* from account.feed f
          where f.agency = a.agency and (f.tx, f.id) > ($1::text::xid8, $2) and f.tx < pg_snapshot_xmin(pg_current_snapshot())
          order by f.tx, f.id limit $3) f
        order by f.tx, f.id limit $3
        """;

    private const string SelectAll =
        """
        select f.tx::text, f.id, f.type, f.key, f.at, f.body from account.feed f
        where (f.tx, f.id) > ($1::text::xid8, $2) and f.tx < pg_snapshot_xmin(pg_current_snapshot())
        order by f.tx, f.id limit $3
        """;

    /// <summary>All events behind a cursor of the current life, in order; one that concerns several agencies comes once for each.</summary>
    public async Task<IReadOnlyList<FeedEvent>> ReadAsync(FeedCursor after, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(SelectAll).With(after.Transaction.ToString(CultureInfo.InvariantCulture)).With(after.Id).With((long)limit);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(row => Read(row, after), cancellationToken);
    }

    /// <summary>The events of some agencies behind a cursor of the current life, in order.</summary>
    public async Task<IReadOnlyList<FeedEvent>> ReadAsync(
        FeedCursor after, IReadOnlyCollection<AgencyCode> agencies, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(agencies);
        var codes = agencies.Select(agency => agency.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(Select).With(after.Transaction.ToString(CultureInfo.InvariantCulture)).With(after.Id).With((long)limit).With(codes);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(row => Read(row, after), cancellationToken);
    }

    private static FeedEvent Read(NpgsqlDataReader row, FeedCursor after) => new(
        after with { Transaction = ulong.Parse(row.GetString(0), CultureInfo.InvariantCulture), Id = row.GetInt64(1) },
        row.GetString(2), row.GetString(3), row.GetFieldValue<DateTimeOffset>(4), row.GetFieldValue<byte[]>(5));
}
