using System.Data;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Registries.Catalogue.Tables;
using Npgsql;

namespace DichVuCong.Registries.Operations.Deadlines;

/// <summary>The calendars as they stand in the catalogue, without the rest of it.</summary>
public sealed class CalendarRows(NpgsqlDataSource database)
{
    /// <summary>Loads them, as they are at one moment.</summary>
    public async Task<CalendarData> LoadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await using var version = new NpgsqlCommand("select value from catalogue.version where name = 'calendar'", connection);
        return new CalendarData(
            (int)(await version.ExecuteScalarAsync(cancellationToken))!,
            await CalendarTables.Days.LoadAsync(connection, cancellationToken),
            await CalendarTables.Hours.LoadAsync(connection, cancellationToken),
            await CalendarTables.Windows.LoadAsync(connection, cancellationToken));
    }
}
