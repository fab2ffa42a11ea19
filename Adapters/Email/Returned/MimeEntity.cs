using System.Text;

namespace DichVuCong.Adapters.Email;

/// <summary>A mail, or a part of one: its header, and what is below it. Read tolerantly and within bounds: anybody can write to a mailbox.</summary>
internal sealed class MimeEntity
{
    private const int MostFields = 200;
    private const int MostParts = 20;

    private readonly List<(string Name, string Value)> _fields;

    private MimeEntity(List<(string Name, string Value)> fields, string body) => (_fields, Body) = (fields, body);

    /// <summary>What stands below the header.</summary>
    public string Body { get; }

    /// <summary>The media type, in lower case; <c>text/plain</c> where none is said.</summary>
    public string Type => this["Content-Type"]?.Split(';')[0].Trim().ToLowerInvariant() ?? "text/plain";

    /// <summary>The first field of a name; null when there is none.</summary>
    public string? this[string name] => _fields.Find(field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Reads a mail. Letters other than ASCII do not matter here.</summary>
    public static MimeEntity Read(ReadOnlySpan<byte> bytes) => Read(Encoding.Latin1.GetString(bytes).ReplaceLineEndings("\n"));

    /// <summary>Reads a text that consists of fields, as a part of its own.</summary>
    public static MimeEntity Read(string text)
    {
        var end = text.StartsWith('\n') ? 0 : text.IndexOf("\n\n", StringComparison.Ordinal);
        var (header, body) = end < 0 ? (text, "") : (text[..end], text[(end == 0 ? 1 : end + 2)..]);
        return new MimeEntity(FieldsOf(header), body);
    }

    /// <summary>A parameter of the media type; null when there is none.</summary>
    public string? Parameter(string name)
    {
        foreach (var part in (this["Content-Type"] ?? "").Split(';').Skip(1))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && string.Equals(part[..equals].Trim(), name, StringComparison.OrdinalIgnoreCase)) return part[(equals + 1)..].Trim().Trim('"');
        }

        return null;
    }

    /// <summary>The parts of a multipart body.</summary>
    public IEnumerable<MimeEntity> Parts()
    {
        if (!Type.StartsWith("multipart/", StringComparison.Ordinal) || Parameter("boundary") is not { Length: > 0 } boundary) yield break;
        var pieces = ("\n" + Body).Split($"\n--{boundary}");
        foreach (var piece in pieces.Skip(1).Take(MostParts))
        {
            if (piece.StartsWith("--", StringComparison.Ordinal)) yield break;
            var line = piece.IndexOf('\n', StringComparison.Ordinal);
            if (line >= 0) yield return Read(piece[(line + 1)..]);
        }
    }

    private static List<(string Name, string Value)> FieldsOf(string header)
    {
        var fields = new List<(string Name, string Value)>();
        foreach (var line in header.Split('\n').Take(MostFields * 4))
        {
            if (line is [' ' or '\t', ..] && fields.Count > 0)
            {
                fields[^1] = (fields[^1].Name, $"{fields[^1].Value} {line.Trim()}");
            }
            else if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && fields.Count < MostFields)
            {
                fields.Add((line[..colon].Trim(), line[(colon + 1)..].Trim()));
            }
        }

        return fields;
    }
}
