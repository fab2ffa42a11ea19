using System.Collections.Frozen;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DichVuCong.Registries.Operations.Parked;

/// <summary>
/// A message's body as anybody may see it. What is not known to be harmless is masked: a field that is new tomorrow is masked until somebody has
/// thought about it.
/// </summary>
public static class MaskedBody
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Fields that name things, states and times, never persons. Free text (reasons, notes, titles) is not among them, nor what a form of a
    /// procedure could mean by it (code, number, id). What lies within a field that is not among them is masked whole.
    /// </summary>
    private static readonly FrozenSet<string> Harmless = new[]
    {
        "agency", "alarm", "alreadyThere", "amount", "arrivedAt", "at", "attempt", "bank", "calendar", "channel", "channels", "componentCode", "currency", "day", "deadline",
        "dossier", "due", "expiresAt", "fee", "fees", "figure", "filedAt", "files", "flag", "importance", "kind", "level", "lines", "mediaType", "month", "obligation", "occasion",
        "origin", "outcome", "paidAt", "partner", "position", "procedure", "procedureCode", "receivedAt", "reference", "requestId", "result", "revision", "row", "rowId", "rows",
        "size", "source", "state", "step", "system", "template", "time", "total", "type", "unit", "until", "version",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The body with everything masked that is not known to be harmless.</summary>
    public static string Of(ReadOnlySpan<byte> body)
    {
        JsonNode? node;
        try
        {
            node = JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return string.Create(CultureInfo.InvariantCulture, $"({body.Length} bytes that are no JSON)");
        }

        return Mask(node, isOpen: true, isHarmless: false)?.ToJsonString(Readable) ?? "null";
    }

    private static JsonNode? Mask(JsonNode? node, bool isOpen, bool isHarmless) => node switch
    {
        JsonObject many => new JsonObject(many.Select(field =>
        {
            var harmless = isOpen && Harmless.Contains(field.Key);
            return KeyValuePair.Create(field.Key, Mask(field.Value, harmless, harmless));
        })),
        JsonArray list => new JsonArray([.. list.Select(item => Mask(item, isOpen, isHarmless))]),
        JsonValue value => isHarmless || value.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? value.DeepClone() : Hidden(value),
        _ => null,
    };

    /// <summary>How long it is helps to see that something is empty or cut off, and tells nothing else.</summary>
    private static JsonValue Hidden(JsonValue value)
    {
        if (value.GetValueKind() != JsonValueKind.String) return JsonValue.Create("•••");
        var text = value.GetValue<string>();
        return JsonValue.Create(text.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"••• ({text.Length})"));
    }
}
