using DichVuCong.Saga.Reconciliation;
using static DichVuCong.Saga.Tests.Reconciliation.Rows;

namespace DichVuCong.Saga.Tests.Reconciliation;

internal sealed class When_several_rows_belong_together
{
    [Test]
    public void Should_match_one_of_ours_with_several_of_the_bank()
    {
        var (result, found) = Run([Row(1, "A", 90)], [Row(7, "A", 40), Row(8, "A", 20), Row(9, "A", 30)]);
        result.Counts().ShouldBe([(ResultClass.Matched, 1, 3)]);
        found.Matches.ShouldBe([.. new long[] { 7, 8, 9 }.Select(line => new MatchedRows(1, line, MatchBasis.ReferenceSum))]);
    }

    [Test]
    public void Should_match_several_of_ours_with_one_of_the_bank() =>
        Run([Row(1, "A", 40), Row(2, "A", 50)], [Row(9, "A", 90)]).Result.Counts().ShouldBe([(ResultClass.Matched, 2, 1)]);

    [Test]
    public void Should_see_a_sum_that_is_one_dong_short() =>
        Run([Row(1, "A", 90)], [Row(8, "A", 40), Row(9, "A", 49)]).Result.Counts().ShouldBe([(ResultClass.AmountDiffers, 1, 2)]);

    [Test]
    public void Should_not_guess_between_several_and_several() =>
        Run([Row(1, "A", 40), Row(2, "A", 50)], [Row(8, "A", 30), Row(9, "A", 60)]).Result.Counts().ShouldBe([(ResultClass.AmountDiffers, 2, 2)]);

    [Test]
    public void Should_see_a_part_of_a_sum_that_stands_differently() =>
        Run([Row(1, "A", 90)], [Row(8, "A", 40), Row(9, "A", 50, status: RowStatus.Failed)]).Result.Counts().ShouldBe([(ResultClass.StatusDiffers, 1, 2)]);

    [Test]
    public void Should_match_the_settlements_of_an_account_and_day_with_one_booking()
    {
        ReconciliationRow[] ledger = [Row(1, "A", -40, RowKind.Settlement), Row(2, "B", -50, RowKind.Settlement), Row(3, "C", -7, RowKind.Settlement, account: "999")];
        var (result, found) = Run(ledger, [Row(9, "FT1", -90, RowKind.Settlement, at: "16:00:00")]);
        result.Counts().ShouldBe([(ResultClass.Matched, 2, 1), (ResultClass.MissingAtBank, 1, 0)]);
        found.Matches.ShouldAllBe(match => match.Basis == MatchBasis.AccountDaySum);
    }

    [Test]
    public void Should_see_a_booking_that_is_short() =>
        Run([Row(1, "A", -40, RowKind.Settlement), Row(2, "B", -50, RowKind.Settlement)], [Row(9, null, -89, RowKind.Settlement)])
            .Result.Counts().ShouldBe([(ResultClass.AmountDiffers, 2, 1)]);

    [Test]
    public void Should_never_sum_payments_up() =>
        Run([Row(1, "A", 40), Row(2, "B", 50)], [Row(9, null, 90)]).Result.Counts().ShouldBe([(ResultClass.MissingAtBank, 2, 0), (ResultClass.MissingHere, 0, 1)]);
}
