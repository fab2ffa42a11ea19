using System.Globalization;
using System.Text.Json;

namespace DichVuCong.Sandbox.Banks.Wire;

/// <summary>A JSON object as it came: names exactly as they were written, so that a wrong one shows.</summary>
internal sealed class WireFields
{
    private readonly Dictionary<string, JsonElement> _members;

    private WireFields(Dictionary<string, JsonElement> members) => _members = members;

    /// <summary>The names, in the order in which they came.</summary>
    public IEnumerable<string> Names => _members.Keys;

    /// <summary>A value as text, a number in its own digits; empty when it is missing or null.</summary>
    public string this[string name] => !_members.TryGetValue(name, out var value) ? "" : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };

    /// <summary>Reads an object; null when it is none, or has a name twice.</summary>
    public static WireFields? TryRead(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return null;
            var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            foreach (var member in document.RootElement.EnumerateObject())
            {
                if (!members.TryAdd(member.Name, member.Value.Clone())) return null;
            }

            return new WireFields(members);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The object under a name; null when there is none.</summary>
    public WireFields? Object(string name) =>
        _members.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.Object ? TryRead(JsonSerializer.SerializeToUtf8Bytes(value)) : null;

    /// <summary>An amount in whole đồng; null when it is none.</summary>
    public long? Amount(string name) =>
        long.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var amount) && amount > 0 ? amount : null;
}
