using DichVuCong.Contracts.Catalogue;
using DichVuCong.Registries.Catalogue.Tables;
using Npgsql;

namespace DichVuCong.Registries.Catalogue;

/// <summary>Writes an import: stages every table by COPY, then merges, all in one transaction.</summary>
internal sealed class CatalogueImporter(NpgsqlDataSource database, TimeProvider time)
{
    private const long LockKey = 0x4456435F43415441; // "DVC_CATA"
    private const int AlwaysRemovable = 10;
    private const double RemovableShare = 0.1;

    public async Task<CatalogueImportResult> ImportAsync(
        CatalogueData data, IReadOnlyList<CatalogueFinding> findings, bool allowMassRemoval, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, $"select pg_advisory_xact_lock({LockKey}), set_config('catalogue.importing', 'on', true)", cancellationToken);
        var before = await ReadVersionAsync(connection, cancellationToken);

        var changes = new List<TableChange>();
        var left = new List<string>();
        foreach (var (table, present, stage) in Parts(data))
        {
            if (!present)
            {
                left.Add(table.Name);
                continue;
            }

            await stage(connection, cancellationToken);
            changes.Add(await MergeAsync(connection, table, allowMassRemoval, cancellationToken));
        }

        var version = await ReadVersionAsync(connection, cancellationToken);
        var import = await ImportLedger.WriteAsync(connection, time.GetUtcNow(), version, version != before, findings, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new CatalogueImportResult(import, version, version != before, [.. changes.Where(change => change.Written + change.Removed > 0)], left);
    }

    /// <summary>The tables in the order of their references, and whether the data says anything about them.</summary>
    private static IEnumerable<(CatalogueTable Table, bool Present, Func<NpgsqlConnection, CancellationToken, Task> Stage)> Parts(CatalogueData data)
    {
        var (procedures, places, agencies, systems) = (data.Procedures.Count > 0, data.Communes.Count > 0, data.Agencies.Count > 0, data.Systems.Count > 0);
        var channels = data.Procedures.SelectMany(procedure => procedure.Channels, (procedure, channel) => (procedure.Code, channel));
        yield return Part(ProcedureTables.Sectors, data.Sectors.Count > 0, data.Sectors);
        yield return Part(ProcedureTables.Procedures, procedures, data.Procedures);
        yield return Part(ProcedureTables.Channels, procedures, channels);
        yield return Part(PlaceTables.Provinces, places, data.Provinces);
        yield return Part(PlaceTables.Communes, places, data.Communes);
        yield return Part(PlaceTables.Aliases, data.PlaceAliases.Count > 0, data.PlaceAliases);
        yield return Part(AgencyTables.Agencies, agencies, data.Agencies);
        yield return Part(AgencyTables.Aliases, agencies, data.AgencyAliases);
        yield return Part(SystemTables.Systems, systems, data.Systems);
        yield return Part(RouteTables.Agencies, procedures, data.AgencyRoutes);
        yield return Part(RouteTables.Systems, systems, data.SystemRoutes);
        yield return Part(CalendarTables.Days, data.Calendars.Days.Count > 0, data.Calendars.Days);
        yield return Part(CalendarTables.Hours, data.Calendars.Hours.Count > 0, data.Calendars.Hours);

        // One file, in which procedures may well have no fields or components of their own: its default says whether it was there.
        var requirements = data.Requirements;
        var stated = requirements.Limits.Count > 0;
        yield return Part(RequirementTables.Formats, stated, requirements.Formats);
        yield return Part(RequirementTables.Limits, stated, requirements.Limits);
        yield return Part(RequirementTables.Fields, stated, requirements.Fields);
        yield return Part(RequirementTables.Components, stated, requirements.Components);
        yield return Part(RequirementTables.Identities, stated, requirements.Identities);
    }

    private static (CatalogueTable Table, bool Present, Func<NpgsqlConnection, CancellationToken, Task> Stage) Part<T>(
        CatalogueTable<T> table, bool present, IEnumerable<T> records) =>
        (table, present, (connection, cancellationToken) => table.StageAsync(connection, records, cancellationToken));

    private static async Task<TableChange> MergeAsync(
        NpgsqlConnection connection, CatalogueTable table, bool allowMassRemoval, CancellationToken cancellationToken)
    {
        if (!allowMassRemoval) await RefuseMassRemovalAsync(connection, table, cancellationToken);
        var removed = table.KeepsWhatIsGone ? 0 : await ExecuteAsync(connection, table.Remove, cancellationToken);
        var written = await ExecuteAsync(connection, table.Write, cancellationToken);
        return new TableChange(table.Name, written, removed);
    }

    private static async Task RefuseMassRemovalAsync(NpgsqlConnection connection, CatalogueTable table, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(table.CountRemovals, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var (removed, existing) = (reader.GetInt32(0), reader.GetInt32(1));
        if (!table.KeepsWhatIsGone && removed > AlwaysRemovable && removed > existing * RemovableShare)
        {
            throw new CatalogueImportRefusedException(table.Name, removed, existing);
        }
    }

    private static async Task<int> ReadVersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select value from catalogue.version where name = 'catalogue'", connection);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
