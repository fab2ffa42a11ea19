using System.Text.Json;
using System.Text.Json.Serialization;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Contracts.Accounts;

/// <summary>A set of the eight groups. It travels as a list of their words, in the order of A12.1 and each once.</summary>
[JsonConverter(typeof(GroupSetConverter))]
public readonly record struct GroupSet
{
    private readonly byte _bits;

    private GroupSet(int bits) => _bits = (byte)bits;

    /// <summary>No group.</summary>
    public static GroupSet None => default;

    /// <summary>All eight.</summary>
    public static GroupSet All => new(byte.MaxValue);

    /// <summary>The groups, in the order of A12.1.</summary>
    public IReadOnlyList<PermissionGroup> Groups
    {
        get
        {
            var bits = _bits;
            return [.. Enum.GetValues<PermissionGroup>().Where(group => (bits & (byte)group) != 0)];
        }
    }

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _bits == 0;

    /// <summary>A set of groups.</summary>
    public static GroupSet Of(params ReadOnlySpan<PermissionGroup> groups)
    {
        var bits = 0;
        foreach (var group in groups) bits |= (byte)group;
        return new GroupSet(bits);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">A word is none of the eight.</exception>
    public static GroupSet Parse(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return Of([.. words.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(EnumWord<PermissionGroup>.Parse)]);
    }

    /// <summary>Whether a group is in the set.</summary>
    public bool Has(PermissionGroup group) => (_bits & (byte)group) != 0;

    /// <summary>What is in this set and not in another.</summary>
    public GroupSet Without(GroupSet other) => new(_bits & ~other._bits);

    /// <summary>What is in either.</summary>
    public GroupSet With(GroupSet other) => new(_bits | other._bits);

    /// <inheritdoc/>
    public override string ToString() => string.Join(',', Groups.Select(EnumWord<PermissionGroup>.Of));
}

/// <summary>Writes and reads a <see cref="GroupSet"/>.</summary>
public sealed class GroupSetConverter : JsonConverter<GroupSet>
{
    /// <inheritdoc/>
    public override GroupSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("Groups are a list of words.");
        var set = GroupSet.None;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var word = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            if (!EnumWord<PermissionGroup>.TryParse(word, out var group)) throw new JsonException($"A group is one of {string.Join(", ", EnumWord<PermissionGroup>.All)}.");
            set = set.With(GroupSet.Of(group));
        }

        return set;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, GroupSet value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var group in value.Groups) writer.WriteStringValue(EnumWord<PermissionGroup>.Of(group));
        writer.WriteEndArray();
    }
}
