using Npgsql;
using NpgsqlTypes;

namespace DichVuCong.Registries.Catalogue.Tables;

/// <summary>One column: its name, its type, and the value that a record has in it.</summary>
internal sealed record Column<T>(string Name, NpgsqlDbType Type, Func<T, object?> Value);

/// <summary>What every table of the catalogue has, whatever its records are.</summary>
internal abstract class CatalogueTable
{
    /// <summary>The name without the schema.</summary>
    public required string Name { get; init; }

    /// <summary>The columns of the primary key.</summary>
    public required IReadOnlyList<string> Key { get; init; }

    /// <summary>Whether operators have rows of their own in it, which the import leaves alone.</summary>
    public bool SharedWithOperators { get; init; }

    /// <summary>Whether a row that the import no longer has stays, as a system does whose number may not be given again.</summary>
    public bool KeepsWhatIsGone { get; init; }

    /// <summary>The columns that the import writes only in a new row: settings, which belong to the operators afterwards.</summary>
    public IReadOnlyList<string> SetOnce { get; init; } = [];

    /// <summary>The columns in their order.</summary>
    public abstract IReadOnlyList<string> ColumnNames { get; }

    protected string Stage => $"stage_{Name}";

    /// <summary>The rows that an import would remove, and how many it could.</summary>
    public string CountRemovals =>
        $"""
        select (select count(*)::int from catalogue.{Name} t where {OwnedByImport} and {NotStaged}),
          (select count(*)::int from catalogue.{Name} t where {OwnedByImport})
        """;

    /// <summary>Removes the import's rows that are no longer staged.</summary>
    public string Remove => $"delete from catalogue.{Name} t where {OwnedByImport} and {NotStaged}";

    /// <summary>Adds and changes rows until the import's are as staged.</summary>
    public string Write
    {
        get
        {
            var changing = ColumnNames.Except(Key, StringComparer.Ordinal).Except(SetOnce, StringComparer.Ordinal).ToList();
            return $"""
                insert into catalogue.{Name} as t ({Listed(ColumnNames)}{(SharedWithOperators ? ", origin" : "")})
                select {Listed(ColumnNames)}{(SharedWithOperators ? ", 'import'" : "")} from {Stage} order by {Listed(Key)}
                on conflict ({Listed(Key)}) do update set {Listed(changing, "{0} = excluded.{0}")}
                where {OwnedByImport} and ({Listed(changing, "t.{0}")}) is distinct from ({Listed(changing, "excluded.{0}")})
                """;
        }
    }

    protected string CreateStage => $"create temp table {Stage} on commit drop as select {Listed(ColumnNames)} from catalogue.{Name} with no data";

    protected string Copy => $"copy {Stage} ({Listed(ColumnNames)}) from stdin (format binary)";

    private string OwnedByImport => SharedWithOperators ? "t.origin = 'import'" : "true";

    private string NotStaged => $"not exists (select from {Stage} s where ({Listed(Key, "s.{0}")}) = ({Listed(Key, "t.{0}")}))";

    private static string Listed(IEnumerable<string> columns, string format = "{0}") =>
        string.Join(", ", columns.Select(column => format.Replace("{0}", column, StringComparison.Ordinal)));
}

/// <summary>One table of the catalogue: how its rows are written and read.</summary>
internal sealed class CatalogueTable<T> : CatalogueTable
{
    /// <summary>The columns.</summary>
    public required IReadOnlyList<Column<T>> Columns { get; init; }

    /// <summary>Makes a record of a row.</summary>
    public required Func<RowReader, T> Read { get; init; }

    /// <summary>The columns that are read beside those of the import.</summary>
    public IReadOnlyList<string> ReadOnly { get; init; } = [];

    /// <summary>The order of the rows, by the code points of texts.</summary>
    public required string Order { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> ColumnNames => [.. Columns.Select(column => column.Name)];

    /// <summary>Puts the rows of an import beside the table.</summary>
    public async Task StageAsync(NpgsqlConnection connection, IEnumerable<T> records, CancellationToken cancellationToken)
    {
        await using (var create = new NpgsqlCommand(CreateStage, connection)) await create.ExecuteNonQueryAsync(cancellationToken);
        await using var importer = await connection.BeginBinaryImportAsync(Copy, cancellationToken);
        foreach (var record in records)
        {
            await importer.StartRowAsync(cancellationToken);
            foreach (var column in Columns)
            {
                if (column.Value(record) is { } value) await importer.WriteAsync(value, column.Type, cancellationToken);
                else await importer.WriteNullAsync(cancellationToken);
            }
        }

        await importer.CompleteAsync(cancellationToken);
        await importer.CloseAsync(cancellationToken);

        // Without figures the planner takes the stage for a handful of rows and compares every row with every other.
        await using var analyze = new NpgsqlCommand($"analyze {Stage}", connection);
        await analyze.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Reads every row.</summary>
    public async Task<List<T>> LoadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var columns = ColumnNames.Concat(ReadOnly).Concat(SharedWithOperators ? ["origin"] : Array.Empty<string>());
        await using var command = new NpgsqlCommand($"select {string.Join(", ", columns)} from catalogue.{Name} order by {Order}", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(Read(new RowReader(reader)));
        return rows;
    }
}
