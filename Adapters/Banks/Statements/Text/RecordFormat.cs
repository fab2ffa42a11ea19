using System.Text;

namespace DichVuCong.Adapters.Banks.Statements.Text;

/// <summary>Splits a line into the values of its fields, and puts one together, by its layout.</summary>
internal sealed class RecordFormat(RecordLayout layout)
{
    private readonly string _start = layout.Type.Length == 0 ? "" : layout.Type + (layout.Separator?.ToString() ?? "[");

    public RecordLayout Layout => layout;

    /// <summary>Whether a line begins as this kind does.</summary>
    public bool Begins(string line) => line.StartsWith(_start, StringComparison.Ordinal);

    /// <summary>The values, without what fills their width.</summary>
    public string[] Split(string line, long number)
    {
        if (!Begins(line)) throw new StatementRejectedException(number, "", RejectionRule.RecordType, $"A line here begins with {_start}.");
        return layout.Separator is { } separator ? Delimited(line, number, separator) : Tagged(line, number);
    }

    /// <summary>The line of values, without its checksum's value when that is still empty.</summary>
    public string Join(IReadOnlyList<string> values)
    {
        if (layout.Separator is { } separator) return string.Join(separator, values);
        var line = new StringBuilder(layout.Type);
        for (var at = 0; at < values.Count; at++) line.Append('[').Append(layout.Fields[at].Name).Append(']').Append(Padded(layout.Fields[at], values[at]));
        return line.ToString();
    }

    private string[] Delimited(string line, long number, char separator)
    {
        var values = line.Split(separator);
        if (values.Length == layout.Fields.Count) return values;
        throw new StatementRejectedException(number, "", RejectionRule.Fields, $"A line has {layout.Fields.Count} fields, this one {values.Length}.");
    }

    private string[] Tagged(string line, long number)
    {
        var values = new string[layout.Fields.Count];
        var at = layout.Type.Length;
        for (var index = 0; index < values.Length; index++)
        {
            var field = layout.Fields[index];
            if (!line.AsSpan(at).StartsWith($"[{field.Name}]")) throw new StatementRejectedException(number, field.Name, RejectionRule.Fields, $"Its tag stands at character {at + 1}.");
            at += field.Name.Length + 2;
            var width = field.Width > 0 ? field.Width : line.Length - at;
            if (line.Length - at < width) throw new StatementRejectedException(number, field.Name, RejectionRule.Fields, $"Its value has {width} characters.");
            var value = line.Substring(at, width);
            values[index] = field.Padding == Padding.BlanksBehind ? value.TrimEnd(' ') : value;
            at += width;
        }

        if (at != line.Length) throw new StatementRejectedException(number, "", RejectionRule.Fields, $"The line ends behind {layout.Fields[^1].Name}, at character {at}.");
        return values;
    }

    private static string Padded(FieldLayout field, string value)
    {
        if (field.Width == 0) return value;
        if (value.Length > field.Width) throw new ArgumentException($"{field.Name} has {field.Width} characters, not {value.Length}.", nameof(value));
        return field.Padding == Padding.ZerosBefore ? value.PadLeft(field.Width, '0') : value.PadRight(field.Width, ' ');
    }
}
