using Npgsql;

namespace DichVuCong.Registries.Operations;

/// <summary>A host that runs sagas, as its heartbeat tells.</summary>
/// <param name="Id">Its id, new with every start.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Machine">Where it runs.</param>
/// <param name="Build">Its build.</param>
/// <param name="Workers">How many lane workers it has.</param>
/// <param name="StartedAt">Since when.</param>
/// <param name="Heartbeat">When it was last heard of.</param>
/// <param name="IsAlive">Whether that was a moment ago.</param>
public sealed record HostView(
    Guid Id, string Kind, string Machine, string Build, int Workers, DateTimeOffset StartedAt, DateTimeOffset Heartbeat, bool IsAlive);

/// <summary>Lists the hosts.</summary>
public sealed class HostList(NpgsqlDataSource database)
{
    /// <summary>The hosts, the oldest first; by the database's clock, which is everybody's.</summary>
    public async Task<IReadOnlyList<HostView>> ListAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select id, kind, machine, build, workers, started_at, heartbeat, heartbeat > clock_timestamp() - interval '10 seconds'
            from bus.host order by started_at
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var hosts = new List<HostView>();
        while (await reader.ReadAsync(cancellationToken))
        {
            hosts.Add(new HostView(
                reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetInt16(4),
                reader.GetFieldValue<DateTimeOffset>(5), reader.GetFieldValue<DateTimeOffset>(6), reader.GetBoolean(7)));
        }

        return hosts;
    }
}
