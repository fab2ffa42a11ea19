using DichVuCong.Faults.Check;
using DichVuCong.Faults.Load;
using static DichVuCong.Faults.Tests.Check.MadeUp;

namespace DichVuCong.Faults.Tests.Check;

/// <summary>The checker must find each kind of broken promise: one that cannot fail is worth nothing.</summary>
internal sealed class When_records_are_compared
{
    private static readonly Dictionary<string, ShownDossier> Nothing = [];

    [Test]
    public void Should_find_nothing_when_all_is_well() => Checker.Check(Whole).ShouldBeEmpty();

    private static IEnumerable<TestCaseData<Evidence, Broken>> Spoilt()
    {
        yield return Case("the Gateway forgot it", Whole with { Shown = Nothing }, Broken.Lost);
        yield return Case("no agency has it", Whole with { Systems = [] }, Broken.Lost);
        yield return Case("the supplement came to nobody", Whole with { Systems = [AtAgency with { Updates = 0 }] }, Broken.Lost);
        yield return Case("an acknowledged state has no effect", Whole with { Shown = Shows(9, isFinal: true) }, Broken.Lost);
        yield return Case("an agency could not tell", Whole with { Systems = [AtAgency with { GivenUp = "unknown-dossier" }] }, Broken.Lost);
        yield return Case("a notice is missing", Whole with { Notices = [.. Whole.Notices.Skip(1)] }, Broken.Lost);
        yield return Case("a follower missed an event", Whole with { Followed = [.. Feed.Where(one => !one.IsReceipt)] }, Broken.Lost);
        yield return Case("there is no receipt", Whole with { Feed = [.. Feed.Where(one => !one.IsReceipt)], Notices = [.. Whole.Notices.Where(row => row.Text != "receipt")] }, Broken.Lost);
        yield return Case("an agency has it twice", Whole with { Systems = [AtAgency with { Copies = 2 }] }, Broken.Doubled);
        yield return Case("a notice came twice", Whole with { Notices = [.. Whole.Notices.Skip(1), Whole.Notices[0] with { Taken = 2 }] }, Broken.Doubled);
        yield return Case("a notice too many", Whole with { Notices = [.. Whole.Notices, Whole.Notices[0] with { Text = "more" }] }, Broken.Doubled);
        yield return Case("the same call made two dossiers", With(Call(CallPurpose.Repeat, 201, "H29.101-261122-5000002")), Broken.Doubled);
        yield return Case("one code for two filings", With(Call(CallPurpose.File, 201) with { Number = 2, SubmissionId = "run-2" }), Broken.Doubled);
        yield return Case("the feed told a change twice", Followed([.. Feed, Change(9, 10) with { Cursor = "again" }]), Broken.Doubled);
        yield return Case("the feed told a receipt twice", Followed([.. Feed, Receipt(2) with { Cursor = "again" }]), Broken.Doubled);
        yield return Case("the feed told changes in the wrong order", Followed([Feed[0], Feed[2], Feed[1], .. Feed.Skip(3)]), Broken.Order);
        yield return Case("the feed told receipts in the wrong order", Followed([Feed[3], .. Feed.Take(3), .. Feed.Skip(4)]), Broken.Order);
        yield return Case("a supplement came before the dossier", Whole with { Systems = [AtAgency with { UpdatesTooEarly = 1 }] }, Broken.Order);
        yield return Case("it stands still and nobody is told", Whole with { Shown = Shows(10, isFinal: false) }, Broken.Stuck);
        yield return Case("a call has no answer", With(Call(CallPurpose.Supplement, 0)), Broken.Stuck);
        yield return Case("the same again got another answer", With(Call(CallPurpose.Repeat, 200, body: "{ }")), Broken.Answer);
        yield return Case("other content was taken", With(Call(CallPurpose.Change, 200)), Broken.Answer);
        yield return Case("a sound filing was refused", With(Call(CallPurpose.File, 422) with { Number = 2, SubmissionId = "run-2" }), Broken.Answer);
    }

    [TestCaseSource(nameof(Spoilt))]
    public void Should_find_what_is_wrong(Evidence evidence, Broken promise) =>
        Checker.Check(evidence).Select(finding => finding.Promise).Distinct().ShouldBe([promise]);

    private static IEnumerable<TestCaseData<Evidence>> Excused()
    {
        yield return new TestCaseData<Evidence>(Whole with { Notices = [.. Whole.Notices.Skip(1)], Doubts = [new Doubt(Code, "sms", IsPossibleLoss: true)] }) { TestName = "a notice declared as possibly lost" };
        yield return new TestCaseData<Evidence>(Whole with
        {
            Notices = [.. Whole.Notices.Skip(1), Whole.Notices[0] with { Taken = 2 }],
            Doubts = [new Doubt(Code, "sms", IsPossibleLoss: false)],
        })
        { TestName = "a notice declared as possibly doubled" };
        yield return new TestCaseData<Evidence>(Whole with { Shown = Shows(-1, isFinal: false), Systems = [] }) { TestName = "a dossier that its system refuses" };
        yield return new TestCaseData<Evidence>(Whole with { Shown = Shows(4, isFinal: false), Systems = [], Parked = new HashSet<string>(StringComparer.Ordinal) { Code } }) { TestName = "a parked dossier" };
    }

    [TestCaseSource(nameof(Excused))]
    public void Should_say_nothing_of_what_an_operator_is_told(Evidence evidence) => Checker.Check(evidence).ShouldBeEmpty();

    [Test]
    public void Should_not_excuse_a_missing_notice_by_a_doubt_about_another_channel() =>
        Checker.Check(Whole with { Notices = [.. Whole.Notices.Skip(1)], Doubts = [new Doubt(Code, "email", IsPossibleLoss: true)] })
            .ShouldHaveSingleItem().Promise.ShouldBe(Broken.Lost);

    private static TestCaseData<Evidence, Broken> Case(string what, Evidence evidence, Broken promise) => new(evidence, promise) { TestName = what };

    private static Evidence With(CallRecord call) => Whole with { Calls = [.. Whole.Calls, call] };

    private static Evidence Followed(IReadOnlyList<FeedEvent> events) => Whole with { Followed = events, Feed = events };

    private static Dictionary<string, ShownDossier> Shows(int state, bool isFinal) => new(StringComparer.Ordinal) { [Code] = new(state, isFinal) };
}
