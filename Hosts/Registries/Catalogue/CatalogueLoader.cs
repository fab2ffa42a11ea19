using System.Data;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Registries.Catalogue.Tables;
using Npgsql;

namespace DichVuCong.Registries.Catalogue;

/// <summary>Reads the whole catalogue in one snapshot.</summary>
internal static class CatalogueLoader
{
    public static async Task<CatalogueData> LoadAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var versions = await ReadVersionsAsync(connection, cancellationToken);
        var data = new CatalogueData
        {
            Version = versions["catalogue"],
            Procedures = await ReadProceduresAsync(connection, cancellationToken),
            Sectors = await ProcedureTables.Sectors.LoadAsync(connection, cancellationToken),
            Provinces = await PlaceTables.Provinces.LoadAsync(connection, cancellationToken),
            Communes = await PlaceTables.Communes.LoadAsync(connection, cancellationToken),
            PlaceAliases = await PlaceTables.Aliases.LoadAsync(connection, cancellationToken),
            Agencies = await AgencyTables.Agencies.LoadAsync(connection, cancellationToken),
            AgencyAliases = await AgencyTables.Aliases.LoadAsync(connection, cancellationToken),
            Systems = await SystemTables.Systems.LoadAsync(connection, cancellationToken),
            AgencyRoutes = await RouteTables.Agencies.LoadAsync(connection, cancellationToken),
            SystemRoutes = await RouteTables.Systems.LoadAsync(connection, cancellationToken),
            Calendars = new CalendarData(
                versions["calendar"],
                await CalendarTables.Days.LoadAsync(connection, cancellationToken),
                await CalendarTables.Hours.LoadAsync(connection, cancellationToken),
                await CalendarTables.Windows.LoadAsync(connection, cancellationToken)),
            Requirements = new TechnicalRequirements(
                await RequirementTables.Formats.LoadAsync(connection, cancellationToken),
                await RequirementTables.Limits.LoadAsync(connection, cancellationToken),
                await RequirementTables.Fields.LoadAsync(connection, cancellationToken),
                await RequirementTables.Components.LoadAsync(connection, cancellationToken),
                await RequirementTables.Identities.LoadAsync(connection, cancellationToken)),
        };
        await snapshot.CommitAsync(cancellationToken);
        return data;
    }

    private static async Task<List<Procedure>> ReadProceduresAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var channels = (await ProcedureTables.Channels.LoadAsync(connection, cancellationToken)).ToLookup(row => row.Procedure, row => row.Channel);
        var procedures = await ProcedureTables.Procedures.LoadAsync(connection, cancellationToken);
        return procedures.ConvertAll(procedure => procedure with { Channels = [.. channels[procedure.Code]] });
    }

    private static async Task<Dictionary<string, int>> ReadVersionsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select name, value from catalogue.version", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var versions = new Dictionary<string, int>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken)) versions.Add(reader.GetString(0), reader.GetInt32(1));
        return versions;
    }
}
