using System.Collections.Concurrent;
using System.Collections.Frozen;
using DichVuCong.Messaging;
using DichVuCong.Runtime.Versions;
using Npgsql;

namespace DichVuCong.Runtime.Naming;

/// <summary>
/// The small numbers that stand for names in the tables. Names of endpoints and message types are written when a host starts; names of
/// edges and clocks when they are first met.
/// </summary>
public sealed class Vocabulary
{
    private readonly NpgsqlDataSource? _database;
    private readonly ConcurrentDictionary<string, short> _endpoints;
    private readonly FrozenDictionary<string, short> _types;
    private readonly FrozenDictionary<short, MessageType> _typesByNumber;
    private readonly ConcurrentDictionary<short, string> _endpointsByNumber;
    private readonly ConcurrentDictionary<string, short> _edges;
    private readonly ConcurrentDictionary<string, short> _clocks;
    private readonly ConcurrentDictionary<short, string> _clocksByNumber;

    private Vocabulary(NpgsqlDataSource database, Topology topology, IReadOnlyList<(short Id, string Kind, string Name)> words)
        : this(topology, words) => _database = database;

    /// <summary>A vocabulary without a database, for runs in memory: it knows these words, and learns others with <see cref="Know"/>.</summary>
    internal Vocabulary(Topology topology, IReadOnlyList<(short Id, string Kind, string Name)> words)
    {
        Written = new WrittenSchemas(topology);
        _endpoints = new(OfKind(words, "endpoint"), StringComparer.Ordinal);
        _types = OfKind(words, "type").ToFrozenDictionary(StringComparer.Ordinal);
        _edges = new(OfKind(words, "edge"), StringComparer.Ordinal);
        _clocks = new(OfKind(words, "clock"), StringComparer.Ordinal);
        _clocksByNumber = new(_clocks.Select(pair => KeyValuePair.Create(pair.Value, pair.Key)));
        _endpointsByNumber = new(_endpoints.Select(pair => KeyValuePair.Create(pair.Value, pair.Key)));
        _typesByNumber = topology.Messages.ToFrozenDictionary(type => _types[type.Name]);
    }

    /// <summary>Reads the vocabulary, adding what the topology names and the database does not know yet.</summary>
    public static async Task<Vocabulary> LoadAsync(NpgsqlDataSource database, Topology topology, CancellationToken cancellationToken)
    {
        var endpoints = topology.Sagas.Keys.Concat(topology.Partners.Keys).Concat(topology.Recorders).Concat(topology.Entrances).ToArray();
        var types = topology.Messages.Select(type => type.Name).ToArray();
        await AddAsync(database, "endpoint", endpoints, cancellationToken);
        await AddAsync(database, "type", types, cancellationToken);

        await using var command = database.CreateCommand("select id, kind, name from bus.word");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var words = new List<(short, string, string)>();
        while (await reader.ReadAsync(cancellationToken)) words.Add((reader.GetInt16(0), reader.GetString(1), reader.GetString(2)));
        return new Vocabulary(database, topology, words);
    }

    /// <summary>Which schema of each message and state is written now.</summary>
    internal WrittenSchemas Written { get; }

    /// <summary>The number of an endpoint of the topology, or of another build's that was met since.</summary>
    public short Endpoint(string name) => _endpoints[name];

    /// <summary>An endpoint that another build has declared.</summary>
    public void MeetEndpoint(short number, string name)
    {
        _endpointsByNumber[number] = name;
        _endpoints[name] = number;
    }

    /// <summary>The name of an endpoint, or null when this build does not know it.</summary>
    public string? EndpointName(short number) => _endpointsByNumber.GetValueOrDefault(number);

    /// <summary>The number of a message type of the topology.</summary>
    public short Type(MessageType type) => _types[type.Name];

    /// <summary>The message type with a number, or null when this build does not know it.</summary>
    public MessageType? TypeOf(short number) => _typesByNumber.GetValueOrDefault(number);

    /// <summary>The number of a clock's name if it was met before.</summary>
    public bool TryClock(string name, out short number) => _clocks.TryGetValue(name, out number);

    /// <summary>Whether the clock with this number was met before.</summary>
    public bool KnowsClock(short number) => _clocksByNumber.ContainsKey(number);

    /// <summary>The name of a clock.</summary>
    public string ClockName(short number) => _clocksByNumber[number];

    /// <summary>The number of an edge's name if it was met before.</summary>
    public bool TryEdge(string name, out short number) => _edges.TryGetValue(name, out number);

    /// <summary>Learns names of edges and clocks that were not met before, in a transaction of its own, and names others have added.</summary>
    public async Task LearnAsync(IReadOnlyCollection<string> edges, IReadOnlyCollection<string> clocks, CancellationToken cancellationToken)
    {
        var database = _database ?? throw new InvalidOperationException("This vocabulary has no database to learn from.");
        await AddAsync(database, "edge", [.. edges], cancellationToken);
        await AddAsync(database, "clock", [.. clocks], cancellationToken);
        await using var command = database.CreateCommand("select id, kind, name from bus.word where kind in ('edge', 'clock')");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) Know(reader.GetInt16(0), reader.GetString(1), reader.GetString(2));
    }

    /// <summary>Takes in the number of an edge's or a clock's name.</summary>
    internal void Know(short id, string kind, string name)
    {
        if (kind == "edge")
        {
            _edges[name] = id;
        }
        else
        {
            _clocksByNumber[id] = name;
            _clocks[name] = id;
        }
    }

    private static Dictionary<string, short> OfKind(IReadOnlyList<(short Id, string Kind, string Name)> words, string kind) =>
        words.Where(word => word.Kind == kind).ToDictionary(word => word.Name, word => word.Id, StringComparer.Ordinal);

    private static async Task AddAsync(NpgsqlDataSource database, string kind, string[] names, CancellationToken cancellationToken)
    {
        if (names.Length == 0) return;
        // Only what is missing is inserted: identity values are not burnt by conflicts, and smallint lasts.
        await using var command = database.CreateCommand(
            """
            insert into bus.word (kind, name)
            select $1, n.name from unnest($2) n(name)
            where not exists (select from bus.word w where w.kind = $1 and w.name = n.name)
            order by n.name
            on conflict (kind, name) do nothing
            """);
        command.Parameters.Add(new() { Value = kind });
        command.Parameters.Add(new() { Value = names });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
