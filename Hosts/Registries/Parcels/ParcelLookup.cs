using DichVuCong.Contracts.Parcels;
using DichVuCong.Registries.Payments;
using Npgsql;

namespace DichVuCong.Registries.Parcels;

/// <summary>Reads the registry of parcels.</summary>
public sealed class ParcelLookup(NpgsqlDataSource database)
{
    private const string Find =
        $"""
        select {ParcelRow.Columns} from parcel.parcel p
        where ($1::smallint is null or p.state = $1) and ($2::text is null or p.dossier = $2) and (not $3 or p.alarms <> 0)
          and ($1 is not null or $2 is not null or p.state not in (7, 8, 10))
        order by p.since limit $4
        """;

    /// <summary>The events are those of every order of the parcel: its number, and those that replaced it.</summary>
    private const string Moments =
        """
        select s.at, s.step, null, null::smallint, null, s.said, s.by_account from parcel.step s where s.parcel = $1
        union all
        select e.at, null, e.code, e.state, e.order_number, e.said, e.office from parcel.event e
        where e.order_number = any ($2)
        order by 1, 2 nulls last
        """;

    /// <summary>The parcels that are wanted, those that stand longest where they are first. Without a state or a dossier: those that are not over.</summary>
    public Task<IReadOnlyList<ParcelRow>> FindAsync(ParcelCriteria criteria, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        return ListAsync(
            Find, ParcelRow.Read, cancellationToken, (object?)(short?)criteria.State ?? DBNull.Value, (object?)criteria.Dossier?.Value ?? DBNull.Value, criteria.WithAlarm,
            (long)criteria.Limit);
    }

    /// <summary>One parcel; null when there is none.</summary>
    public async Task<ParcelRow?> FindAsync(ParcelId parcel, CancellationToken cancellationToken) =>
        await ListAsync($"select {ParcelRow.Columns} from parcel.parcel p where p.parcel = $1", ParcelRow.Read, cancellationToken, parcel.Value) is [var row] ? row : null;

    /// <summary>Everything that happened to a parcel, in the order of time.</summary>
    public Task<IReadOnlyList<ParcelMoment>> MomentsAsync(ParcelRow row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        var last = PostOrderNumber.TryParse(row.Order, out var order) ? order.Attempt : 1;
        var orders = Enumerable.Range(1, last).Select(attempt => PostOrderNumber.Of(row.Parcel, attempt).Value).ToArray();
        return ListAsync(
            Moments,
            reader => new ParcelMoment(
                reader.GetFieldValue<DateTimeOffset>(0),
                reader.IsDBNull(1) ? null : (ParcelStep)reader.GetInt16(1),
                reader.IsDBNull(2) ? null : reader.GetString(2),
                reader.IsDBNull(3) ? null : (ParcelState)reader.GetInt16(3),
                reader.IsDBNull(4) ? null : reader.GetString(4),
                reader.IsDBNull(5) ? null : reader.GetString(5),
                reader.IsDBNull(6) || reader.GetString(6).Length == 0 ? null : reader.GetString(6)),
            cancellationToken,
            row.Parcel.Value,
            orders);
    }

    /// <summary>How far the tracking of each customer is read.</summary>
    public Task<IReadOnlyList<TrackingRow>> TrackingAsync(CancellationToken cancellationToken) => ListAsync(
        "select t.customer, t.cursor, t.read_at, t.events, t.remark from parcel.tracking t order by t.customer",
        reader => new TrackingRow(
            reader.GetString(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetFieldValue<DateTimeOffset>(2), reader.GetInt64(3),
            reader.IsDBNull(4) ? null : reader.GetString(4)),
        cancellationToken);

    private async Task<IReadOnlyList<T>> ListAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(read, cancellationToken);
    }
}
