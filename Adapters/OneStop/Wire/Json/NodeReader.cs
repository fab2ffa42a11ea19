using System.Text;
using System.Text.Unicode;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.Json;

/// <summary>
/// Reads a body into <see cref="WireNode"/>s: strict where two readings would be possible (encoding, end of the text, numbers), tolerant
/// where only one is (single quotes, trailing commas, comments, line breaks inside strings: bodies are put together by hand).
/// </summary>
internal static class NodeReader
{
    // A body inside a string inside a string is the most that was ever seen or can be explained.
    private const int MaxDoubling = 2;

    /// <summary>Reads a body of UTF-8 bytes.</summary>
    public static WireResult<WireNode> Read(ReadOnlySpan<byte> body, WireLimits limits, ValueBudget budget)
    {
        if (body.Length > limits.MaxBytes) return new(JsonFaults.TooLarge(limits.MaxBytes));
        if (body.StartsWith("\uFEFF"u8)) body = body[3..];
        if (!Utf8.IsValid(body)) return new(JsonFaults.InvalidUtf8());
        return Parse(Encoding.UTF8.GetString(body), limits, budget);
    }

    /// <summary>Reads a JSON text, also one that is a string in a JSON text itself.</summary>
    public static WireResult<WireNode> Parse(string text, WireLimits limits, ValueBudget budget)
    {
        var result = ParseOnce(text, limits, budget);
        for (var i = 0; i < MaxDoubling && result.Value is { Kind: NodeKind.Text } doubled && LooksLikeJson(doubled.Text); i++)
        {
            result = ParseOnce(doubled.Text!, limits, budget);
        }

        return result;
    }

    /// <summary>Whether a text may be an object, an array or a string of JSON.</summary>
    public static bool LooksLikeJson(string? text)
    {
        var trimmed = text.AsSpan().Trim();
        return trimmed.Length >= 2 && (trimmed[0], trimmed[^1]) is ('{', '}') or ('[', ']') or ('"', '"');
    }

    private static WireResult<WireNode> ParseOnce(string text, WireLimits limits, ValueBudget budget)
    {
        using var reader = new JsonTextReader(new StringReader(text))
        {
            ArrayPool = CharPool.Shared,
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
            MaxDepth = null,
            PropertyNameTable = KnownNames.Current,
        };
        try
        {
            var result = new NodeLoader(reader, limits, budget).Load();
            return result.IsRead && budget.SawInteger && LeadingZeros.AreIn(text) ? new(JsonFaults.LeadingZero()) : result;
        }
        catch (JsonReaderException fault)
        {
            // The exception's own text may quote the body, so only the place goes on.
            return new(JsonFaults.InvalidJson(fault.LineNumber, fault.LinePosition));
        }
    }
}
