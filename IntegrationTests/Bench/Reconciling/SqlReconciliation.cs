using System.Buffers.Binary;
using System.Diagnostics;
using DichVuCong.Saga.Reconciliation;
using DichVuCong.Testing;
using Npgsql;
using NpgsqlTypes;

namespace DichVuCong.Bench.Reconciling;

/// <summary>The same rows matched by the server: COPY in, then a full outer join into classes, the harder matches as two more joins.</summary>
internal sealed record SqlReconciliation(long Rows, TimeSpan Copied, TimeSpan Matched, IReadOnlyDictionary<ResultClass, (long Ledger, long Statement)> Found, long[][] Planted)
{
    private const string Tables =
        """
        create unlogged table ledger (reference uuid, id bigint, amount bigint, account bigint, time bigint, kind smallint, status smallint);
        create unlogged table statement (like ledger);
        """;

    public double RowsPerSecond => Rows / (Copied + Matched).TotalSeconds;

    public bool IsExact => Enum.GetValues<ResultClass>().All(each => Found.GetValueOrDefault(each) == (Planted[0][(int)each], Planted[1][(int)each]));

    public string Text => string.Join("; ", Enum.GetValues<ResultClass>().Select(each => $"{each} {Found.GetValueOrDefault(each)} of {Planted[0][(int)each]}, {Planted[1][(int)each]}"));

    public static async Task<SqlReconciliation> RunAsync(PlantedRows rows)
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        await using var connection = await database.Source.OpenConnectionAsync();
        await ExecuteAsync(connection, Tables);
        var watch = Stopwatch.StartNew();
        var ledger = Copy(connection, "ledger", rows, RowSide.Ledger);
        var statement = Copy(connection, "statement", rows, RowSide.Statement);
        var copied = watch.Elapsed;
        await ExecuteAsync(connection, SqlClasses.Join);
        var found = new Dictionary<ResultClass, (long, long)>();
        await using (var command = new NpgsqlCommand(SqlClasses.Count, connection) { CommandTimeout = 0 })
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync()) found[Enum.Parse<ResultClass>(reader.GetString(0))] = (reader.GetInt64(1), reader.GetInt64(2));
        }

        return new SqlReconciliation(ledger.Sum() + statement.Sum(), copied, watch.Elapsed - copied, found, [ledger, statement]);
    }

    private static long[] Copy(NpgsqlConnection connection, string table, PlantedRows rows, RowSide side)
    {
        using var import = connection.BeginBinaryImport($"copy {table} from stdin (format binary)");
        var bytes = new byte[16];
        var planted = rows.Make(side, chunk =>
        {
            foreach (var row in chunk)
            {
                import.StartRow();
                if (row.Reference.IsNone)
                {
                    import.WriteNull();
                }
                else
                {
                    BinaryPrimitives.WriteUInt64BigEndian(bytes, row.Reference.High);
                    BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(8), row.Reference.Low);
                    import.Write(new Guid(bytes, bigEndian: true), NpgsqlDbType.Uuid);
                }

                import.Write(row.Id, NpgsqlDbType.Bigint);
                import.Write(row.Amount.Amount, NpgsqlDbType.Bigint);
                import.Write((long)row.Account.Value, NpgsqlDbType.Bigint);
                import.Write((long)row.Time.Value, NpgsqlDbType.Bigint);
                import.Write((short)row.Kind, NpgsqlDbType.Smallint);
                import.Write((short)row.Status, NpgsqlDbType.Smallint);
            }
        });
        import.Complete();
        return planted;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
