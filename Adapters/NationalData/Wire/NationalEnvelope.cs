using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using JsonException = Newtonsoft.Json.JsonException;

namespace DichVuCong.Adapters.NationalData.Wire;

/// <summary>The platform's answers: JSON whose <c>message</c> is a document of XML, or a word about what is wrong (1.3, D4).</summary>
internal sealed class NationalEnvelope
{
    private const int MaxDepth = 12;
    private static readonly JsonLoadSettings Loading = new() { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error };
    private readonly Dictionary<string, JToken> _members;

    private NationalEnvelope(Dictionary<string, JToken> members) => _members = members;

    /// <summary>Reads a body; null when it is no JSON object of one meaning.</summary>
    public static NationalEnvelope? Read(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith("\uFEFF"u8)) body = body[3..];
        if (!Utf8.IsValid(body)) return null;
        try
        {
            // The platform's reader holds to the grammar; the tolerant one then reads what has one meaning only.
            var strict = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MaxDepth });
            while (strict.Read())
            {
                // Every token is looked at once.
            }

            using var reader = new JsonTextReader(new StringReader(Encoding.UTF8.GetString(body))) { DateParseHandling = DateParseHandling.None, MaxDepth = MaxDepth };
            if (JToken.Load(reader, Loading) is not JObject json) return null;
            var members = new Dictionary<string, JToken>(json.Count, StringComparer.OrdinalIgnoreCase);
            return json.Properties().All(property => members.TryAdd(property.Name, property.Value)) ? new NationalEnvelope(members) : null;
        }
        catch (Exception fault) when (fault is JsonException or System.Text.Json.JsonException or FormatException or OverflowException or InvalidCastException or ArgumentException)
        {
            // The exception's own text may quote the body, so nothing of it goes on.
            return null;
        }
    }

    /// <summary>A member's text; null when it is missing, empty or no scalar.</summary>
    public string? Text(string name) =>
        _members.TryGetValue(name, out var token) && token is JValue { Value: { } value }
        && Convert.ToString(value, CultureInfo.InvariantCulture)?.Trim() is { Length: > 0 } text
            ? text
            : null;

    /// <summary>error_code as a number, whether it came as one, as "0" or as "00"; null when it is none.</summary>
    public int? ErrorCode => int.TryParse(Text("error_code"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code) ? code : null;
}
