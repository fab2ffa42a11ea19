using DichVuCong.Saga.Reconciliation;
using static DichVuCong.Saga.Tests.Reconciliation.Rows;

namespace DichVuCong.Saga.Tests.Reconciliation;

internal sealed class When_rows_of_a_reference_stand_differently
{
    [Test]
    public void Should_not_confirm_the_one_that_waits_with_the_money_of_the_other()
    {
        var (result, found) = Run([Row(1, "A", status: RowStatus.Pending, at: "09:00:00"), Row(2, "A")], [Row(9, "A")]);
        result.Counts().ShouldBe([(ResultClass.Matched, 1, 1), (ResultClass.Duplicate, 1, 0)]);
        found.Matches.ShouldBe([new MatchedRows(2, 9, MatchBasis.Reference)]);
        (found.Differences.Single().Ledger.Single(), found.Differences.Single().Resolution).ShouldBe((1L, Resolution.None));
    }

    [Test]
    public void Should_match_the_attempt_that_was_done()
    {
        var (result, found) = Run([Row(1, "A")], [Row(8, "A", status: RowStatus.Failed, at: "09:00:00"), Row(9, "A")]);
        result.Counts().ShouldBe([(ResultClass.Matched, 1, 1), (ResultClass.Duplicate, 0, 1)]);
        found.Matches.ShouldBe([new MatchedRows(1, 9, MatchBasis.Reference)]);
    }

    [Test]
    public void Should_resolve_nothing_among_several()
    {
        var pending = Run([Row(1, "A", status: RowStatus.Pending), Row(2, "A", status: RowStatus.Pending)], [Row(9, "A")]).Found.Differences;
        pending.Select(each => each.Class).Order().ShouldBe([ResultClass.StatusDiffers, ResultClass.Duplicate]);
        pending.ShouldAllBe(each => each.Resolution == Resolution.None);
        Run([Row(1, "A", status: RowStatus.Pending)], [Row(8, "A"), Row(9, "A", 1)]).Found.Differences.ShouldAllBe(each => each.Resolution == Resolution.None);
    }

    [Test]
    public void Should_pair_by_amount_what_no_status_pairs() =>
        Run([Row(1, "A", status: RowStatus.Unknown), Row(2, "A", 70)], [Row(8, "A", status: RowStatus.Failed), Row(9, "A", 70)])
            .Result.Counts().ShouldBe([(ResultClass.Matched, 1, 1), (ResultClass.StatusDiffers, 1, 1)]);
}
