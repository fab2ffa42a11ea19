using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using DichVuCong.Adapters.ProcedureDatabase.Findings;

namespace DichVuCong.Adapters.ProcedureDatabase.Csv;

/// <summary>
/// Reads a CSV file row by row and never throws for what is in it: a row that cannot be used becomes a finding. The columns may stand in any
/// order and there may be more of them than are read.
/// </summary>
internal static class CsvTable
{
    /// <summary>The rows that have the header's number of columns.</summary>
    /// <param name="text">The file.</param>
    /// <param name="log">Where findings go.</param>
    /// <param name="columns">The columns that the caller reads; the first is the record's key in findings.</param>
    public static IEnumerable<CsvRow> Read(TextReader text, FindingLog log, IReadOnlyList<string> columns)
    {
        var broken = false;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = _ => broken = true };
        using var parser = new CsvParser(text, configuration, leaveOpen: true);
        var names = parser.Read() ? parser.Record! : [];
        if (ReadHeader(names, log, columns) is not { } header) yield break;

        while (parser.Read())
        {
            var fields = parser.Record!;
            var line = parser.RawRow;
            if (broken) log.Add(FindingRules.BrokenQuotes, line, fields[0], "The row's quotes are wrong; it is left out.");
            else if (fields.Length != header.Width)
            {
                log.Add(FindingRules.ColumnCount, line, fields[0], $"The row has {fields.Length} columns, the header {header.Width}; it is left out.");
            }
            else yield return new CsvRow(log, line, header.Positions, fields, columns[0]);

            broken = false;
        }
    }

    private static Header? ReadHeader(string[] names, FindingLog log, IReadOnlyList<string> columns)
    {
        var positions = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < names.Length; i++) positions.TryAdd(names[i].Trim(), i);

        var missing = columns.Where(column => !positions.ContainsKey(column)).ToList();
        if (missing.Count > 0)
        {
            log.Add(FindingRules.ColumnMissing, 1, "", $"The header lacks {string.Join(", ", missing)}; the file is left out.");
            return null;
        }

        var unknown = positions.Keys.Except(columns, StringComparer.OrdinalIgnoreCase).ToList();
        if (unknown.Count > 0) log.Add(FindingRules.ColumnUnknown, 1, "", $"Nobody reads the columns {string.Join(", ", unknown)}.");
        return new Header(columns.ToDictionary(column => column, column => positions[column], StringComparer.Ordinal), names.Length);
    }

    private sealed record Header(IReadOnlyDictionary<string, int> Positions, int Width);
}
