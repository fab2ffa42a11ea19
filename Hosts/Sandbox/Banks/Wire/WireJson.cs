using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DichVuCong.Sandbox.Banks.Wire;

/// <summary>Writes the JSON of the contracts.</summary>
internal static class WireJson
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An object; members without a value are left out.</summary>
    public static JsonObject Object(params IEnumerable<(string Name, JsonNode? Value)> members)
    {
        var json = new JsonObject();
        foreach (var (name, value) in members)
        {
            if (value is not null) json[name] = value;
        }

        return json;
    }

    /// <summary>A text.</summary>
    public static JsonNode? Text(string? text) => text is null ? null : JsonValue.Create(text);

    /// <summary>A whole number.</summary>
    public static JsonNode? Number(long number) => JsonValue.Create(number);

    /// <summary>Its bytes.</summary>
    public static byte[] Bytes(JsonNode json) => JsonSerializer.SerializeToUtf8Bytes(json, Plain);
}
