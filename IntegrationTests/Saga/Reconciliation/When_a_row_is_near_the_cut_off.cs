using DichVuCong.Saga.Reconciliation;
using static DichVuCong.Saga.Tests.Reconciliation.Rows;

namespace DichVuCong.Saga.Tests.Reconciliation;

internal sealed class When_a_row_is_near_the_cut_off
{
    [TestCase("22:59:59", ResultClass.MissingAtBank)]
    [TestCase("23:00:00", ResultClass.ExpectedLater)]
    [TestCase("23:59:59", ResultClass.ExpectedLater)]
    public void Should_expect_later_what_came_at_or_after_it(string at, ResultClass expected) => OfLedger(at, Settings).ShouldBe(expected);

    [TestCase("23:00:00")]
    [TestCase("23:59:59")]
    public void Should_miss_it_a_day_later(string at)
    {
        var tomorrow = Settings with { Day = Day.AddDays(1) };
        OfLedger(at, tomorrow).ShouldBe(ResultClass.MissingAtBank);
        OfLedger(at, tomorrow with { ExpectedLaterDays = 2 }).ShouldBe(ResultClass.ExpectedLater);
    }

    [Test]
    public void Should_have_no_cut_off_when_the_day_is_the_calendars() =>
        OfLedger("23:59:59", Settings with { CutOff = TimeSpan.FromHours(24) }).ShouldBe(ResultClass.MissingAtBank);

    [Test]
    public void Should_match_what_the_bank_has_already() =>
        Run([Row(1, "A", at: "23:30:00")], [Row(9, "A", at: "23:30:05")]).Result.Counts().ShouldBe([(ResultClass.Matched, 1, 1)]);

    [Test]
    public void Should_expect_refunds_and_rows_of_the_bank_in_the_same_way() =>
        Run([Row(1, "A", kind: RowKind.Refund, at: "23:00:00")], [Row(9, "B", at: "23:00:00")]).Result.Counts().ShouldBe([(ResultClass.ExpectedLater, 1, 1)]);

    [Test]
    public void Should_keep_the_name_of_the_difference_when_it_is_carried_over()
    {
        var today = Run([Row(1, "A", at: "23:10:00")], []).Found.Differences.Single();
        var tomorrow = Run([Row(1, "A", at: "23:10:00")], [], Settings with { Day = Day.AddDays(1) }).Found.Differences.Single();
        (tomorrow.Id, tomorrow.Class).ShouldBe((today.Id, ResultClass.MissingAtBank));
    }

    private static ResultClass OfLedger(string at, ReconciliationSettings settings) => Run([Row(1, "A", at: at)], [], settings).Result.Counts().Single().Class;
}
