using System.Text;
using System.Text.Unicode;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace DichVuCong.Adapters.Banks.Wire;

/// <summary>
/// Reads and writes partners' JSON. Strict where two readings would be possible (encoding, the end of the text, one name twice, comments,
/// numbers that are not plain), tolerant where only one is.
/// </summary>
internal static class PartnerJson
{
    /// <summary>The most items of a list.</summary>
    public const int MaxItems = 200;

    // A body inside a string inside a string is the most that can be explained.
    private const int MaxDoubling = 2;
    private const int MaxDepth = 12;
    private static readonly UTF8Encoding Utf8NoMark = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly JsonLoadSettings Loading = new() { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error };

    /// <summary>Reads a body.</summary>
    /// <returns>Null when it is larger than the bound, or no JSON object of one meaning.</returns>
    public static PartnerObject? Read(ReadOnlySpan<byte> body, int maxBytes)
    {
        if (body.Length > maxBytes) return null;
        if (body.StartsWith("\uFEFF"u8)) body = body[3..];
        return Utf8.IsValid(body) && TryParse(Encoding.UTF8.GetString(body)) is JObject json ? Members(json) : null;
    }

    /// <summary>Reads a body that is a list of objects.</summary>
    /// <returns>Null when it is larger than the bound, or no such list.</returns>
    public static IReadOnlyList<PartnerObject>? ReadList(ReadOnlySpan<byte> body, int maxBytes)
    {
        if (body.Length > maxBytes || !Utf8.IsValid(body) || TryParse(Encoding.UTF8.GetString(body)) is not JArray array) return null;
        return new PartnerObject(new(StringComparer.OrdinalIgnoreCase) { ["list"] = array }).List("list");
    }

    /// <summary>Parses a JSON text, also one that is a string of JSON itself.</summary>
    /// <returns>The object or list; null when it is none.</returns>
    public static JContainer? TryParse(string text)
    {
        JToken? token = new JValue(text);
        for (var round = 0; round <= MaxDoubling && token is JValue { Value: string inner }; round++) token = ParseOnce(inner);
        return token as JContainer;
    }

    /// <summary>The members of an object by name; null when two names differ in letter case only.</summary>
    public static PartnerObject? Members(JObject json)
    {
        var members = new Dictionary<string, JToken>(json.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var property in json.Properties())
        {
            if (!members.TryAdd(property.Name, property.Value)) return null;
        }

        return new PartnerObject(members);
    }

    /// <summary>The bytes of what <paramref name="write"/> writes: UTF-8 without a byte order mark, Vietnamese as it is.</summary>
    public static byte[] Write(Action<JsonTextWriter> write)
    {
        var stream = new MemoryStream(512);
        using (var writer = new JsonTextWriter(new StreamWriter(stream, Utf8NoMark, bufferSize: 256))) write(writer);
        return stream.ToArray();
    }

    /// <summary>The bytes of an object of texts; members without a value are left out.</summary>
    public static byte[] Write(IEnumerable<(string Name, string? Value)> members) => Write(writer => WriteObject(writer, members));

    /// <summary>Writes an object of texts; members without a value are left out.</summary>
    public static void WriteObject(JsonTextWriter writer, IEnumerable<(string Name, string? Value)> members)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            if (value is null) continue;
            writer.WritePropertyName(name);
            writer.WriteValue(value);
        }

        writer.WriteEndObject();
    }

    private static JToken? ParseOnce(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length < 2 || (trimmed[0], trimmed[^1]) is not (('{', '}') or ('[', ']') or ('"', '"'))) return null;
        if (LooseJson.Is(text)) return null;
        using var reader = new JsonTextReader(new StringReader(text))
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
            MaxDepth = MaxDepth,
        };
        try
        {
            var token = reader.Read() ? JToken.Load(reader, Loading) : null;
            return reader.Read() ? null : token;
        }
        catch (Exception fault) when (fault is JsonException or FormatException or OverflowException or InvalidCastException)
        {
            // The exception's own text may quote the body, so nothing of it goes on.
            return null;
        }
    }
}
