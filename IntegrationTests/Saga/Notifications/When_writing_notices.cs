using System.Text.RegularExpressions;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Saga.Notifications;
using DichVuCong.Saga.Tests.Dossiers;

namespace DichVuCong.Saga.Tests.Notifications;

internal sealed partial class When_writing_notices
{
    /// <summary>Three parts of an SMS without diacritics are 459 letters, with a little left for providers that count more generously.</summary>
    private const int LongestSms = 480;

    private static readonly string LongName = new('A', 40);

    /// <summary>The states that are notified (decisions: receipt, 3, 5, 6, 7, 8, 9, 10), each time anew where the applicant must act.</summary>
    private static readonly Dictionary<int, (string First, string Second)> Decided = new()
    {
        [3] = ("state-3", "state-3"),
        [5] = ("state-5", "state-5#2"),
        [6] = ("state-6", "state-6#2"),
        [7] = ("state-7", "state-7"),
        [8] = ("state-8", "state-8"),
        [9] = ("state-9", "state-9"),
        [10] = ("state-10", "state-10"),
    };

    private static IEnumerable<NotifyApplicant> Notices() =>
    [
        Notice("receipt", DossierState.Filed), Notice("receipt", DossierState.Unrouted), Notice("file-2-13", DossierState.SupplementRequested),
        .. Decided.SelectMany(state => new[] { Notice(state.Value.First, (DossierState)state.Key), Notice(state.Value.Second, (DossierState)state.Key) }).Distinct(),
    ];

    [Test]
    public void Should_notify_the_decided_states_and_no_others()
    {
        foreach (var state in Enum.GetValues<DossierState>())
        {
            var isNotified = Decided.TryGetValue((int)state, out var occasions);
            NoticeTable.OccasionOf(state, supplements: 1, payments: 1).ShouldBe(isNotified ? occasions.First : null);
            NoticeTable.OccasionOf(state, supplements: 2, payments: 2).ShouldBe(isNotified ? occasions.Second : null);
            NoticeTable.States.Contains(state).ShouldBe(isNotified);
        }
    }

    [TestCaseSource(nameof(Notices))]
    public void Should_have_a_text_of_every_kind_that_names_the_dossier(NotifyApplicant notice)
    {
        foreach (var text in new[] { NoticeTexts.Sms(notice), NoticeTexts.Subject(notice), NoticeTexts.Email(notice) }) text.ShouldContain(Sample.Code.Value);

        NoticeTexts.Sms(notice).ShouldContain(NoticePlaceholders.Agency);
        NoticeTexts.Email(notice).ShouldStartWith($"Kính gửi {NoticePlaceholders.Name},");
    }

    [TestCaseSource(nameof(Notices))]
    public void Should_leave_nothing_to_fill_in_but_what_the_adapter_fills_in(NotifyApplicant notice)
    {
        string[] known = [NoticePlaceholders.Agency, NoticePlaceholders.Name];

        Placeholder().Matches(NoticeTexts.Sms(notice)).Select(match => match.Value).ShouldAllBe(place => place == NoticePlaceholders.Agency);
        Placeholder().Matches(NoticeTexts.Email(notice)).Select(match => match.Value).ShouldAllBe(place => known.Contains(place));
        Placeholder().Matches(NoticeTexts.Subject(notice)).ShouldBeEmpty();
    }

    [TestCaseSource(nameof(Notices))]
    public void Should_fit_into_three_parts_of_an_sms(NotifyApplicant notice) =>
        NoticeTexts.Sms(notice).Replace(NoticePlaceholders.Agency, LongName, StringComparison.Ordinal).Length.ShouldBeLessThanOrEqualTo(LongestSms);

    [Test]
    public void Should_say_which_time_a_request_is_made()
    {
        var first = Notice("state-5", DossierState.SupplementRequested);
        var second = Notice("state-5#2", DossierState.SupplementRequested);

        NoticeTexts.Sms(first).ShouldNotContain("(lần");
        NoticeTexts.Sms(second).ShouldContain("(lần 2)");
        NoticeTexts.Email(second).ShouldContain("(lần 2)");
        NoticeTexts.Subject(second).ShouldContain("(lần 2)");
    }

    [Test]
    public void Should_name_the_file_that_is_faulty() =>
        NoticeTexts.Sms(Notice("file-2-13", DossierState.SupplementRequested)).ShouldStartWith($"Tệp tin số 13 của hồ sơ {Sample.Code} ");

    [Test]
    public void Should_tell_times_as_people_in_vietnam_read_them()
    {
        var sms = NoticeTexts.Sms(Notice("receipt", DossierState.Filed) with { At = Sample.Start.ToUniversalTime() });

        sms.ShouldContain("lúc 09:00 02/03/2026");
        sms.ShouldContain("Hạn trả dự kiến: 17:00 09/03/2026.");
    }

    [Test]
    public void Should_tell_no_deadline_of_what_is_finished()
    {
        NoticeTexts.Email(Notice("state-9", DossierState.Processed)).ShouldNotContain("Thời hạn");
        NoticeTexts.Email(Notice("state-6", DossierState.PaymentRequested)).ShouldContain("Thời hạn giải quyết: 17:00 09/03/2026.");
    }

    [Test]
    public void Should_refuse_to_make_up_a_text_for_a_state_that_is_not_notified() =>
        Should.Throw<ArgumentException>(() => NoticeTexts.Sms(Notice("state-4", DossierState.Processing))).Message.ShouldStartWith("There is no notice for state-4.");

    private static NotifyApplicant Notice(string occasion, DossierState state) =>
        new(Sample.Code, occasion, state, Sample.Start, Sample.Filing.Deadline, NoticeChannels.Sms | NoticeChannels.Email);

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
