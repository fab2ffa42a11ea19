using System.Text.Json;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Messaging;
using DichVuCong.Saga.WorkingTime;
using FsCheck;
using FsCheck.Fluent;

namespace DichVuCong.Saga.Tests.WorkingTime;

/// <summary>A calendar, made up, and terms to count with it.</summary>
internal sealed record Counted(CalendarData Data, ClockTerms Terms)
{
    public WorkingCalendars Calendars { get; } = new(Data);

    public ReferenceCalendars Reference { get; } = new(Data);

    /// <summary>What a failed property prints.</summary>
    public override string ToString() => $"{Terms} by {JsonSerializer.Serialize(Data)}";
}

/// <summary>
/// Makes calendars of a few weeks that are denser in seasons, special days and maintenance than any real one, for the nation, an agency
/// (H29) and its unit (H29.1), and terms of all units, also for codes without a calendar.
/// </summary>
internal static class RandomCalendars
{
    private static readonly DateOnly FirstDay = new(2026, 1, 26);

    private static readonly string[] Shapes =
        ["08:00-12:00 13:00-17:00", "07:30-11:30 13:00-17:00", "07:00-11:00 11:00-11:30 14:00-17:15", "09:00-15:00", "00:00-23:59"];

    public static Arbitrary<Counted> Counted() => (
        from data in Data
        from terms in Terms
        select new Counted(data, terms)).ToArbitrary();

    private static Gen<ClockTerms> Terms =>
        from calendar in Gen.Elements("vn", "H29", "H29.1", "H29.1.7", "H30", "system:H29")
        from unit in Gen.Elements(Enum.GetValues<TimeUnit>())
        from budget in unit switch
        {
            TimeUnit.WorkingHours => Minutes(2400),
            TimeUnit.ServiceMinutes => Minutes(5000),
            TimeUnit.Months => Gen.Choose(0, 3),
            _ => Gen.Choose(0, 20),
        }
        from started in Minute
        select new ClockTerms(unit == TimeUnit.ServiceMinutes ? "system:H29" : calendar, unit, budget, started);

    private static Gen<CalendarData> Data =>
        from national in Hours("vn", endless: true)
        from agency in Hours("H29", endless: false)
        from unit in Hours("H29.1", endless: false)
        from days in Days
        from windows in Windows
        select new CalendarData(1, days, [.. national, .. agency, .. unit], windows);

    private static Gen<DateTimeOffset> Minute =>
        from day in Gen.Choose(0, 60)
        from minute in Minutes((24 * 60) - 1)
        select Moment.At("2026-01-26 00:00").AddDays(day).AddMinutes(minute);

    // Half hours among them, so that openings, closings and windows are often met exactly.
    private static Gen<int> Minutes(int most) => Gen.OneOf(Gen.Choose(0, most), Gen.Choose(0, most / 30).Select(halfHours => halfHours * 30));

    private static Gen<OfficeHours[]> Hours(string calendar, bool endless) =>
        from seasons in Gen.Choose(endless ? 1 : 0, 3)
        from lengths in Gen.Choose(1, 40).ArrayOf(seasons)
        from gaps in Gen.Elements(0, 0, 0, 5).ArrayOf(seasons)
        from weeks in Week.ArrayOf(seasons)
        from open in Gen.Elements(endless, true)
        select Seasons(calendar, lengths, gaps, weeks, open);

    private static Gen<string[]> Week =>
        from weekdays in Gen.Frequency((5, Gen.Elements(Shapes)), (1, Gen.Constant(""))).ArrayOf(4)
        from weekend in Gen.Frequency((1, Gen.Elements(Shapes)), (1, Gen.Constant("07:30-11:30")), (4, Gen.Constant(""))).ArrayOf(2)
        from oneAtLeast in Gen.Elements(Shapes)
        select (string[])[weekend[0], oneAtLeast, .. weekdays, weekend[1]];

    private static Gen<CalendarDay[]> Days =>
        from count in Gen.Choose(0, 25)
        from days in Day.ArrayOf(count)
        select days.DistinctBy(day => (day.Calendar, day.Date)).ToArray();

    private static Gen<CalendarDay> Day =>
        from calendar in Gen.Elements("vn", "vn", "H29", "H29.1")
        from day in Gen.Choose(0, 75)
        from kind in Gen.Elements(Enum.GetValues<DayKind>())
        from active in Gen.Elements(true, true, true, false)
        select new CalendarDay(calendar, FirstDay.AddDays(day), kind, "", "", active);

    private static Gen<MaintenanceWindow[]> Windows =>
        from count in Gen.Choose(0, 5)
        from windows in (
            from start in Minute
            from minutes in Gen.Elements(1, 30, 60, 600, 3000)
            select new MaintenanceWindow("H29", start, start.AddMinutes(minutes), "")).ArrayOf(count)
        select windows;

    private static OfficeHours[] Seasons(string calendar, int[] lengths, int[] gaps, string[][] weeks, bool open)
    {
        var rows = new List<OfficeHours>();
        var from = FirstDay.AddDays(-3);
        for (var i = 0; i < weeks.Length; i++)
        {
            DateOnly? to = open && i == weeks.Length - 1 ? null : from.AddDays(lengths[i]);
            foreach (var day in Enum.GetValues<DayOfWeek>())
                rows.AddRange(Office.Day(calendar, day, weeks[i][(int)day], from, to));
            from = from.AddDays(lengths[i] + 1 + gaps[i]);
        }

        return [.. rows];
    }
}
