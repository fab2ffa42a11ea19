using System.Text.Json;
using System.Text.Json.Nodes;

namespace DichVuCong.Sandbox.SmsProvider;

/// <summary>A request in JSON: its texts by name. Names are as documented, letter by letter.</summary>
internal sealed class JsonRequest(JsonObject body)
{
    /// <summary>A text of the body; empty when it is missing, or none.</summary>
    public string this[string name] => body[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    /// <summary>The object under a name; empty when there is none.</summary>
    public JsonRequest In(string name) => new(body[name] as JsonObject ?? []);

    /// <summary>The objects of the list under a name.</summary>
    public IEnumerable<JsonRequest> List(string name) => (body[name] as JsonArray ?? []).OfType<JsonObject>().Select(item => new JsonRequest(item));

    /// <summary>Reads a request; null when it is none.</summary>
    public static async Task<JsonRequest?> ReadAsync(HttpContext context)
    {
        try
        {
            return await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted) is JsonObject body ? new JsonRequest(body) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
