using System.Globalization;

namespace DichVuCong.Adapters.Banks.Statements.Text;

/// <summary>Reads and writes the days and times of a record by their layout.</summary>
internal sealed class Moments(RecordLayout record, MomentLayout layout)
{
    private const string YearFormat = "yyyyMMdd";
    private readonly int[] _fields = [.. layout.Fields.Select(record.IndexOf)];

    /// <summary>The moment; a form without a year means the last such day that is not after <paramref name="day"/>.</summary>
    public DateTime Read(string[] values, DateOnly day, long number)
    {
        var text = _fields.Length == 1 ? values[_fields[0]] : string.Concat(_fields.Select(at => values[at]));
        foreach (var format in layout.Formats)
        {
            if (format.Contains('y', StringComparison.Ordinal))
            {
                if (Parse(text, format) is { } moment) return moment;
            }
            else if (!format.Contains('d', StringComparison.Ordinal))
            {
                if (Parse(day.ToString(YearFormat, CultureInfo.InvariantCulture) + text, YearFormat + format) is { } moment) return moment;
            }
            else if (WithYear(text, format, day) is { } moment)
            {
                return moment;
            }
        }

        throw new StatementRejectedException(number, layout.Fields[0], RejectionRule.Value, $"It is written {string.Join(" or ", layout.Formats)}.");
    }

    /// <summary>Puts a moment into the fields, cut where one field's format ends.</summary>
    public void Write(DateTime moment, string[] values)
    {
        var rest = moment.ToString(layout.Formats[0], CultureInfo.InvariantCulture);
        for (var at = 0; at < _fields.Length; at++)
        {
            var width = at == _fields.Length - 1 ? rest.Length : record.Fields[_fields[at]].Width;
            values[_fields[at]] = rest[..width];
            rest = rest[width..];
        }
    }

    private static DateTime? WithYear(string text, string format, DateOnly day)
    {
        foreach (var year in (int[])[day.Year, day.Year - 1])
        {
            if (Parse($"{year:0000}{text}", "yyyy" + format) is { } moment && DateOnly.FromDateTime(moment) <= day) return moment;
        }

        // Only a day after the file's is left: the caller says what is wrong with it.
        return Parse($"{day.Year:0000}{text}", "yyyy" + format);
    }

    private static DateTime? Parse(string text, string format) =>
        DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;
}
