using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Saga.Notifications;
using DichVuCong.Saga.Tests.Dossiers;

namespace DichVuCong.Saga.Tests.Notifications;

internal sealed class When_it_is_night
{
    private static readonly NoticeRules Rules = new() { Quiet = QuietHours.TryParse("21:00-07:00") };
    private static readonly DateTimeOffset Night = VietnamTime.At(new DateOnly(2026, 3, 2), new TimeOnly(23, 10));
    private static readonly DateTimeOffset Morning = VietnamTime.At(new DateOnly(2026, 3, 3), new TimeOnly(7, 0));

    [Test]
    public void Should_let_what_does_not_press_wait_for_the_morning_and_write_where_nothing_rings()
    {
        var driver = new NoticeDriver(Rules).At(Night).Give(Notice("state-9", DossierState.Processed));

        driver.Ordered.ShouldBe([("state-9", NoticeChannels.Email)]);
        driver.Posted.ShouldHaveSingleItem().Title.ShouldBe($"Hồ sơ {Sample.Code} đã xử lý xong");
        driver.StateOf("state-9", NoticeChannels.Sms).ShouldBe(NoticeState.Waiting);
        driver.StateOf("state-9", NoticeChannels.App).ShouldBe(NoticeState.Waiting);
        driver.Clocks["quiet:state-9"].ShouldBe(Morning);

        driver.GoTo(Morning);

        driver.Ordered.ShouldBe([("state-9", NoticeChannels.Email), ("state-9", NoticeChannels.Sms), ("state-9", NoticeChannels.App)]);
        driver.StateOf("state-9", NoticeChannels.Sms).ShouldBe(NoticeState.Ordered);
        driver.Data!.Open.ShouldBeNull();
    }

    [TestCase("receipt", DossierState.Filed)]
    [TestCase("state-5#2", DossierState.SupplementRequested)]
    [TestCase("state-6", DossierState.PaymentRequested)]
    [TestCase("file-1-2", DossierState.SupplementRequested)]
    public void Should_not_hold_back_what_presses(string occasion, DossierState state)
    {
        var driver = new NoticeDriver(Rules).At(Night).Give(Notice(occasion, state));

        driver.Ordered.Select(ordered => ordered.Channel).ShouldBe([NoticeChannels.Sms, NoticeChannels.Email, NoticeChannels.App]);
        driver.Clocks.ShouldBeEmpty();
    }

    [Test]
    public void Should_tell_once_although_it_is_told_again_in_the_night()
    {
        var notice = Notice("state-9", DossierState.Processed);

        var driver = new NoticeDriver(Rules).At(Night).Give(notice).Give(notice).GoTo(Morning).Give(notice);

        driver.Ordered.ShouldBeUnique();
        driver.Posted.Count.ShouldBe(1);
    }

    [TestCase("20:59", null)]
    [TestCase("21:00", "2026-03-03T07:00")]
    [TestCase("23:59", "2026-03-03T07:00")]
    [TestCase("00:00", "2026-03-02T07:00")]
    [TestCase("06:59", "2026-03-02T07:00")]
    [TestCase("07:00", null)]
    public void Should_know_when_the_quiet_hours_end(string time, string? end) =>
        QuietHours.TryParse("21:00-07:00")!.EndOf(VietnamTime.At(new DateOnly(2026, 3, 2), TimeOnly.Parse(time)).ToUniversalTime())
            .ShouldBe(end is null ? null : new DateTimeOffset(DateTime.Parse(end), VietnamTime.Offset));

    [TestCase("12:00-13:30", "12:30", "2026-03-02T13:30")]
    [TestCase("12:00-13:30", "13:30", null)]
    public void Should_know_hours_within_a_day(string hours, string time, string? end) =>
        QuietHours.TryParse(hours)!.EndOf(VietnamTime.At(new DateOnly(2026, 3, 2), TimeOnly.Parse(time)))
            .ShouldBe(end is null ? null : new DateTimeOffset(DateTime.Parse(end), VietnamTime.Offset));

    [TestCase(null), TestCase(""), TestCase("21:00"), TestCase("21:00-21:00"), TestCase("25:00-07:00"), TestCase("9-5")]
    public void Should_refuse_hours_that_are_none(string? text) => QuietHours.TryParse(text).ShouldBeNull();

    private static NotifyApplicant Notice(string occasion, DossierState state) => new(
        Sample.Code, occasion, state, Sample.Start, Deadline: null, NoticeChannels.Sms | NoticeChannels.Email | NoticeChannels.App | NoticeChannels.Portal);
}
