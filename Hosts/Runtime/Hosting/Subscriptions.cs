using System.Collections.Frozen;
using DichVuCong.Messaging;
using DichVuCong.Runtime.Naming;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Runtime.Hosting;

/// <summary>Subscriptions are rows: publishing inserts one message for each subscriber known to the database.</summary>
internal static class Subscriptions
{
    /// <summary>Adds the topology's subscriptions.</summary>
    public static async Task DeclareAsync(NpgsqlDataSource database, Topology topology, Vocabulary vocabulary, CancellationToken cancellationToken)
    {
        var rows = topology.Subscriptions
            .Select(row => (Event: vocabulary.Type(topology.TypeNamed(row.Event)!), Endpoint: vocabulary.Endpoint(row.Endpoint)))
            .Order().ToList();
        if (rows.Count == 0) return;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.Append("insert into bus.subscription (event, endpoint) select * from unnest($1, $2) on conflict do nothing")
            .Column(rows, row => row.Event)
            .Column(rows, row => row.Endpoint);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>
    /// The subscribers by the event's name. A subscriber that only a newer build knows gets its messages by way of its queue, and that build's
    /// hosts take them from there.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> LoadAsync(
        NpgsqlDataSource database, Vocabulary vocabulary, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select s.event, s.endpoint, w.name from bus.subscription s join bus.word w on w.id = s.endpoint order by s.event, s.endpoint
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<(string Event, string Endpoint)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            if (vocabulary.TypeOf(reader.GetInt16(0)) is not { } type) continue;
            var (number, endpoint) = (reader.GetInt16(1), reader.GetString(2));
            if (vocabulary.EndpointName(number) is null) vocabulary.MeetEndpoint(number, endpoint);
            rows.Add((type.Name, endpoint));
        }

        return rows.GroupBy(row => row.Event, row => row.Endpoint, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, IReadOnlyList<string> (group) => [.. group], StringComparer.Ordinal);
    }
}
