using DichVuCong.Saga.Reconciliation;
using static DichVuCong.Saga.Tests.Reconciliation.Rows;

namespace DichVuCong.Saga.Tests.Reconciliation;

internal sealed class When_the_bank_gives_no_reference
{
    [TestCase("10:00:00", true)]
    [TestCase("10:05:00", true)]
    [TestCase("09:55:00", true)]
    [TestCase("10:05:01", false)]
    [TestCase("09:54:59", false)]
    public void Should_match_by_amount_and_account_within_the_time(string at, bool matches)
    {
        var (result, found) = Run([Row(1, "A")], [Row(9, null, at: at)]);
        result.Of(ResultClass.Matched).Ledger.Count.ShouldBe(matches ? 1 : 0);
        found.Matches.ShouldAllBe(match => match.Basis == MatchBasis.AmountTimeAccount);
    }

    [Test]
    public void Should_not_match_another_account_or_amount() =>
        Run([Row(1, "A"), Row(2, "B", 60_000)], [Row(9, null, account: "1"), Row(8, null, 60_001)]).Result.Of(ResultClass.Matched).Ledger.Count.ShouldBe(0);

    [Test]
    public void Should_not_choose_between_two_candidates()
    {
        Run([Row(1, "A"), Row(2, "B", at: "10:01:00")], [Row(9, null)]).Result.Counts().ShouldBe([(ResultClass.MissingAtBank, 2, 0), (ResultClass.MissingHere, 0, 1)]);
        Run([Row(1, "A")], [Row(8, null), Row(9, null)]).Result.Counts().ShouldBe([(ResultClass.MissingAtBank, 1, 0), (ResultClass.MissingHere, 0, 2)]);
    }

    [Test]
    public void Should_never_match_a_row_that_names_another_order() =>
        Run([Row(1, "A")], [Row(9, "B")]).Result.Counts().ShouldBe([(ResultClass.MissingAtBank, 1, 0), (ResultClass.MissingHere, 0, 1)]);

    [Test]
    public void Should_not_resolve_by_itself_what_it_matched_by_time() =>
        Run([Row(1, "A", status: RowStatus.Pending)], [Row(9, null)]).Found.Differences.Single().Resolution.ShouldBe(Resolution.None);
}
