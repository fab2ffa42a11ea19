using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Saga.Tests.Dossiers;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace DichVuCong.Saga.Tests.Notifications;

internal sealed class When_telling_an_applicant
{
    private static readonly NotifyApplicant Returned = new(
        Sample.Code, "state-10", DossierState.Returned, Sample.Start, Deadline: null, NoticeChannels.Sms | NoticeChannels.Email);

    [Test]
    public void Should_order_a_notice_once_on_each_channel()
    {
        var driver = new NoticeDriver().Give(Returned).Give(Returned);

        driver.Ordered.ShouldBe([("state-10", NoticeChannels.Sms), ("state-10", NoticeChannels.Email)]);
        driver.Kept.Select(kept => kept.State).ShouldBe([NoticeState.Ordered, NoticeState.Ordered]);
    }

    [TestCase(NoticeChannels.None), TestCase(NoticeChannels.Sms), TestCase(NoticeChannels.Email)]
    public void Should_use_the_channels_that_are_wanted(NoticeChannels channels)
    {
        var driver = new NoticeDriver().Give(Returned with { Channels = channels });

        driver.Ordered.Select(ordered => ordered.Channel).ShouldBe(channels == NoticeChannels.None ? [] : [channels]);
        driver.Give(Returned).Ordered.Count.ShouldBe(2, "a channel that comes to be wanted later gets what it did not get before");
    }

    [Test]
    public void Should_show_what_became_of_it_once()
    {
        var driver = new NoticeDriver().Give(Returned);
        driver.Kept.Clear();
        var sent = new NoticeSent(Sample.Code, "state-10", NoticeChannels.Sms);
        var failed = new NoticeFailed(Sample.Code, "state-10", NoticeChannels.Email, "Hộp thư không tồn tại");

        foreach (var answer in new object[] { sent, sent, failed, failed }) driver.Give(answer);

        driver.Kept.ShouldBe(
        [
            new KeepNotice(Sample.Code, "state-10", NoticeChannels.Sms, NoticeState.Sent, Reason: null),
            new KeepNotice(Sample.Code, "state-10", NoticeChannels.Email, NoticeState.Failed, "Hộp thư không tồn tại"),
        ]);
    }

    [Test]
    public void Should_leave_sent_what_was_sent_and_know_nothing_of_what_was_not_ordered()
    {
        var driver = new NoticeDriver().Give(Returned).Give(new NoticeSent(Sample.Code, "state-10", NoticeChannels.Sms));
        var state = driver.Json;

        driver.Give(new NoticeFailed(Sample.Code, "state-10", NoticeChannels.Sms, "quá hạn")).Give(new NoticeSent(Sample.Code, "state-9", NoticeChannels.Sms));

        driver.Json.ShouldBe(state);
    }

    [Property(Arbitrary = [typeof(RandomHistories)], MaxTest = 300, QuietOnSuccess = true)]
    public void Should_tell_nothing_twice_whatever_the_order_of_the_rows(Arrivals arrivals)
    {
        var notices = NoticesOf(arrivals, isCentral: true);

        notices.Ordered.ShouldBeUnique();
        if (arrivals.Filing is SubmitDossier) notices.Ordered.ShouldContain(("receipt", NoticeChannels.Sms));
        else notices.Ordered.ShouldBeEmpty("of what it received itself the agency tells (A33.4)");
    }

    [Property(Arbitrary = [typeof(RandomHistories)], MaxTest = 100, QuietOnSuccess = true)]
    public void Should_leave_it_to_the_agency_when_the_dossier_is_not_served_centrally(Arrivals arrivals) =>
        NoticesOf(arrivals, isCentral: false).Ordered.ShouldBeEmpty();

    private static NoticeDriver NoticesOf(Arrivals arrivals, bool isCentral)
    {
        var driver = new DossierDriver().Give(arrivals.Filing is SubmitDossier filing ? filing with { Central = isCentral } : arrivals.Filing);
        for (var index = 0; index < arrivals.One.Count; index++) driver.GoTo(driver.Now.AddMinutes(arrivals.Minutes[index])).Give(arrivals.One[index]);
        var notices = new NoticeDriver();
        foreach (var notice in driver.GoTo(Sample.Start.AddDays(60)).Sent<NotifyApplicant>()) notices.Give(notice);
        return notices;
    }
}
