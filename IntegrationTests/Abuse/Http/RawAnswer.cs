using System.Globalization;
using System.Text;

namespace DichVuCong.Abuse.Tests.Http;

/// <summary>An answer as it came over the connection.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">The headers, names in small letters.</param>
/// <param name="Body">The body.</param>
internal sealed record RawAnswer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>A header; empty when it is not there.</summary>
    public string this[string name] => Headers.GetValueOrDefault(name, "");

    /// <summary>Reads the first answer in what was received; null while it is not whole.</summary>
    public static RawAnswer? Read(ReadOnlySpan<byte> received, bool isEnd, bool hasBody = true)
    {
        var end = received.IndexOf("\r\n\r\n"u8);
        if (end < 0) return null;
        var lines = Encoding.Latin1.GetString(received[..end]).Split("\r\n");
        var status = int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture);
        var rest = received[(end + 4)..];
        // 100 Continue is no answer yet.
        if (status < 200) return Read(rest, isEnd, hasBody);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Skip(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0) headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        if (!hasBody || status is 204 or 304) return new RawAnswer(status, headers, []);
        if (headers.TryGetValue("content-length", out var length))
        {
            var count = int.Parse(length, CultureInfo.InvariantCulture);
            return rest.Length < count ? null : new RawAnswer(status, headers, rest[..count].ToArray());
        }

        if (headers.GetValueOrDefault("transfer-encoding") == "chunked") return Unchunk(rest) is { } whole ? new RawAnswer(status, headers, whole) : null;
        return isEnd ? new RawAnswer(status, headers, rest.ToArray()) : null;
    }

    private static byte[]? Unchunk(ReadOnlySpan<byte> rest)
    {
        var whole = new List<byte>();
        while (true)
        {
            var line = rest.IndexOf("\r\n"u8);
            if (line < 0 || !int.TryParse(rest[..line], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var size)) return null;
            rest = rest[(line + 2)..];
            if (size == 0) return [.. whole];
            if (rest.Length < size + 2) return null;
            whole.AddRange(rest[..size]);
            rest = rest[(size + 2)..];
        }
    }
}
