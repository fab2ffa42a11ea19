using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using DichVuCong.Adapters.ProcedureDatabase.Findings;
using DichVuCong.Adapters.ProcedureDatabase.Text;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Adapters.ProcedureDatabase.Csv;

/// <summary>Reads a value of a text, or says that the text is none.</summary>
internal delegate bool TryParse<T>([NotNullWhen(true)] string? text, [MaybeNullWhen(false)] out T value);

/// <summary>One row: its fields in order, and typed readings that note what cannot be read.</summary>
internal sealed class CsvRow
{
    private readonly FindingLog _log;
    private readonly IReadOnlyDictionary<string, int> _positions;
    private readonly string[] _fields;

    public CsvRow(FindingLog log, int line, IReadOnlyDictionary<string, int> positions, string[] fields, string key)
    {
        (_log, Line, _positions) = (log, line, positions);
        var repairs = new RecordRepairs();
        _fields = new string[fields.Length];
        foreach (var (name, position) in positions) _fields[position] = repairs.Clean(name, fields[position]);
        Record = Text(key);
        repairs.Report(log, line, Record);
    }

    /// <summary>The line.</summary>
    public int Line { get; }

    /// <summary>The record's key in findings.</summary>
    public string Record { get; }

    /// <summary>A field's text; empty when it has none.</summary>
    public string Text(string column) => _fields[_positions[column]] ?? "";

    /// <summary>A field's text; null when it has none.</summary>
    public string? Optional(string column) => Text(column) is { Length: > 0 } text ? text : null;

    /// <summary>Notes a finding about this row.</summary>
    public void Report(FindingRule rule, string message) => _log.Add(rule, Line, Record, message);

    /// <summary>A text that must be there.</summary>
    public bool Require(string column, out string text)
    {
        text = Text(column);
        if (text.Length == 0) Report(FindingRules.FieldMissing, $"{column} is empty; the row is left out.");
        return text.Length > 0;
    }

    /// <summary>A value that must be there.</summary>
    public bool Require<T>(string column, FindingRule rule, TryParse<T> parse, out T value)
    {
        value = default!;
        if (!Require(column, out var text)) return false;
        if (parse(text, out value!)) return true;
        Report(rule, $"{column} '{text}' cannot be read; the row is left out.");
        return false;
    }

    /// <summary>A value that may be empty, and then is null.</summary>
    public bool Allow<T>(string column, FindingRule rule, TryParse<T> parse, out T? value)
        where T : struct
    {
        value = null;
        if (Optional(column) is not { } text) return true;
        if (parse(text, out var read)) value = read;
        else Report(rule, $"{column} '{text}' cannot be read; the row is left out.");
        return value is not null;
    }

    /// <summary>An agency's code that must be there.</summary>
    public bool RequireAgency(string column, out AgencyCode code) => Require(column, FindingRules.WrongCode, AgencyCode.TryParse, out code);

    /// <summary>An agency's code that may be empty.</summary>
    public bool AllowAgency(string column, out AgencyCode? code) => Allow(column, FindingRules.WrongCode, AgencyCode.TryParse, out code);

    /// <summary>From when to when, in two columns of days.</summary>
    public bool AllowValidity(string from, string to, out Validity validity)
    {
        validity = default;
        if (!Allow(from, FindingRules.WrongValue, TryParseDay, out DateOnly? first) || !Allow(to, FindingRules.WrongValue, TryParseDay, out DateOnly? last))
        {
            return false;
        }

        validity = new Validity(first, last);
        if (last is null || first is null || first <= last) return true;
        Report(RegisterFindings.EndsBeforeStart, $"{to} {last:yyyy-MM-dd} lies before {from} {first:yyyy-MM-dd}; the row is left out.");
        return false;
    }

    /// <summary>A day, <c>yyyy-MM-dd</c>.</summary>
    public static bool TryParseDay([NotNullWhen(true)] string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
