using DichVuCong.Saga.Reconciliation;
using static DichVuCong.Saga.Tests.Reconciliation.Rows;

namespace DichVuCong.Saga.Tests.Reconciliation;

internal sealed class When_the_account_is_another
{
    private static readonly (ResultClass, long, long)[] Apart = [(ResultClass.MissingAtBank, 1, 0), (ResultClass.MissingHere, 0, 1)];

    [TestCase(RowStatus.Done, 50_000)]
    [TestCase(RowStatus.Pending, 50_000)]
    [TestCase(RowStatus.Done, 49_999)]
    public void Should_not_match_by_the_reference(RowStatus here, long atBank)
    {
        var (result, found) = Run([Row(1, "A", status: here, account: "1")], [Row(9, "A", atBank, account: "2")]);
        result.Counts().ShouldBe(Apart);
        found.Differences.ShouldAllBe(each => each.Resolution == Resolution.None);
    }

    [Test]
    public void Should_match_where_a_side_names_none()
    {
        Run([Row(1, "A", account: "1")], [Row(9, "A", account: "")]).Result.Counts().ShouldBe([(ResultClass.Matched, 1, 1)]);
        Run([Row(1, "A", account: "1"), Row(2, "A", account: "2")], [Row(8, "A", account: ""), Row(9, "A", account: "2")])
            .Found.Matches.ShouldBe([new MatchedRows(1, 8, MatchBasis.Reference), new MatchedRows(2, 9, MatchBasis.Reference)]);
    }

    [Test]
    public void Should_match_where_the_partners_files_hold_something_else() =>
        Run([Row(1, "A", account: "1")], [Row(9, "A", account: "TERMINAL")], Settings with { ComparesAccounts = false }).Result.Counts().ShouldBe([(ResultClass.Matched, 1, 1)]);

    [Test]
    public void Should_pair_those_of_the_same_account_among_several()
    {
        var (result, found) = Run([Row(1, "A", account: "1"), Row(2, "A", account: "2")], [Row(8, "A", account: "2"), Row(9, "A", account: "3")]);
        found.Matches.ShouldBe([new MatchedRows(2, 8, MatchBasis.Reference)]);
        result.Counts().ShouldBe([(ResultClass.Matched, 1, 1), .. Apart]);
    }

    [Test]
    public void Should_not_sum_what_went_to_two_accounts() =>
        Run([Row(1, "A", 90, account: "1")], [Row(8, "A", 40, account: "1"), Row(9, "A", 50, account: "2")])
            .Result.Counts().ShouldBe([(ResultClass.MissingAtBank, 1, 0), (ResultClass.MissingHere, 0, 2)]);
}
