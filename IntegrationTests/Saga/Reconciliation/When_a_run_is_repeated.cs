using DichVuCong.Contracts.Payments;
using DichVuCong.Saga.Reconciliation;
using static DichVuCong.Saga.Tests.Reconciliation.Rows;

namespace DichVuCong.Saga.Tests.Reconciliation;

internal sealed class When_a_run_is_repeated
{
    [Test]
    public void Should_give_a_difference_the_same_name_when_the_bank_numbers_its_lines_anew()
    {
        var first = Run([Row(1, "A")], [Row(8, "A"), Row(9, "A"), Row(10, "A")]).Found.Differences;
        var again = Run([Row(1, "A")], [Row(108, "A"), Row(109, "A"), Row(110, "A")]).Found.Differences;
        again.Select(each => each.Id).ShouldBe(first.Select(each => each.Id));
        first.Select(each => each.Id).Distinct().Count().ShouldBe(2);
    }

    [Test]
    public void Should_name_differences_of_other_partners_otherwise() =>
        Run([Row(1, "A")], [], Settings with { Partner = "VNPAY" }).Found.Differences.Single().Id.ShouldNotBe(Run([Row(1, "A")], []).Found.Differences.Single().Id);

    [TestCase(RowStatus.Pending, "10:00:00", "1")]
    [TestCase(RowStatus.Done, "10:00:01", "1")]
    [TestCase(RowStatus.Done, "10:00:00", "")]
    public void Should_keep_the_name_when_a_row_of_ours_stands_otherwise(RowStatus status, string at, string account)
    {
        DifferenceId[] Names(ReconciliationRow first) =>
            [.. Run([first, Row(2, "A", 60, account: "1"), Row(3, "B", 60)], [Row(8, "A", 61, account: ""), Row(9, "A", 62, account: "")]).Found.Differences.Select(each => each.Id)];
        Names(Row(1, "A", 60, status: status, at: at, account: account)).ShouldBe(Names(Row(1, "A", 60, account: "1")));
        Names(Row(5, "A", 60, status: status, at: at, account: account)).ShouldNotBe(Names(Row(1, "A", 60, account: "1")));
    }

    [Test]
    public void Should_refuse_a_part_beyond_its_memory() =>
        Should.Throw<InvalidOperationException>(() => Run([Row(1, "A"), Row(2, "A"), Row(3, "A")], [], Settings with { RowsPerPartition = 2 }));

    [Test]
    public void Should_refuse_amounts_that_do_not_add_up_in_64_bits() =>
        Should.Throw<OverflowException>(() => Run([Row(1, "A", long.MaxValue), Row(2, "B", 1)], []));

    [Test]
    public void Should_not_tie_out_when_the_store_loses_a_row()
    {
        var run = new ReconciliationRun(Settings, new LosingStore(), null);
        using (var feed = run.Feed(RowSide.Ledger)) feed.Add([Row(1, "A"), Row(2, "A"), Row(3, "A")]);
        Should.Throw<InvalidOperationException>(() => run.Match()).Message.ShouldContain("tie out");
    }

    [Test]
    public void Should_keep_every_character_of_our_references()
    {
        var made = new HashSet<ReferenceKey>();
        for (ulong drawn = 0; drawn < 55; drawn++) made.Add(ReferenceKey.Of(PaymentReference.Of(Day, 1UL << (int)drawn).Value)).ShouldBeTrue();
        ReferenceKey.Of(PaymentReference.Of(Day, 12345).Value).ShouldBe(ReferenceKey.Ours64(261120, 12345));
        ReferenceKey.Of(PaymentReference.Of(Day.AddDays(1), 1).Value).ShouldNotBe(ReferenceKey.Of(PaymentReference.Of(Day, 1).Value));
        (ReferenceKey.Of("  ").IsNone, ReferenceKey.Of("FT26324000001").IsNone).ShouldBe((true, false));
    }

    /// <summary>Gives the first of three rows twice and the last one not at all.</summary>
    private sealed class LosingStore : IRowStore
    {
        private readonly MemoryRowStore _inner = new();

        public void Prepare(int buckets) => _inner.Prepare(buckets);

        public void Append(int bucket, ReadOnlySpan<ReconciliationRow> rows) => _inner.Append(bucket, rows);

        public long Count(int bucket) => _inner.Count(bucket);

        public void Read(int bucket, Span<ReconciliationRow> rows)
        {
            _inner.Read(bucket, rows);
            if (rows.Length == 3) rows[2] = rows[0];
        }

        public void Release(int bucket) => _inner.Release(bucket);
    }
}
