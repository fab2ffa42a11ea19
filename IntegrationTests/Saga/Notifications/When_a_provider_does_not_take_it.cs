using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Saga.Notifications;
using DichVuCong.Saga.Tests.Dossiers;

namespace DichVuCong.Saga.Tests.Notifications;

internal sealed class When_a_provider_does_not_take_it
{
    private const string Occasion = "state-10";

    private static readonly NoticeRules Rules = new() { SmsProviders = ["viettel", "vnpt", "esms"] };

    private static readonly NotifyApplicant Returned = new(Sample.Code, Occasion, DossierState.Returned, Sample.Start, Deadline: null, NoticeChannels.Sms);

    [Test]
    public void Should_hand_it_to_the_next_and_end_with_whoever_takes_it()
    {
        var driver = new NoticeDriver(Rules).Give(Returned).Give(NotTaken("viettel")).Give(NotTaken("vnpt"));

        driver.Providers.ShouldBe(["viettel", "vnpt", "esms"]);
        driver.Give(new NoticeSent(Sample.Code, Occasion, NoticeChannels.Sms)).StateOf(Occasion, NoticeChannels.Sms).ShouldBe(NoticeState.Sent);
        driver.Kept.Select(kept => kept.State).ShouldBe([NoticeState.Ordered, NoticeState.Sent]);
        driver.Data!.Open.ShouldBeNull("nothing will be written anew");
    }

    [Test]
    public void Should_not_be_moved_twice_by_the_same_word()
    {
        var driver = new NoticeDriver(Rules).Give(Returned).Give(NotTaken("viettel")).Give(NotTaken("viettel"));

        driver.Providers.ShouldBe(["viettel", "vnpt"]);
    }

    [Test]
    public void Should_not_be_moved_once_it_was_taken()
    {
        var driver = new NoticeDriver(Rules).Give(Returned).Give(new NoticeSent(Sample.Code, Occasion, NoticeChannels.Sms)).Give(NotTaken("viettel"));

        driver.Providers.ShouldBe(["viettel"]);
    }

    [Test]
    public void Should_rest_when_nobody_took_it_and_begin_again_with_the_first()
    {
        var driver = new NoticeDriver(Rules).Give(Returned);
        Round(driver);

        driver.Clocks[$"rest:{Occasion}"].ShouldBe(Sample.Start + Rules.FirstRest);
        driver.GoTo(Sample.Start + Rules.FirstRest).Providers.ShouldBe(["viettel", "vnpt", "esms", "viettel"]);
        Round(driver);
        driver.Clocks[$"rest:{Occasion}"].ShouldBe(Sample.Start + Rules.FirstRest + (2 * Rules.FirstRest), "it rests longer each time");
    }

    [Test]
    public void Should_fail_after_a_day_of_rounds_and_not_before()
    {
        var driver = new NoticeDriver(Rules).Give(Returned);
        for (var round = 0; round < 2000 && driver.StateOf(Occasion, NoticeChannels.Sms) == NoticeState.Ordered; round++)
        {
            Round(driver);
            if (driver.Clocks.Count > 0) driver.GoTo(driver.Clocks.Values.Min());
        }

        driver.Now.ShouldBeGreaterThanOrEqualTo(Sample.Start.AddDays(1));
        driver.Now.ShouldBeLessThan(Sample.Start.AddDays(1) + Rules.LongestRest + Rules.LongestRest);
        driver.Kept[^1].ShouldBe(new KeepNotice(
            Sample.Code, Occasion, NoticeChannels.Sms, NoticeState.Failed, "no provider took it in time; the last: the provider is left alone: down"));
        driver.Clocks.ShouldBeEmpty();
    }

    [Test]
    public void Should_write_the_same_words_for_every_provider()
    {
        var receipt = new NotifyApplicant(Sample.Code, "receipt", DossierState.Filed, Sample.Start, Sample.Filing.Deadline, NoticeChannels.Sms);
        var saga = TestTopology.Telling(Rules).Sagas[Endpoints.Notices];
        var occasion = new Messaging.Occasion(Sample.Start, Sample.Calendars, Guid.Empty, Sample.Start);
        var first = saga.Steps[typeof(NotifyApplicant)].Decide(null, receipt, occasion);
        var second = saga.Steps[typeof(NoticeNotTaken)].Decide(first.StateObject, new NoticeNotTaken(Sample.Code, "receipt", NoticeChannels.Sms, "viettel", "down"), occasion);

        TextOf(second).ShouldBe(TextOf(first));
        TextOf(first).ShouldBe(NoticeTexts.Sms(receipt));
    }

    [Test]
    public void Should_stay_with_its_provider_when_the_order_no_longer_names_it()
    {
        var before = new NoticeDriver(new NoticeRules { SmsProviders = ["fpt", "viettel"] }).Give(Returned);

        before.Give(NotTaken("esms")).Providers.ShouldBe(["fpt"], "the word of a provider that does not have it");
    }

    private static string TextOf(Messaging.Decision decision) =>
        decision.Effects.OfType<Messaging.SendEffect>().Select(effect => effect.Command).OfType<SendSms>().Single().Text;

    private static void Round(NoticeDriver driver)
    {
        foreach (var provider in Rules.SmsProviders) driver.Give(NotTaken(provider));
    }

    private static NoticeNotTaken NotTaken(string provider) => new(Sample.Code, Occasion, NoticeChannels.Sms, provider, "the provider is left alone: down");
}
