using DichVuCong.Messaging;

namespace DichVuCong.Saga.Tests.WorkingTime;

internal sealed class When_counting_for_thousands_of_decisions
{
    [Test]
    public void Should_allocate_nothing([Values] TimeUnit unit, [Values("vn", "H29", "H29.101.2", "G01", "system:H29")] string calendar)
    {
        var calendars = ShippedCalendars.Calendars;
        var terms = new ClockTerms(calendar, unit, 15, Moment.At("2026-02-12 10:00"));
        var due = Count(); // The first call compiles the code.

        var before = GC.GetAllocatedBytesForCurrentThread();
        Count().ShouldBe(due);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        allocated.ShouldBeLessThan(Rounds);

        (DateTimeOffset, long, int) Count()
        {
            var result = (terms.Started, 0L, 0);
            for (var i = 0; i < Rounds; i++)
            {
                var moment = calendars.Due(terms);
                result = (moment, calendars.UsedAt(terms, moment), calendars.WorkingDaysBetween(calendar, terms.Started, moment));
            }

            return result;
        }
    }

    // Far more than what the comparison itself allocates, and less than one object a round.
    private const int Rounds = 10_000;
}
