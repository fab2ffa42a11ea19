using Npgsql;

namespace DichVuCong.Registries.Restoring;

/// <summary>A restore of this database.</summary>
/// <param name="Number">The incarnation that began with it.</param>
/// <param name="RestoredTo">The time of the last transaction that was still there.</param>
/// <param name="MarkedAt">When it was marked.</param>
/// <param name="MarkedBy">The operator.</param>
/// <param name="Gap">By how much the counters were raised.</param>
public sealed record RestoreRow(int Number, DateTimeOffset RestoredTo, DateTimeOffset MarkedAt, string MarkedBy, long Gap);

/// <summary>Lists the restores of this database, the latest first.</summary>
public sealed class RestoreList(NpgsqlDataSource database)
{
    /// <summary>All of them.</summary>
    public async Task<IReadOnlyList<RestoreRow>> ListAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select i.n, i.restored_to, i.marked_at, i.marked_by, i.gap from bus.incarnation i where i.restored_to is not null order by i.n desc");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<RestoreRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(new RestoreRow(
                reader.GetInt32(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetFieldValue<DateTimeOffset>(2), reader.GetString(3), reader.GetInt64(4)));
        }

        return rows;
    }
}
