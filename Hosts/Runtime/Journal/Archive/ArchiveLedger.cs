using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Runtime.Journal.Archive;

/// <summary>What the database knows of archived months.</summary>
public sealed class ArchiveLedger(NpgsqlDataSource database)
{
    private const string Columns = "month, folder, file, format, bytes, sha256, links, rows, broken, archived_at, dropped_at";

    /// <summary>The archived months, the oldest first.</summary>
    public async Task<IReadOnlyList<ArchivedMonth>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await ListAsync(connection, cancellationToken);
    }

    /// <summary>The archived months as a session sees them, the oldest first.</summary>
    public static async Task<IReadOnlyList<ArchivedMonth>> ListAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select {Columns} from bus.archive order by month", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var months = new List<ArchivedMonth>();
        while (await reader.ReadAsync(cancellationToken)) months.Add(Read(reader));
        return months;
    }

    /// <summary>The lanes of a month, where they lie in its file.</summary>
    internal async Task<IReadOnlyList<ArchivedLane>> LanesAsync(DateOnly month, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select lane, links, rows, first_batch, first_hash, last_batch, last_hash, start, length from bus.archive_lane where month = $1 order by lane");
        command.Parameters.Add(new() { Value = month });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var lanes = new List<ArchivedLane>();
        while (await reader.ReadAsync(cancellationToken))
        {
            lanes.Add(new ArchivedLane(
                reader.GetInt16(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.IsDBNull(4) ? null : reader.GetFieldValue<byte[]>(4),
                reader.GetInt64(5), reader.IsDBNull(6) ? null : reader.GetFieldValue<byte[]>(6), reader.GetInt64(7), reader.GetInt64(8)));
        }

        return lanes;
    }

    /// <summary>Keeps where a month is.</summary>
    internal async Task AddAsync(ArchivedMonth month, IReadOnlyList<ArchivedLane> lanes, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(
                """
                insert into bus.archive (month, folder, file, format, bytes, sha256, links, rows, broken) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """)
            .With(month.Month).With(month.Folder).With(month.File).With(month.Format).With(month.Bytes).With(month.Sha256)
            .With(month.Links).With(month.Rows).With(month.Broken);
        batch.Append(
                """
                insert into bus.archive_lane (month, lane, links, rows, first_batch, first_hash, last_batch, last_hash, start, length)
                select $1, u.* from unnest($2, $3, $4, $5, $6, $7, $8, $9, $10) u
                """)
            .With(month.Month)
            .Column(lanes, lane => lane.Lane)
            .Column(lanes, lane => lane.Links)
            .Column(lanes, lane => lane.Rows)
            .Column(lanes, lane => lane.FirstBatch)
            .Column(lanes, lane => lane.FirstHash)
            .Column(lanes, lane => lane.LastBatch)
            .Column(lanes, lane => lane.LastHash)
            .Column(lanes, lane => lane.Start)
            .Column(lanes, lane => lane.Length);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static ArchivedMonth Read(NpgsqlDataReader reader) => new()
    {
        Month = reader.GetFieldValue<DateOnly>(0),
        Folder = reader.GetString(1),
        File = reader.GetString(2),
        Format = reader.GetInt16(3),
        Bytes = reader.GetInt64(4),
        Sha256 = reader.GetFieldValue<byte[]>(5),
        Links = reader.GetInt64(6),
        Rows = reader.GetInt64(7),
        Broken = reader.GetInt64(8),
        ArchivedAt = reader.GetFieldValue<DateTimeOffset>(9),
        DroppedAt = reader.IsDBNull(10) ? null : reader.GetFieldValue<DateTimeOffset>(10),
    };
}
