namespace DichVuCong.Adapters.Banks.Statements.Text;

/// <summary>How a value fills the width of its field.</summary>
public enum Padding
{
    /// <summary>The field has no width.</summary>
    None = 0,

    /// <summary>A number: zeros before it.</summary>
    ZerosBefore = 1,

    /// <summary>A text: blanks behind it.</summary>
    BlanksBehind = 2,
}

/// <summary>One field of a line.</summary>
/// <param name="Name">Its tag or column, as the bank writes it.</param>
/// <param name="Width">Its width in characters; 0 when it ends with the separator or the line.</param>
/// <param name="Padding">How a value fills the width.</param>
/// <param name="Fill">What we write where a line of ours says nothing about it.</param>
public sealed record FieldLayout(string Name, int Width = 0, Padding Padding = Padding.None, string Fill = "")
{
    internal static FieldLayout Number(string name, int width, string fill = "") => new(name, width, Padding.ZerosBefore, fill);

    internal static FieldLayout Letters(string name, int width, string fill = "") => new(name, width, Padding.BlanksBehind, fill);
}

/// <summary>How a checksum is made; always MD5 in lower case hexadecimal digits, since that is what the banks use.</summary>
public enum ChecksumRule
{
    /// <summary>Over the values of all other fields, or of those named, joined without a separator.</summary>
    Values = 1,

    /// <summary>Over the line before the checksum's separator, and the key that both sides share.</summary>
    LineAndKey = 2,

    /// <summary>Over the line before the checksum's tag.</summary>
    Line = 3,

    /// <summary>In a trailer: over the checksums of all lines, joined in their order.</summary>
    LineChecksums = 4,
}

/// <summary>The checksum of a line.</summary>
/// <param name="Field">The field that holds it; the last one.</param>
/// <param name="Rule">How it is made.</param>
/// <param name="Over">For <see cref="ChecksumRule.Values"/>: the fields, in order; all others when null.</param>
public sealed record ChecksumLayout(string Field, ChecksumRule Rule, IReadOnlyList<string>? Over = null);

/// <summary>One kind of line.</summary>
public sealed record RecordLayout
{
    /// <summary>What it begins with; empty when nothing tells it from others. In a delimited line it is the first field's value.</summary>
    public string Type { get; init; } = "";

    /// <summary>What stands between fields; null when each field begins with its tag in brackets and has a width.</summary>
    public char? Separator { get; init; }

    /// <summary>Its fields, in order.</summary>
    public required IReadOnlyList<FieldLayout> Fields { get; init; }

    /// <summary>Its checksum, when it has one.</summary>
    public ChecksumLayout? Checksum { get; init; }

    internal int IndexOf(string field)
    {
        for (var at = 0; at < Fields.Count; at++)
        {
            if (Fields[at].Name == field) return at;
        }

        throw new ArgumentException($"The layout has no field {field}.", nameof(field));
    }

    internal bool Has(string? field) => field is not null && Fields.Any(each => each.Name == field);
}
