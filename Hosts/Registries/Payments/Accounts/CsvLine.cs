using System.Text;

namespace DichVuCong.Registries.Payments.Accounts;

/// <summary>One line of a CSV file (RFC 4180, without line breaks within fields: a row is a line, so that its number can be named).</summary>
internal static class CsvLine
{
    /// <summary>The fields; null when a quote stands where none may, or is not closed.</summary>
    public static List<string>? Split(string line)
    {
        var (fields, field) = (new List<string>(), new StringBuilder());
        var (isQuoted, isClosed) = (false, false);
        for (var index = 0; index < line.Length; index++)
        {
            var letter = line[index];
            if (isQuoted && letter == '"' && index + 1 < line.Length && line[index + 1] == '"')
            {
                field.Append('"');
                index++;
            }
            else if (isQuoted && letter == '"')
            {
                (isQuoted, isClosed) = (false, true);
            }
            else if (!isQuoted && letter == ',')
            {
                fields.Add(field.ToString());
                field.Clear();
                isClosed = false;
            }
            else if (!isQuoted && letter == '"')
            {
                if (isClosed || field.Length > 0) return null;
                isQuoted = true;
            }
            else
            {
                if (isClosed) return null;
                field.Append(letter);
            }
        }

        if (isQuoted) return null;
        fields.Add(field.ToString());
        return fields;
    }
}
