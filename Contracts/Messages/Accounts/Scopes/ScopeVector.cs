using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Accounts.Scopes;

/// <summary>A version vector: of each life the last instant. It travels as an object, <c>{"C1": "1772416800000.0"}</c>.</summary>
[JsonConverter(typeof(ScopeVectorConverter))]
public sealed class ScopeVector : IEquatable<ScopeVector>
{
    private readonly ImmutableSortedDictionary<ScopeLife, LogicalTime> _instants;

    private ScopeVector(ImmutableSortedDictionary<ScopeLife, LogicalTime> instants) => _instants = instants;

    /// <summary>Nothing.</summary>
    public static ScopeVector Empty { get; } = new(ImmutableSortedDictionary<ScopeLife, LogicalTime>.Empty);

    /// <summary>The lives that it knows, and of each the last instant.</summary>
    public IEnumerable<KeyValuePair<ScopeLife, LogicalTime>> Instants => _instants;

    /// <summary>The latest instant of all.</summary>
    public LogicalTime Latest => _instants.Values.Aggregate(LogicalTime.Never, LogicalTime.Later);

    /// <summary>Whether an instant of a life is part of it.</summary>
    public bool Covers(ScopeLife life, LogicalTime at) => _instants.TryGetValue(life, out var last) && last >= at;

    /// <summary>Whether all of another is part of it.</summary>
    public bool Covers(ScopeVector other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other._instants.All(instant => Covers(instant.Key, instant.Value));
    }

    /// <summary>With an instant of a life.</summary>
    public ScopeVector With(ScopeLife life, LogicalTime at) => Covers(life, at) ? this : new ScopeVector(_instants.SetItem(life, at));

    /// <summary>What is part of either.</summary>
    public ScopeVector Join(ScopeVector other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other._instants.Aggregate(this, (joined, instant) => joined.With(instant.Key, instant.Value));
    }

    /// <inheritdoc/>
    public bool Equals(ScopeVector? other) => other is not null && _instants.SequenceEqual(other._instants);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ScopeVector);

    /// <inheritdoc/>
    public override int GetHashCode() => _instants.Aggregate(0, (hash, instant) => HashCode.Combine(hash, instant.Key, instant.Value));

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', _instants.Select(instant => $"{instant.Key}:{instant.Value}"));
}

/// <summary>Writes and reads a <see cref="ScopeVector"/>.</summary>
public sealed class ScopeVectorConverter : JsonConverter<ScopeVector>
{
    private const int MaxLives = 64;

    /// <inheritdoc/>
    public override ScopeVector Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("A vector is an object of lives and instants.");
        var (vector, count) = (ScopeVector.Empty, 0);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (++count > MaxLives) throw new JsonException($"A vector has at most {MaxLives} lives.");
            if (!ScopeLife.TryParse(reader.GetString(), out var life)) throw new JsonException("A life is C or O and a number, such as O1772416800.");
            reader.Read();
            if (reader.TokenType != JsonTokenType.String || !LogicalTime.TryParse(reader.GetString(), out var at))
                throw new JsonException("An instant is milliseconds since 1970 and a counter, such as 1772416800000.0.");
            vector = vector.With(life, at);
        }

        return vector;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ScopeVector value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        foreach (var (life, at) in value.Instants) writer.WriteString(life.ToWire(), at.ToWire());
        writer.WriteEndObject();
    }
}
