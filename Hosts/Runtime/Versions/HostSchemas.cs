using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using DichVuCong.Messaging;
using Npgsql;

namespace DichVuCong.Runtime.Versions;

/// <summary>What hosts say they can read, in the column <c>understands</c> of their rows.</summary>
internal static class HostSchemas
{
    /// <summary>A host that was silent for longer does not count; should it come back, it holds what it cannot read.</summary>
    private const string Live =
        "select h.understands::text from bus.host h where h.heartbeat > clock_timestamp() - interval '10 seconds'";

    /// <summary>The name of a saga's state among the schemas.</summary>
    public static string StateOf(SagaDefinition saga) => $"state:{saga.Endpoint}";

    /// <summary>What a topology reads, as the column holds it.</summary>
    public static string Of(Topology topology)
    {
        var schemas = new JsonObject();
        foreach (var type in topology.Messages.OrderBy(type => type.Name, StringComparer.Ordinal)) schemas[type.Name] = type.Schema;
        foreach (var saga in topology.Sagas.Values.OrderBy(saga => saga.Endpoint, StringComparer.Ordinal)) schemas[StateOf(saga)] = saga.StateSchema;
        return schemas.ToJsonString();
    }

    /// <summary>The newest schema of each name that every live host reads; names that one of them does not know are left out.</summary>
    public static async Task<FrozenDictionary<string, short>> ReadByAllAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Live);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        Dictionary<string, short>? common = null;
        while (await reader.ReadAsync(cancellationToken))
        {
            var read = reader.IsDBNull(0) ? [] : Parse(reader.GetString(0));
            common = common is null
                ? read
                : common.Where(pair => read.ContainsKey(pair.Key)).ToDictionary(pair => pair.Key, pair => Math.Min(pair.Value, read[pair.Key]), StringComparer.Ordinal);
        }

        return (common ?? []).ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static Dictionary<string, short> Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject().ToDictionary(schema => schema.Name, schema => schema.Value.GetInt16(), StringComparer.Ordinal);
    }
}
