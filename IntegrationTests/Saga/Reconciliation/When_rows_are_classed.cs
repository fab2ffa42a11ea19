using DichVuCong.Contracts.Payments;
using DichVuCong.Saga.Reconciliation;
using static DichVuCong.Saga.Tests.Reconciliation.Rows;

namespace DichVuCong.Saga.Tests.Reconciliation;

internal sealed class When_rows_are_classed
{
    [Test]
    public void Should_match_the_same_reference_and_amount()
    {
        var (result, found) = Run([Row(1, "A")], [Row(9, "A", at: "10:07:00")]);
        result.Counts().ShouldBe([(ResultClass.Matched, 1, 1)]);
        found.Matches.ShouldBe([new MatchedRows(1, 9, MatchBasis.Reference)]);
        found.Differences.ShouldBeEmpty();
    }

    [Test]
    public void Should_miss_at_the_bank_what_only_we_have() =>
        Run([Row(1, "A")], []).Result.Counts().ShouldBe([(ResultClass.MissingAtBank, 1, 0)]);

    [Test]
    public void Should_miss_here_what_only_the_bank_has() =>
        Run([], [Row(9, "A")]).Result.Counts().ShouldBe([(ResultClass.MissingHere, 0, 1)]);

    [Test]
    public void Should_see_one_dong_of_difference()
    {
        var (result, found) = Run([Row(1, "A")], [Row(9, "A", 49_999)]);
        result.Counts().ShouldBe([(ResultClass.AmountDiffers, 1, 1)]);
        (found.Differences.Single().LedgerAmount - found.Differences.Single().StatementAmount).ShouldBe(new Vnd(1));
    }

    [Test]
    public void Should_take_amounts_within_the_tolerance_as_the_same()
    {
        var tolerant = Settings with { AmountTolerance = new Vnd(10) };
        Run([Row(1, "A")], [Row(9, "A", 49_990)], tolerant).Result.Counts().ShouldBe([(ResultClass.Matched, 1, 1)]);
        Run([Row(1, "A")], [Row(9, "A", 49_989)], tolerant).Result.Counts().ShouldBe([(ResultClass.AmountDiffers, 1, 1)]);
    }

    [TestCase(RowKind.Payment, RowStatus.Pending, Resolution.ConfirmPayment)]
    [TestCase(RowKind.Payment, RowStatus.Unknown, Resolution.ConfirmPayment)]
    [TestCase(RowKind.Payment, RowStatus.Expired, Resolution.ConfirmPayment)]
    [TestCase(RowKind.Payment, RowStatus.Closed, Resolution.None)]
    [TestCase(RowKind.Payment, RowStatus.Failed, Resolution.None)]
    [TestCase(RowKind.Refund, RowStatus.Pending, Resolution.ConfirmRefund)]
    [TestCase(RowKind.Settlement, RowStatus.Pending, Resolution.None)]
    public void Should_resolve_only_what_is_safe(RowKind kind, RowStatus here, Resolution resolution)
    {
        var (result, found) = Run([Row(1, "A", kind: kind, status: here)], [Row(9, "A", kind: kind)]);
        result.Counts().ShouldBe([(ResultClass.StatusDiffers, 1, 1)]);
        found.Differences.Single().Resolution.ShouldBe(resolution);
    }

    [Test]
    public void Should_not_confirm_what_the_bank_has_not_done_or_paid_in_full()
    {
        Run([Row(1, "A", status: RowStatus.Pending)], [Row(9, "A", status: RowStatus.Failed)]).Found.Differences.Single().Resolution.ShouldBe(Resolution.None);
        var short1 = Run([Row(1, "A", status: RowStatus.Pending)], [Row(9, "A", 49_999)]).Found.Differences.Single();
        (short1.Class, short1.Resolution).ShouldBe((ResultClass.AmountDiffers, Resolution.None));
    }

    [Test]
    public void Should_see_what_is_there_once_too_often()
    {
        Run([Row(1, "A")], [Row(8, "A"), Row(9, "A")]).Result.Counts().ShouldBe([(ResultClass.Matched, 1, 1), (ResultClass.Duplicate, 0, 1)]);
        Run([Row(1, "A"), Row(2, "A")], [Row(9, "A")]).Result.Counts().ShouldBe([(ResultClass.Matched, 1, 1), (ResultClass.Duplicate, 1, 0)]);
    }

    [Test]
    public void Should_leave_refunds_to_the_agency() =>
        Run([Row(1, "A", -50_000, RowKind.Refund)], [Row(9, "B", -50_000, RowKind.Refund)]).Result.Counts().ShouldBe([(ResultClass.RefundUnmatched, 1, 1)]);

    [Test]
    public void Should_never_match_a_refund_with_a_payment() =>
        Run([Row(1, "A", kind: RowKind.Refund)], [Row(9, "A")]).Result.Counts().ShouldBe([(ResultClass.MissingHere, 0, 1), (ResultClass.RefundUnmatched, 1, 0)]);
}
