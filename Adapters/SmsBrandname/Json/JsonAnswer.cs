using System.Text.Json;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>
/// A provider's answer in JSON, read tolerantly: names in any letter case, numbers for strings, and an object that was written as a text
/// once more. Its values may repeat personal data and never show themselves.
/// </summary>
internal sealed class JsonAnswer
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    private readonly JsonElement _object;

    private JsonAnswer(JsonElement @object) => _object = @object;

    /// <summary>A value of the object, as a text; null when it is missing, null, or holds others.</summary>
    public string? this[string name] => Find(name) is { } value
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Trim(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => null,
        }
        : null;

    /// <summary>Reads an answer.</summary>
    /// <returns>Null when the body is no JSON object.</returns>
    public static JsonAnswer? TryRead(ArraySegment<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body.AsMemory(), Options);
            return Of(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The object under a name; null when there is none.</summary>
    public JsonAnswer? In(string name) => Find(name) is { ValueKind: JsonValueKind.Object } inner ? new JsonAnswer(inner) : null;

    /// <summary>The first of these names that has a value.</summary>
    public string? First(IEnumerable<string> names) => names.Select(name => this[name]).FirstOrDefault(value => !string.IsNullOrEmpty(value));

    /// <inheritdoc/>
    public override string ToString() => "JSON answer";

    private static JsonAnswer? Of(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Object) return new JsonAnswer(root.Clone());
        if (root.ValueKind != JsonValueKind.String) return null;
        using var inner = JsonDocument.Parse(root.GetString()!, Options);
        return inner.RootElement.ValueKind == JsonValueKind.Object ? new JsonAnswer(inner.RootElement.Clone()) : null;
    }

    private JsonElement? Find(string name)
    {
        foreach (var property in _object.EnumerateObject())
        {
            if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase)) return property.Value;
        }

        return null;
    }
}
