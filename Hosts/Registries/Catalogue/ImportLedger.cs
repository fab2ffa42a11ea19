using DichVuCong.Contracts.Catalogue;
using Npgsql;
using NpgsqlTypes;

namespace DichVuCong.Registries.Catalogue;

/// <summary>Keeps every import with its findings, for the operators to read.</summary>
internal static class ImportLedger
{
    private const string InsertImport =
        """
        insert into catalogue.import (at, version, changed, findings, errors) values (@at, @version, @changed, @findings, @errors) returning id
        """;

    private const string CopyFindings =
        "copy catalogue.finding (import, number, file, line, record, severity, code, message) from stdin (format binary)";

    public static async Task<long> WriteAsync(
        NpgsqlConnection connection, DateTimeOffset at, int version, bool changed, IReadOnlyList<CatalogueFinding> findings,
        CancellationToken cancellationToken)
    {
        await using var insert = new NpgsqlCommand(InsertImport, connection);
        insert.Parameters.AddWithValue("at", at.UtcDateTime);
        insert.Parameters.AddWithValue("version", version);
        insert.Parameters.AddWithValue("changed", changed);
        insert.Parameters.AddWithValue("findings", findings.Count);
        insert.Parameters.AddWithValue("errors", findings.Count(finding => finding.Severity == FindingSeverity.Error));
        var import = (long)(await insert.ExecuteScalarAsync(cancellationToken))!;

        await using var importer = await connection.BeginBinaryImportAsync(CopyFindings, cancellationToken);
        for (var number = 1; number <= findings.Count; number++)
        {
            var finding = findings[number - 1];
            await importer.StartRowAsync(cancellationToken);
            await importer.WriteAsync(import, NpgsqlDbType.Bigint, cancellationToken);
            await importer.WriteAsync(number, NpgsqlDbType.Integer, cancellationToken);
            await importer.WriteAsync(Storable(finding.File), NpgsqlDbType.Text, cancellationToken);
            await importer.WriteAsync(finding.Line, NpgsqlDbType.Integer, cancellationToken);
            await importer.WriteAsync(Storable(finding.Record), NpgsqlDbType.Text, cancellationToken);
            await importer.WriteAsync(EnumWord<FindingSeverity>.Of(finding.Severity), NpgsqlDbType.Text, cancellationToken);
            await importer.WriteAsync(finding.Code, NpgsqlDbType.Text, cancellationToken);
            await importer.WriteAsync(Storable(finding.Message), NpgsqlDbType.Text, cancellationToken);
        }

        await importer.CompleteAsync(cancellationToken);
        return import;
    }

    public static async Task<IReadOnlyList<CatalogueImport>> ImportsAsync(NpgsqlDataSource database, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select id, at, version, changed, findings, errors from catalogue.import order by id desc limit $1");
        command.Parameters.AddWithValue(limit);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var imports = new List<CatalogueImport>();
        while (await reader.ReadAsync(cancellationToken))
        {
            imports.Add(new CatalogueImport(
                reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetInt32(2), reader.GetBoolean(3), reader.GetInt32(4), reader.GetInt32(5)));
        }

        return imports;
    }

    public static async Task<IReadOnlyList<CatalogueFinding>> FindingsAsync(NpgsqlDataSource database, long import, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select file, line, record, severity, code, message from catalogue.finding where import = $1 order by number");
        command.Parameters.AddWithValue(import);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var findings = new List<CatalogueFinding>();
        while (await reader.ReadAsync(cancellationToken))
        {
            findings.Add(new CatalogueFinding(
                reader.GetString(0), reader.GetInt32(1), reader.GetString(2), EnumWord<FindingSeverity>.Parse(reader.GetString(3)), reader.GetString(4),
                reader.GetString(5)));
        }

        return findings;
    }

    /// <summary>A finding quotes what it found; PostgreSQL takes any text but the null character.</summary>
    private static string Storable(string text) => text.Replace('\0', '\uFFFD');
}
