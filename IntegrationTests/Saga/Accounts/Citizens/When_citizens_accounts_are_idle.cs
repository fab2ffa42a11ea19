using DichVuCong.Contracts.Accounts.Citizens;
using DichVuCong.Saga.Accounts.Citizens;
using DichVuCong.Saga.Tests.WorkingTime;

namespace DichVuCong.Saga.Tests.Accounts.Citizens;

internal sealed class When_citizens_accounts_are_idle
{
    private static readonly CitizenRules Rules = new();

    [Test]
    public void Should_be_told_in_the_25th_and_26th_month_and_locked_7_days_later()
    {
        var active = Moment.At("2024-01-31 08:00");
        var first = Rules.FirstDue(active);
        first.ShouldBe(Moment.At("2026-01-31 08:00"));

        var warned = Rules.Next(0, active, first);
        warned.ShouldBe(new CitizenStep(1, Moment.At("2026-02-28 08:00")));
        var again = Rules.Next(warned.Step, active, warned.Due!.Value);
        again.ShouldBe(new CitizenStep(2, Moment.At("2026-03-07 08:00")));
        Rules.Next(again.Step, active, again.Due!.Value).ShouldBe(new CitizenStep(CitizenStep.Lock, Due: null));
    }

    [Test]
    public void Should_have_a_month_and_the_whole_grace_however_late_the_first_notice_is()
    {
        var (active, late) = (Moment.At("2023-01-01 08:00"), Moment.At("2026-06-15 08:00"));

        var warned = Rules.Next(0, active, late);
        warned.Due.ShouldBe(Moment.At("2026-07-15 08:00"));
        Rules.Next(1, active, Moment.At("2026-09-01 08:00")).Due.ShouldBe(Moment.At("2026-09-08 08:00"));
    }

    [TestCase(CitizenNotice.FirstWarning), TestCase(CitizenNotice.SecondWarning), TestCase(CitizenNotice.Restored), TestCase(CitizenNotice.NotRestored)]
    public void Should_be_told_in_words_that_differ(CitizenNotice notice)
    {
        var others = Enum.GetValues<CitizenNotice>().Where(other => other != notice);

        CitizenTexts.Sms(notice, new DateOnly(2026, 3, 7)).ShouldStartWith("Cổng Dịch vụ công quốc gia: ");
        others.Select(other => CitizenTexts.Sms(other, new DateOnly(2026, 3, 7))).ShouldNotContain(CitizenTexts.Sms(notice, new DateOnly(2026, 3, 7)));
        CitizenTexts.Email(notice, new DateOnly(2026, 3, 7)).ShouldContain("{name}");
    }

    [Test]
    public void Should_name_the_day_of_the_lock() => CitizenTexts.Sms(CitizenNotice.SecondWarning, new DateOnly(2026, 3, 7)).ShouldContain("07/03/2026");
}
