namespace DichVuCong.Adapters.Banks.Callbacks;

/// <summary>A callback as it came in, before anything of it is believed.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Query">The bytes of the query string, without the question mark.</param>
/// <param name="Body">The bytes of the body.</param>
/// <param name="Headers">The headers; names in any letter case.</param>
/// <param name="ReceivedAt">When it came in, by our clock.</param>
public sealed record CallbackRequest(
    string Method,
    ReadOnlyMemory<byte> Query,
    ReadOnlyMemory<byte> Body,
    IReadOnlyDictionary<string, string> Headers,
    DateTimeOffset ReceivedAt)
{
    /// <summary>A header's value; null when there is none.</summary>
    public string? Header(string name)
    {
        if (Headers.TryGetValue(name, out var exact)) return exact;
        foreach (var (key, value) in Headers)
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase)) return value;
        }

        return null;
    }

    /// <summary>Shows nothing of what came: bodies and queries name payers.</summary>
    public override string ToString() => $"{Method} callback of {Query.Length} + {Body.Length} bytes";
}
