using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Saga.WorkingTime;

/// <summary>
/// The calendars of the state bodies, found by code. A code without a calendar of its own counts by the calendar of its longest dotted
/// prefix that has one (<c>H29.101.2</c>, then <c>H29.101</c>, then <c>H29</c>), or else by the national one; a calendar takes over from
/// the one above it, found in the same way, what it does not say itself. This says only whose hours are likely to hold: whether two codes
/// mean one agency is never read from the text, but from the table of agencies.
/// </summary>
internal sealed class OfficeCalendars
{
    /// <summary>The code of the national calendar.</summary>
    public const string NationalCode = "vn";

    private readonly Dictionary<string, OfficeCalendar> _calendars;
    private readonly Dictionary<string, OfficeCalendar>.AlternateLookup<ReadOnlySpan<char>> _byPrefix;
    private readonly OfficeCalendar _national;

    public OfficeCalendars(CalendarData data)
    {
        var hours = data.Hours.ToLookup(row => row.Calendar, StringComparer.Ordinal);
        var days = data.Days.ToLookup(row => row.Calendar, StringComparer.Ordinal);
        var national = CalendarLayer.Empty.With(hours[NationalCode], days[NationalCode]);
        var layers = new Dictionary<string, CalendarLayer>(StringComparer.Ordinal) { [NationalCode] = national };
        var byPrefix = layers.GetAlternateLookup<ReadOnlySpan<char>>();

        // Shorter codes first, so that every calendar finds the one above it.
        foreach (var code in Codes(data).OrderBy(code => code.Length))
            layers[code] = (Above(byPrefix, code) ?? national).With(hours[code], days[code]);

        _calendars = layers.ToDictionary(layer => layer.Key, layer => layer.Value.ToCalendar(), StringComparer.Ordinal);
        _byPrefix = _calendars.GetAlternateLookup<ReadOnlySpan<char>>();
        _national = _calendars[NationalCode];
    }

    /// <summary>The calendar that a code counts by.</summary>
    public OfficeCalendar Of(string code) =>
        _calendars.TryGetValue(code, out var calendar) ? calendar : Above(_byPrefix, code) ?? _national;

    private static IEnumerable<string> Codes(CalendarData data) =>
        data.Hours.Select(row => row.Calendar)
            .Concat(data.Days.Select(row => row.Calendar))
            .Where(code => code != NationalCode)
            .Distinct(StringComparer.Ordinal);

    private static T? Above<T>(Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> registered, ReadOnlySpan<char> code)
        where T : class
    {
        for (var dot = code.LastIndexOf('.'); dot > 0; dot = code.LastIndexOf('.'))
        {
            code = code[..dot];
            if (registered.TryGetValue(code, out var found))
                return found;
        }

        return null;
    }
}
