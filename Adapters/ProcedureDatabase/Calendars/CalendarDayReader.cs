using DichVuCong.Adapters.ProcedureDatabase.Csv;
using DichVuCong.Adapters.ProcedureDatabase.Findings;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Adapters.ProcedureDatabase.Calendars;

/// <summary>Reads <c>calendar-days.csv</c>: the days that differ from the ordinary week.</summary>
internal static class CalendarDayReader
{
    private static readonly string[] Columns = ["Date", "Calendar", "Kind", "Name", "SourceDocument", "Active"];

    public static IReadOnlyList<CalendarDay> Read(TextReader text, FindingLog log)
    {
        var days = new List<CalendarDay>();
        var keys = new UniqueKeys(log);
        foreach (var row in CsvTable.Read(text, log, Columns))
        {
            if (!row.Require("Calendar", out var calendar) || !row.Require("Date", FindingRules.WrongValue, CsvRow.TryParseDay, out DateOnly date)
                || !row.Require("Kind", FindingRules.WrongValue, EnumWord<DayKind>.TryParse, out DayKind kind) || !row.Require("Name", out var name)
                || !row.Require("SourceDocument", out var source) || !row.Require("Active", FindingRules.WrongValue, YesNo.TryParse, out bool active)
                || !keys.Add($"{calendar} {date:yyyy-MM-dd}", row.Line))
            {
                continue;
            }

            days.Add(new CalendarDay(calendar, date, kind, name, source, active));
        }

        return [.. days.OrderBy(day => day.Calendar, StringComparer.Ordinal).ThenBy(day => day.Date)];
    }
}
