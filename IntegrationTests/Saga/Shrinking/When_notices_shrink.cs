using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Saga.Notifications;
using DichVuCong.Saga.Tests.Dossiers;
using DichVuCong.Saga.Tests.Notifications;

namespace DichVuCong.Saga.Tests.Shrinking;

internal sealed class When_notices_shrink
{
    private static readonly SagaDefinition Saga = TestTopology.Of(rules: null).Sagas[Endpoints.Notices];

    private static readonly string[] Occasions = ["receipt", "state-5", "state-9", "state-10", "state-5#2", "file-1-3"];

    [Test]
    public void Should_keep_all_that_was_known_in_less_than_two_hundred_bytes()
    {
        var told = Told(Occasions);

        var small = Saga.ShrinkState(told.Json, Saga.StateSchema)!;

        small.Length.ShouldBeLessThan(200);
        small.Length.ShouldBeLessThan(told.Json.Length / 3);
        ((NoticeData)Saga.ReadState(small)).Notices.ShouldBe(told.Data!.Notices);
    }

    [Test]
    public void Should_not_shrink_while_one_is_under_way() =>
        Saga.ShrinkState(new NoticeDriver().Give(Notify("receipt")).Json, Saga.StateSchema).ShouldBeNull();

    [TestCaseSource(nameof(Late))]
    public void Should_answer_what_comes_late_as_before(object message)
    {
        var told = Told("receipt", "state-9").Give(new NoticeFailed(Sample.Code, "state-9", NoticeChannels.Email, "hộp thư đầy"));
        var shrunk = Saga.ReadState(Saga.ShrinkState(told.Json, Saga.StateSchema)!);

        var after = Decide(shrunk, message);

        after.Effects.ShouldBe(Decide(told.Data!, message).Effects);
        Saga.WriteState(after.StateObject)[0].ShouldBe((byte)1, "it stays small");
    }

    private static IEnumerable<object> Late() =>
    [
        Notify("receipt"), Notify("state-10"), new NoticeSent(Sample.Code, "receipt", NoticeChannels.Sms), new NoticeFailed(Sample.Code, "receipt", NoticeChannels.Sms, "muộn"),
        new NoticeSent(Sample.Code, "state-9", NoticeChannels.Email), new NoticeSent(Sample.Code, "state-7", NoticeChannels.Email),
    ];

    private static NoticeDriver Told(params string[] occasions)
    {
        var driver = new NoticeDriver();
        foreach (var occasion in occasions)
        {
            driver.Give(Notify(occasion)).Give(new NoticeSent(Sample.Code, occasion, NoticeChannels.Sms)).Give(new NoticeFailed(Sample.Code, occasion, NoticeChannels.Email, "lỗi"));
        }

        return driver;
    }

    private static NotifyApplicant Notify(string occasion) =>
        new(Sample.Code, occasion, DossierState.Processed, Sample.Start, Deadline: null, NoticeChannels.Sms | NoticeChannels.Email);

    private static Decision Decide(object state, object message) =>
        Saga.Steps[message.GetType()].Decide(state, message, new Occasion(LateMessages.Late, Sample.Calendars, Guid.Empty, LateMessages.Late));
}
