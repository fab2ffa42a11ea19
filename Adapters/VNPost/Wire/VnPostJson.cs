using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace DichVuCong.Adapters.VNPost.Wire;

/// <summary>Reads VNPost's JSON tolerantly: names in any letter case, texts where numbers belong and the other way round, JSON in a string.</summary>
internal sealed class VnPostJson
{
    private const int MaxDepth = 16;
    private readonly JObject _json;

    private VnPostJson(JObject json) => _json = json;

    /// <summary>Reads a body; null when it is no JSON object.</summary>
    public static VnPostJson? Read(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith("\uFEFF"u8)) body = body[3..];
        if (!Utf8.IsValid(body)) return null;
        var token = Parse(Encoding.UTF8.GetString(body));
        if (token is JValue { Type: JTokenType.String, Value: string inner }) token = Parse(inner);
        return token is JObject json ? new VnPostJson(json) : null;
    }

    /// <summary>The bytes of a request: its members that have a value, in their order.</summary>
    public static byte[] Write(object request) => Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(request, Writing));

    /// <summary>A scalar's text; null when it is missing, null, or no scalar.</summary>
    public string? Text(string name) => Find(name) is JValue { Value: { } value } ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;

    /// <summary>An object; null when the member is none.</summary>
    public VnPostJson? Object(string name) => Find(name) is JObject json ? new VnPostJson(json) : null;

    /// <summary>The objects of a list, or a single one as a list of itself; null when the member is something else. A missing one is empty.</summary>
    public IReadOnlyList<VnPostJson>? List(string name) => Find(name) switch
    {
        null or { Type: JTokenType.Null } => [],
        JObject single => [new VnPostJson(single)],
        JArray array when array.All(item => item is JObject) => [.. array.Cast<JObject>().Select(item => new VnPostJson(item))],
        _ => null,
    };

    private static readonly JsonSerializerSettings Writing = new() { NullValueHandling = NullValueHandling.Ignore };

    private JToken? Find(string name) => _json.GetValue(name, StringComparison.OrdinalIgnoreCase);

    private static JToken? Parse(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal, MaxDepth = MaxDepth };
        try
        {
            var token = reader.Read() ? JToken.Load(reader) : null;
            return reader.Read() ? null : token;
        }
        catch (Exception fault) when (fault is JsonException or FormatException or OverflowException)
        {
            // The exception's own text may quote the body, so nothing of it goes on.
            return null;
        }
    }
}
