using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using DichVuCong.Adapters.ProcedureDatabase.Csv;
using DichVuCong.Adapters.ProcedureDatabase.Findings;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Adapters.ProcedureDatabase.Calendars;

/// <summary>Reads <c>office-hours.csv</c>: when offices are open.</summary>
internal static class OfficeHoursReader
{
    private static readonly string[] Columns = ["Calendar", "Day", "From", "To", "ValidFrom", "ValidTo", "SourceDocument"];
    private static readonly string[] TimeFormats = ["HH:mm", "H:mm", "HH:mm:ss"];

    public static IReadOnlyList<OfficeHours> Read(TextReader text, FindingLog log)
    {
        var hours = new List<OfficeHours>();
        var keys = new UniqueKeys(log);
        foreach (var row in CsvTable.Read(text, log, Columns))
        {
            if (TryRead(row, out var read) && keys.Add($"{read!.Calendar} {read.Day} {read.From:HH:mm} {read.ValidFrom:yyyy-MM-dd}", row.Line)) hours.Add(read);
        }

        return [.. hours.OrderBy(row => row.Calendar, StringComparer.Ordinal).ThenBy(row => row.Day).ThenBy(row => row.From).ThenBy(row => row.ValidFrom)];
    }

    private static bool TryRead(CsvRow row, out OfficeHours? hours)
    {
        hours = null;
        if (!row.Require("Calendar", out var calendar) || !row.Require("Day", FindingRules.WrongValue, EnumWord<DayOfWeek>.TryParse, out DayOfWeek day)
            || !row.Require("From", FindingRules.WrongValue, TryParseTime, out TimeOnly from)
            || !row.Require("To", FindingRules.WrongValue, TryParseTime, out TimeOnly to)
            || !row.Require("ValidFrom", FindingRules.WrongValue, CsvRow.TryParseDay, out DateOnly first)
            || !row.AllowValidity("ValidFrom", "ValidTo", out var validity) || !row.Require("SourceDocument", out var source))
        {
            return false;
        }

        if (from < to) hours = new OfficeHours(calendar, day, from, to, first, validity.To, source);
        else row.Report(RegisterFindings.EndsBeforeStart, $"To {to:HH:mm} does not lie after From {from:HH:mm}; the row is left out.");
        return hours is not null;
    }

    private static bool TryParseTime([NotNullWhen(true)] string? text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
