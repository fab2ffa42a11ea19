namespace DichVuCong.Contracts.Catalogue;

/// <summary>The kinds of day that differ from the ordinary week. A model of weekends alone is wrong.</summary>
public enum DayKind : byte
{
    /// <summary>A public holiday (Labour Code art. 112).</summary>
    Holiday = 1,

    /// <summary>A day off instead of a holiday that fell on a rest day (art. 111.3), or given in exchange for a working rest day.</summary>
    CompensatoryDayOff = 2,

    /// <summary>A Saturday or Sunday on which people work in exchange (hoán đổi), by the office hours of a Friday.</summary>
    WorkingDay = 3,
}

/// <summary>One special day. Holidays are never computed: each row names the document that set it.</summary>
/// <param name="Calendar"><c>vn</c>, whose days are everybody's, or the code of the agency it is for, whose own day wins.</param>
/// <param name="Date">The day.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name in Vietnamese.</param>
/// <param name="SourceDocument">The document that set it, or how it follows from one.</param>
/// <param name="Active">Whether it counts; a day whose law is not in force yet stands here switched off.</param>
public sealed record CalendarDay(string Calendar, DateOnly Date, DayKind Kind, string Name, string SourceDocument, bool Active);

/// <summary>One stretch of office hours. Several of one weekday make a day with a lunch break.</summary>
/// <param name="Calendar">
/// <c>vn</c>, or the code of the agency it is for. On the days on which an agency has rows of its own that are valid it uses only those.
/// </param>
/// <param name="Day">The weekday.</param>
/// <param name="From">Opens.</param>
/// <param name="To">Closes.</param>
/// <param name="ValidFrom">First day on which this holds; hours change with the season.</param>
/// <param name="ValidTo">Last day; null while no end is known.</param>
/// <param name="SourceDocument">The document that set it.</param>
public sealed record OfficeHours(
    string Calendar, DayOfWeek Day, TimeOnly From, TimeOnly To, DateOnly ValidFrom, DateOnly? ValidTo, string SourceDocument);

/// <summary>A time in which a one-stop system is announced to be out of service (A32.3).</summary>
/// <param name="System">The system's code.</param>
/// <param name="From">Begins.</param>
/// <param name="To">Ends.</param>
/// <param name="Announcement">The announcement.</param>
public sealed record MaintenanceWindow(string System, DateTimeOffset From, DateTimeOffset To, string Announcement);

/// <summary>One version of everything that time is counted with.</summary>
/// <param name="Version">Rises with every change.</param>
/// <param name="Days">The special days.</param>
/// <param name="Hours">The office hours.</param>
/// <param name="Windows">The maintenance windows.</param>
public sealed record CalendarData(
    int Version, IReadOnlyList<CalendarDay> Days, IReadOnlyList<OfficeHours> Hours, IReadOnlyList<MaintenanceWindow> Windows);
