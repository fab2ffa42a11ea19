using DichVuCong.Contracts.Catalogue;
using DichVuCong.Messaging;
using DichVuCong.Saga.WorkingTime;

namespace DichVuCong.Saga.Tests.WorkingTime;

internal sealed class When_counting_service_minutes
{
    private static readonly WorkingCalendars Calendars = new(new CalendarData(
        Version: 1,
        [],
        Office.Week("vn", "08:00-12:00 13:00-17:00"),
        [
            Office.Window("H29", "2026-03-02 22:00", "2026-03-03 02:00"),
            Office.Window("H29", "2026-03-03 01:00", "2026-03-03 03:00"),
            Office.Window("H29", "2026-03-03 03:00", "2026-03-03 04:00"),
            Office.Window("H29", "2026-03-08 00:00", "2026-03-08 06:00"),
            Office.Window("H29", "2026-03-08 01:00", "2026-03-08 02:00"),
            Office.Window("G12", "2026-03-02 10:00", "2026-03-02 11:00"),
        ]));

    [TestCase("2026-03-02 10:05:20", 15, "2026-03-02 10:20:20", Description = "nights and weekends count, another system's window does not matter")]
    [TestCase("2026-03-02 21:45", 15, "2026-03-02 22:00", Description = "used up as the window begins")]
    [TestCase("2026-03-02 21:50", 15, "2026-03-03 04:05", Description = "over windows that overlap and touch")]
    [TestCase("2026-03-02 23:00", 15, "2026-03-03 04:15", Description = "a window is open at the start")]
    [TestCase("2026-03-02 22:00", 15, "2026-03-03 04:15", Description = "a window opens at the start")]
    [TestCase("2026-03-03 04:00", 15, "2026-03-03 04:15", Description = "a window ends at the start")]
    [TestCase("2026-03-08 01:30", 60, "2026-03-08 07:00", Description = "a window inside a window")]
    [TestCase("2026-03-02 21:00", 7260, "2026-03-08 10:00", Description = "over all windows")]
    [TestCase("2026-03-02 10:00", 0, "2026-03-02 10:00", Description = "nothing to wait for")]
    [TestCase("2026-03-02 23:00", 0, "2026-03-03 04:00", Description = "nothing to wait for but the end of the window")]
    public void Should_leave_out_the_maintenance_windows(string started, int minutes, string due) =>
        Calendars.Due(Terms("system:H29", started, minutes)).ShouldBe(Moment.At(due));

    [TestCase("system:H01")]
    [TestCase("H29")]
    [TestCase("vn")]
    public void Should_run_through_where_no_window_is_announced(string calendar) =>
        Calendars.Due(Terms(calendar, "2026-03-02 23:50", 15)).ShouldBe(Moment.At("2026-03-03 00:05"));

    [TestCase("2026-03-02 21:59:59", 119)]
    [TestCase("2026-03-03 01:30", 120)]
    [TestCase("2026-03-03 04:01", 121)]
    [TestCase("2026-03-02 19:00", 0, Description = "before the start")]
    public void Should_use_up_minutes_in_service_only(string at, long used) =>
        Calendars.UsedAt(Terms("system:H29", "2026-03-02 20:00", 500), Moment.At(at)).ShouldBe(used);

    private static ClockTerms Terms(string calendar, string started, int minutes) =>
        new(calendar, TimeUnit.ServiceMinutes, minutes, Moment.At(started));
}
