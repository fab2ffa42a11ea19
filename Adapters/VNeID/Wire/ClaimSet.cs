using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using JsonException = Newtonsoft.Json.JsonException;

namespace DichVuCong.Adapters.VNeID.Wire;

/// <summary>
/// A flat JSON object as a source wrote it: names in any letter case, numbers where texts belong, the object itself as a string of JSON. Strict
/// where two readings would be possible: encoding, grammar (a bare <c>001090000001</c> is an octal number to some readers), one name twice.
/// </summary>
internal sealed class ClaimSet
{
    private const int MaxDepth = 12;

    // A body inside a string inside a string is the most that can be explained.
    private const int MaxDoubling = 2;
    private static readonly JsonLoadSettings Loading = new() { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error };

    private readonly Dictionary<string, JToken> _members;

    private ClaimSet(Dictionary<string, JToken> members) => _members = members;

    /// <summary>Reads a body; null when it is no JSON object of one meaning.</summary>
    public static ClaimSet? Read(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith("\uFEFF"u8)) body = body[3..];
        if (!Utf8.IsValid(body)) return null;
        var text = Encoding.UTF8.GetString(body);
        for (var round = 0; round <= MaxDoubling; round++)
        {
            if (Parse(text) is not { } token) return null;
            if (token is JObject json) return Members(json);
            if (token is not JValue { Value: string inner }) return null;
            text = inner;
        }

        return null;
    }

    /// <summary>A member's text; null when it is missing, empty, or no scalar. A number is written in the digits in which it came.</summary>
    public string? Text(string name) =>
        _members.TryGetValue(name, out var token) && token is JValue { Value: { } value }
        && Convert.ToString(value, CultureInfo.InvariantCulture)?.Trim() is { Length: > 0 } text
            ? text
            : null;

    /// <summary>A member that is a number of a fixed count of digits: JSON's numbers lose their leading zeros, which are put back.</summary>
    public string? Digits(string name, int count)
    {
        var text = Text(name);
        return text is not null && _members[name].Type == JTokenType.Integer && text.Length < count ? text.PadLeft(count, '0') : text;
    }

    /// <summary>A whole number; null when the member is none.</summary>
    public long? Number(string name) => long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static ClaimSet? Members(JObject json)
    {
        var members = new Dictionary<string, JToken>(json.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var property in json.Properties())
        {
            if (!members.TryAdd(property.Name, property.Value)) return null;
        }

        return new ClaimSet(members);
    }

    private static JToken? Parse(string text)
    {
        try
        {
            // The platform's reader holds to the grammar; the tolerant one then reads what has one meaning only.
            var strict = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = MaxDepth });
            while (strict.Read())
            {
                // Every token is looked at once.
            }

            using var reader = new JsonTextReader(new StringReader(text))
            {
                DateParseHandling = DateParseHandling.None,
                FloatParseHandling = FloatParseHandling.Decimal,
                MaxDepth = MaxDepth,
            };
            return JToken.Load(reader, Loading);
        }
        catch (Exception fault) when (fault is JsonException or System.Text.Json.JsonException or FormatException or OverflowException or InvalidCastException or ArgumentException)
        {
            // The exception's own text may quote the body, so nothing of it goes on.
            return null;
        }
    }
}
