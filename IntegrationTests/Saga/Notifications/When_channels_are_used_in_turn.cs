using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Saga.Notifications;
using DichVuCong.Saga.Tests.Dossiers;

namespace DichVuCong.Saga.Tests.Notifications;

internal sealed class When_channels_are_used_in_turn
{
    private const string Occasion = "state-10";

    private static readonly NoticeRules Rules = new() { Fallback = [NoticeChannels.App, NoticeChannels.Sms], Patience = TimeSpan.FromMinutes(10) };

    private static readonly NotifyApplicant Returned = new(
        Sample.Code, Occasion, DossierState.Returned, Sample.Start, Deadline: null, NoticeChannels.Sms | NoticeChannels.Email | NoticeChannels.App);

    [Test]
    public void Should_begin_with_the_first_and_with_those_that_are_in_no_turn()
    {
        var driver = new NoticeDriver(Rules).Give(Returned);

        driver.Ordered.ShouldBe([(Occasion, NoticeChannels.Email), (Occasion, NoticeChannels.App)], ignoreOrder: true);
        driver.StateOf(Occasion, NoticeChannels.Sms).ShouldBe(NoticeState.Waiting);
        driver.Clocks[$"fallback:{Occasion}"].ShouldBe(Sample.Start + Rules.Patience);
    }

    [Test]
    public void Should_spare_the_next_when_the_first_was_taken()
    {
        var driver = new NoticeDriver(Rules).Give(Returned).Give(new NoticeSent(Sample.Code, Occasion, NoticeChannels.App)).GoTo(Sample.Start.AddDays(1));

        driver.StateOf(Occasion, NoticeChannels.Sms).ShouldBe(NoticeState.Spared);
        driver.Ordered.ShouldNotContain((Occasion, NoticeChannels.Sms));
        driver.Data!.Open.ShouldBeNull();
    }

    [Test]
    public void Should_not_spare_it_for_a_channel_that_is_in_no_turn()
    {
        var driver = new NoticeDriver(Rules).Give(Returned).Give(new NoticeSent(Sample.Code, Occasion, NoticeChannels.Email));

        driver.StateOf(Occasion, NoticeChannels.Sms).ShouldBe(NoticeState.Waiting);
    }

    [Test]
    public void Should_use_the_next_when_the_first_fails()
    {
        var driver = new NoticeDriver(Rules).Give(Returned).Give(new NoticeFailed(Sample.Code, Occasion, NoticeChannels.App, "the person does not use the app"));

        driver.Ordered[^1].ShouldBe((Occasion, NoticeChannels.Sms));
        driver.Clocks.ShouldBeEmpty();
        driver.GoTo(Sample.Start.AddDays(1)).Ordered.ShouldBeUnique();
    }

    [Test]
    public void Should_use_the_next_as_well_when_the_first_takes_too_long()
    {
        var driver = new NoticeDriver(Rules).Give(Returned).GoTo(Sample.Start + Rules.Patience);

        driver.Ordered[^1].ShouldBe((Occasion, NoticeChannels.Sms));
        driver.Give(new NoticeSent(Sample.Code, Occasion, NoticeChannels.App)).StateOf(Occasion, NoticeChannels.Sms).ShouldBe(NoticeState.Ordered, "it is on its way");
    }

    [Test]
    public void Should_give_the_first_its_time_from_the_morning()
    {
        var night = Contracts.VietnamTime.At(new DateOnly(2026, 3, 2), new TimeOnly(23, 0));
        var morning = Contracts.VietnamTime.At(new DateOnly(2026, 3, 3), new TimeOnly(7, 0));
        var driver = new NoticeDriver(Rules with { Quiet = QuietHours.TryParse("21:00-07:00") }).At(night).Give(Returned).GoTo(morning);

        driver.Ordered.ShouldBe([(Occasion, NoticeChannels.Email), (Occasion, NoticeChannels.App)]);
        driver.Clocks[$"fallback:{Occasion}"].ShouldBe(morning + Rules.Patience);
    }

    [Test]
    public void Should_use_all_at_once_for_what_presses()
    {
        var driver = new NoticeDriver(Rules).Give(Returned with { Occasion = "state-5", State = DossierState.SupplementRequested });

        driver.Ordered.Select(ordered => ordered.Channel).ShouldBe([NoticeChannels.Sms, NoticeChannels.Email, NoticeChannels.App]);
    }

    [Test]
    public void Should_need_no_turn_when_only_one_of_them_is_registered()
    {
        var driver = new NoticeDriver(Rules).Give(Returned with { Channels = NoticeChannels.Sms });

        driver.Ordered.ShouldBe([(Occasion, NoticeChannels.Sms)]);
        driver.Clocks.ShouldBeEmpty();
    }
}
