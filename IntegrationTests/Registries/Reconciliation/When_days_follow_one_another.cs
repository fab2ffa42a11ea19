using DichVuCong.Adapters.Banks.Statements;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Reconciliation;
using DichVuCong.Registries.Tests.Reconciliation.Support;
using DichVuCong.Saga.Reconciliation;
using static DichVuCong.Registries.Tests.Reconciliation.Support.ReconcilingWorld;

namespace DichVuCong.Registries.Tests.Reconciliation;

/// <summary>What one day leaves open is matched with the next, and a corrected file is matched again.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class When_days_follow_one_another
{
    private static readonly DateOnly Next = Day.AddDays(1);
    private ReconcilingWorld _world = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _world = await ReconcilingWorld.StartAsync();
        _world.Clock.Set(Day.AddDays(5), new TimeOnly(9, 0));
    }

    [TearDown]
    public async Task EndAsync() => await _world.DisposeAsync();

    private async Task<RunRow> RunAsync(DateOnly day, string? name = null, params StatementLine[] lines)
    {
        (await _world.TakeAsync(day, lines, name)).Rejection.ShouldBeNull();
        return await _world.RunAsync(day);
    }

    private async Task<RunTotal> TotalAsync(RunRow run, ResultClass found) =>
        (await _world.Runs.TotalsAsync(run.Id, CancellationToken.None)).Single(total => total.Class == (short)found);

    [Test]
    public async Task Should_expect_what_came_after_the_cut_off_in_the_next_file()
    {
        var late = await _world.PaidAsync("FT1", 50_000, At(Day, "23:30:00"));
        var first = await RunAsync(Day);
        (await TotalAsync(first, ResultClass.ExpectedLater)).LedgerCount.ShouldBe(1);
        (await _world.SentAsync<OpenInquiry>()).ShouldBeEmpty();

        var second = await RunAsync(Next, null, Line(late, "FT1", 50_000, Day, "23:30:00") with { BankDate = Next });

        (await TotalAsync(second, ResultClass.Matched)).LedgerCount.ShouldBe(1);
        (await _world.SentAsync<OpenInquiry>()).ShouldBeEmpty();
    }

    [Test]
    public async Task Should_make_it_a_difference_after_one_day()
    {
        var late = await _world.PaidAsync("FT1", 50_000, At(Day, "23:30:00"));
        await RunAsync(Day);
        await RunAsync(Next);

        var opened = (await _world.SentAsync<OpenInquiry>()).ShouldHaveSingleItem();
        (opened.Kind, opened.Reference).ShouldBe((DifferenceKind.ExpectedLaterMissing, late));
    }

    [Test]
    public async Task Should_take_a_payment_at_the_last_second_into_the_bank_s_own_day()
    {
        var atCutOff = await _world.PaidAsync("FT1", 50_000, At(Day, "23:59:59"));
        var before = await _world.PaidAsync("FT2", 60_000, At(Day, "22:59:59"));

        var run = await RunAsync(Day, null, Line(atCutOff, "FT1", 50_000, time: "23:59:59"), Line(before, "FT2", 60_000, time: "22:59:59"));

        (await TotalAsync(run, ResultClass.Matched)).LedgerCount.ShouldBe(2);
        (await TotalAsync(await RunAsync(Next), default)).LedgerCount.ShouldBe(0);
    }

    [Test]
    public async Task Should_carry_an_inquiry_over_and_resolve_it_when_a_later_file_has_it()
    {
        var missing = await _world.PaidAsync("FT1", 50_000);
        (await RunAsync(Day)).Opened.ShouldBe(1);
        var difference = (await _world.SentAsync<OpenInquiry>()).Single().Difference;

        var carried = await RunAsync(Next);
        (carried.Opened, carried.Carried, carried.Resolved).ShouldBe((0, 1, 0));
        (await _world.SentAsync<CarryInquiry>()).ShouldHaveSingleItem().ShouldBe(new CarryInquiry(difference, Next));

        var last = await RunAsync(Next.AddDays(1), null, Line(missing, "FT1", 50_000, Next.AddDays(1)));
        (last.Opened, last.Carried, last.Resolved).ShouldBe((0, 0, 1));
        (await _world.SentAsync<ResolveInquiry>()).ShouldHaveSingleItem().Difference.ShouldBe(difference);
        (await _world.SentAsync<OpenInquiry>()).Count.ShouldBe(1);
    }

    [Test]
    public async Task Should_match_a_confirmed_payment_with_the_line_that_confirmed_it()
    {
        var awaited = await _world.OrderAsync(50_000);
        (await RunAsync(Day, null, Line(awaited, "FT1", 50_000))).Confirmed.ShouldBe(1);
        await _world.TransactionAsync(awaited, "FT1", 50_000, At(Day, "10:00:00"));

        var next = await RunAsync(Next);

        (await TotalAsync(next, ResultClass.Matched)).StatementCount.ShouldBe(1);
        (next.Confirmed, next.Opened).ShouldBe((0, 0));
        (await TotalAsync(await RunAsync(Next.AddDays(1)), default)).LedgerCount.ShouldBe(0);
    }

    [Test]
    public async Task Should_not_carry_what_two_persons_closed()
    {
        await _world.PaidAsync("FT1", 50_000);
        await RunAsync(Day);
        var difference = (await _world.SentAsync<OpenInquiry>()).Single().Difference;
        await _world.ExecuteAsync(
            """
            insert into payment.inquiry (difference, day, state, state_since, answers, deadline, claim_until, overdue)
            values ($1, '2026-11-20', 4, now(), 0, now(), now(), false)
            """,
            difference);
        await _world.ExecuteAsync(
            "insert into payment.inquiry_step (difference, id, step, said, by_account, at) values ($1, gen_random_uuid(), 4, 'agreed', 'vanhanh02', now())", difference);

        var next = await RunAsync(Next);

        (await TotalAsync(next, default)).LedgerCount.ShouldBe(0);
        (next.Carried, next.Resolved).ShouldBe((0, 0));
    }

    [Test]
    public async Task Should_match_a_corrected_file_again()
    {
        var (right, wrong) = (await _world.PaidAsync("FT1", 50_000), await _world.PaidAsync("FT2", 60_000));
        var first = await RunAsync(Day, null, Line(right, "FT1", 50_000), Line(wrong, "FT2", 60_001));
        first.Opened.ShouldBe(1);

        var second = await RunAsync(Day, "MB_20261120_2.txt", Line(right, "FT1", 50_000), Line(wrong, "FT2", 60_000));

        (second.Number, second.Opened, second.Resolved, second.Carried).ShouldBe((2, 0, 1, 0));
        (await TotalAsync(second, ResultClass.Matched)).LedgerCount.ShouldBe(2);
        (await TotalAsync(second, default)).LedgerCount.ShouldBe(2);
        (await _world.Runs.ListAsync("mb", 10, CancellationToken.None)).Count.ShouldBe(2);
    }

    [Test]
    public async Task Should_open_again_what_a_corrected_file_takes_back()
    {
        var paid = await _world.PaidAsync("FT1", 50_000);
        (await RunAsync(Day, null, Line(paid, "FT1", 50_000))).Opened.ShouldBe(0);

        (await RunAsync(Day, "MB_20261120_2.txt")).Opened.ShouldBe(1);
    }

    [Test]
    public async Task Should_not_count_a_corrected_line_twice_that_a_later_day_matched()
    {
        var paid = await _world.PaidAsync("FT1", 50_000, At(Next, "09:00:00"));
        var early = Line(paid, "FT1", 50_000, time: "22:00:00");
        await _world.ExecuteAsync("update payment.transaction set day = '2026-11-21'");
        await RunAsync(Day, null, early with { OurReference = null, PartnerReference = "FTX" });
        await _world.ExecuteAsync("update payment.transaction set transaction_no = 'FTX'");
        (await TotalAsync(await RunAsync(Next), ResultClass.Matched)).StatementCount.ShouldBe(1);

        var corrected = await RunAsync(
            Day, "MB_20261120_2.txt", early with { OurReference = null, PartnerReference = "FTX" }, Line(null, "FEE", 1100, kind: StatementKind.Fee));

        (await TotalAsync(corrected, default)).StatementCount.ShouldBe(0);
        (corrected.Opened, corrected.Carried).ShouldBe((0, 0));
    }

    [Test]
    public async Task Should_match_a_late_file_with_its_own_day()
    {
        var (first, second) = (await _world.PaidAsync("FT1", 50_000), await _world.PaidAsync("FT2", 60_000, At(Next, "10:00:00")));
        var next = await RunAsync(Next, null, Line(second, "FT2", 60_000, Next));
        (next.Opened, (await TotalAsync(next, default)).LedgerCount).ShouldBe((0, 1L));

        var late = await RunAsync(Day, null, Line(first, "FT1", 50_000));

        ((await TotalAsync(late, ResultClass.Matched)).LedgerCount, late.Opened).ShouldBe((1L, 0));
    }

    [Test]
    public async Task Should_tell_a_settlement_that_comes_again_under_the_same_name()
    {
        var paid = await _world.PaidAsync("FT1", 50_000);
        await RunAsync(Day, null, Line(paid, "FT1", 50_000), Line(paid, "ST1", 50_000, kind: StatementKind.Settlement));
        await RunAsync(Day, "MB_20261120_2.txt", Line(paid, "FT1", 50_000), Line(paid, "ST1", 49_000, kind: StatementKind.Settlement));

        var told = await _world.SentAsync<SettleOrder>();
        told.Count.ShouldBe(2);
        told[0].Line.ShouldBe(told[1].Line);
        (await _world.SentAsync<OpenInquiry>()).ShouldBeEmpty();
    }
}
