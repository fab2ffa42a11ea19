using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Saga.Notifications;
using DichVuCong.Saga.Tests.Dossiers;

namespace DichVuCong.Saga.Tests.Notifications;

internal sealed class When_a_delivery_is_told
{
    private const string Occasion = "state-10";

    private static readonly NoticeRules Rules = new()
    {
        SmsProviders = ["esms"],
        ReportWindows = new Dictionary<string, TimeSpan> { ["esms"] = TimeSpan.FromHours(24) },
    };

    private static readonly NotifyApplicant Returned = new(Sample.Code, Occasion, DossierState.Returned, Sample.Start, Deadline: null, NoticeChannels.Sms);
    private static readonly NoticeSent Sent = new(Sample.Code, Occasion, NoticeChannels.Sms);

    [TestCase(NoticeState.Delivered, null)]
    [TestCase(NoticeState.Failed, "the operator could not deliver it")]
    public void Should_end_what_was_taken(NoticeState told, string? reason)
    {
        var driver = new NoticeDriver(Rules).Give(Returned).Give(Sent).Give(Told(told, reason)).Give(Told(told, reason));

        driver.StateOf(Occasion, NoticeChannels.Sms).ShouldBe(told);
        driver.Kept.Select(kept => kept.State).ShouldBe([NoticeState.Ordered, NoticeState.Sent, told], "the same report again changes nothing");
        driver.Kept[^1].Reason.ShouldBe(reason);
        driver.Clocks.ShouldBeEmpty();
    }

    [TestCase(NoticeState.Delivered)]
    [TestCase(NoticeState.Failed)]
    public void Should_believe_a_report_that_is_quicker_than_the_answer(NoticeState told)
    {
        var driver = new NoticeDriver(Rules).Give(Returned).Give(Told(told)).Give(Sent);

        driver.StateOf(Occasion, NoticeChannels.Sms).ShouldBe(told);
    }

    [Test]
    public void Should_say_that_nobody_knows_when_no_report_comes_in_time_and_learn_it_later_all_the_same()
    {
        var driver = new NoticeDriver(Rules).Give(Returned).Give(Sent).GoTo(Sample.Start.AddHours(23));
        driver.StateOf(Occasion, NoticeChannels.Sms).ShouldBe(NoticeState.Sent);

        driver.GoTo(Sample.Start.AddHours(24)).StateOf(Occasion, NoticeChannels.Sms).ShouldBe(NoticeState.Unconfirmed);
        driver.Give(Told(NoticeState.Delivered)).StateOf(Occasion, NoticeChannels.Sms).ShouldBe(NoticeState.Delivered);
    }

    [Test]
    public void Should_stay_delivered_whatever_is_told_afterwards()
    {
        var driver = new NoticeDriver(Rules).Give(Returned).Give(Sent).Give(Told(NoticeState.Delivered));
        var state = driver.Json;

        foreach (var late in new object[] { Told(NoticeState.Failed, "x"), Told(NoticeState.Unconfirmed), Sent, new NoticeFailed(Sample.Code, Occasion, NoticeChannels.Sms, "x") })
        {
            driver.Give(late).Json.ShouldBe(state);
        }
    }

    [Test]
    public void Should_know_nothing_of_what_was_never_ordered()
    {
        var driver = new NoticeDriver(Rules).Give(Returned);
        var state = driver.Json;

        driver.Give(new DeliveryTold(Sample.Code, "state-9", NoticeChannels.Sms, NoticeState.Delivered, Reason: null))
            .Give(new DeliveryTold(Sample.Code, Occasion, NoticeChannels.Email, NoticeState.Failed, "x")).Json.ShouldBe(state);
    }

    [TestCase(NoticeState.Ordered), TestCase(NoticeState.Sent), TestCase(NoticeState.Waiting), TestCase(NoticeState.Spared)]
    public void Should_not_be_led_back_by_a_word_that_is_no_report(NoticeState told)
    {
        var driver = new NoticeDriver(Rules).Give(Returned);
        var state = driver.Json;

        driver.Give(Told(told)).Json.ShouldBe(state);
    }

    [Test]
    public void Should_send_a_mail_that_came_back_to_the_next_channel_in_turn()
    {
        var rules = new NoticeRules { Fallback = [NoticeChannels.Email, NoticeChannels.Sms] };
        var driver = new NoticeDriver(rules).Give(Returned with { Channels = NoticeChannels.Sms | NoticeChannels.Email });

        driver.Give(new DeliveryTold(Sample.Code, Occasion, NoticeChannels.Email, NoticeState.Failed, "the mailbox does not exist (5.1.1)"))
            .Ordered.ShouldBe([(Occasion, NoticeChannels.Email), (Occasion, NoticeChannels.Sms)]);
    }

    private static DeliveryTold Told(NoticeState state, string? reason = null) => new(Sample.Code, Occasion, NoticeChannels.Sms, state, reason);
}
