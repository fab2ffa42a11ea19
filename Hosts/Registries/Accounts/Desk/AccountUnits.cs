using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Saga.Routing;
using Npgsql;

namespace DichVuCong.Registries.Accounts.Desk;

/// <summary>A unit as accounts need it.</summary>
/// <param name="Agency">Its own code.</param>
/// <param name="Most">What may be given in it at most (A9.3).</param>
/// <param name="Systems">The one-stop systems that serve it today.</param>
public sealed record AccountUnit(AgencyCode Agency, GroupSet Most, IReadOnlyList<string> Systems);

/// <summary>What may be given in a unit at most, and which systems are told of its accounts.</summary>
public sealed class AccountUnits(NpgsqlDataSource database)
{
    /// <summary>Every unit that has a scope of its own; in all others all eight groups may be given.</summary>
    public async Task<IReadOnlyDictionary<AgencyCode, GroupSet>> LimitsAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select agency, groups from account.unit");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var limits = new Dictionary<AgencyCode, GroupSet>();
        while (await reader.ReadAsync(cancellationToken)) limits[AgencyCode.Parse(reader.GetString(0))] = GroupSet.Parse(reader.GetString(1));
        return limits;
    }

    /// <summary>A unit of the catalogue.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="agency">The unit's own code.</param>
    /// <param name="today">The day in Asia/Ho_Chi_Minh.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<AccountUnit> FindAsync(CatalogueIndex catalogue, AgencyCode agency, DateOnly today, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select groups from account.unit where agency = $1");
        command.Parameters.Add(new() { Value = agency.Value });
        var most = await command.ExecuteScalarAsync(cancellationToken) is string words ? GroupSet.Parse(words) : GroupSet.All;
        return new AccountUnit(agency, most, SystemsOf(catalogue, agency, today));
    }

    /// <summary>The systems that serve an agency's dossiers as a whole: those that serve single procedures of it do not keep its officers.</summary>
    public static IReadOnlyList<string> SystemsOf(CatalogueIndex catalogue, AgencyCode agency, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return catalogue.Agencies.Find(agency) is { } known
            ? [.. catalogue.Systems.Serving(procedure: null, known, today).Select(served => served.System.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>Sets what may be given in a unit at most.</summary>
    public async Task SetAsync(AgencyCode agency, GroupSet most, string by, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            insert into account.unit (agency, groups, changed_by) values ($1, $2, $3)
            on conflict (agency) do update set groups = excluded.groups, changed_by = excluded.changed_by, changed_at = now()
            """);
        command.Parameters.Add(new() { Value = agency.Value });
        command.Parameters.Add(new() { Value = most.ToString() });
        command.Parameters.Add(new() { Value = by });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
