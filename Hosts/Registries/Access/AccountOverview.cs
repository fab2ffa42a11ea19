using Npgsql;

namespace DichVuCong.Registries.Access;

/// <summary>An account as operators see it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its kind, as the table spells it.</param>
/// <param name="System">The one-stop system it belongs to.</param>
/// <param name="IsEnabled">Whether it may call.</param>
/// <param name="IsDevelopment">Made for development.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="CreatedBy">Who made it.</param>
public sealed record AccountView(
    string Name, string Kind, string? System, bool IsEnabled, bool IsDevelopment, DateTimeOffset CreatedAt, string CreatedBy);

/// <summary>Lists the accounts, disabled ones too, without their secrets.</summary>
public sealed class AccountOverview(NpgsqlDataSource database)
{
    /// <summary>All accounts by name.</summary>
    public async Task<IReadOnlyList<AccountView>> ListAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select name, kind, system, enabled, development, created_at, created_by from access.account order by name");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var accounts = new List<AccountView>();
        while (await reader.ReadAsync(cancellationToken))
        {
            accounts.Add(new AccountView(
                reader.GetString(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetBoolean(3), reader.GetBoolean(4),
                reader.GetFieldValue<DateTimeOffset>(5), reader.GetString(6)));
        }

        return accounts;
    }
}
