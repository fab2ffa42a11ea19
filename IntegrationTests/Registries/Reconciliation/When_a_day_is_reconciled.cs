using DichVuCong.Adapters.Banks.Statements;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Reconciliation;
using DichVuCong.Registries.Tests.Reconciliation.Support;
using DichVuCong.Saga.Reconciliation;
using static DichVuCong.Registries.Tests.Reconciliation.Support.ReconcilingWorld;

namespace DichVuCong.Registries.Tests.Reconciliation;

/// <summary>What a run finds, and what it sets in motion.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class When_a_day_is_reconciled
{
    /// <summary>The row of what was given to the run, before it was put into classes.</summary>
    private const ResultClass Given = default;

    private ReconcilingWorld _world = null!;

    [SetUp]
    public async Task StartAsync() => _world = await ReconcilingWorld.StartAsync();

    [TearDown]
    public async Task EndAsync() => await _world.DisposeAsync();

    private async Task<Dictionary<ResultClass, RunTotal>> TotalsAsync(RunRow run) =>
        (await _world.Runs.TotalsAsync(run.Id, CancellationToken.None)).ToDictionary(total => (ResultClass)total.Class);

    [Test]
    public async Task Should_put_every_row_into_one_class_and_tie_out()
    {
        var matched = await _world.PaidAsync("FT1", 50_000);
        await _world.PaidAsync("FT2", 60_000);
        var differs = await _world.PaidAsync("FT3", 70_000);
        await _world.TakeAsync(
            Day,
            [
                Line(matched, "FT1", 50_000), Line(differs, "FT3", 70_001), Line(null, "FT9", 90_000, time: "15:00:00"),
                Line(null, "FEE", 1100, kind: StatementKind.Fee),
            ]);

        var run = await _world.RunAsync(Day);

        var totals = await TotalsAsync(run);
        (totals[ResultClass.Matched].LedgerCount, totals[ResultClass.Matched].StatementAmount).ShouldBe((1L, 50_000L));
        (totals[ResultClass.MissingAtBank].LedgerCount, totals[ResultClass.MissingAtBank].LedgerAmount).ShouldBe((1L, 60_000L));
        (totals[ResultClass.MissingHere].StatementCount, totals[ResultClass.MissingHere].StatementAmount).ShouldBe((1L, 90_000L));
        (totals[ResultClass.AmountDiffers].LedgerAmount, totals[ResultClass.AmountDiffers].StatementAmount).ShouldBe((70_000L, 70_001L));
        var (given, classes) = (totals[Given], totals.Values.Where(total => (byte)total.Class != 0).ToList());
        (given.LedgerCount, given.LedgerAmount).ShouldBe((classes.Sum(total => total.LedgerCount), classes.Sum(total => total.LedgerAmount)));
        (given.StatementCount, given.StatementAmount).ShouldBe((classes.Sum(total => total.StatementCount), classes.Sum(total => total.StatementAmount)));
        (given.LedgerCount, given.LedgerAmount, given.StatementCount, given.StatementAmount).ShouldBe((3L, 180_000L, 3L, 210_001L));
    }

    [Test]
    public async Task Should_open_one_inquiry_for_each_difference()
    {
        var missing = await _world.PaidAsync("FT2", 60_000);
        await _world.TakeAsync(Day, [Line(null, "FT9", 90_000, time: "15:00:00")]);

        var run = await _world.RunAsync(Day);

        var opened = await _world.SentAsync<OpenInquiry>();
        run.Opened.ShouldBe(2);
        var ours = opened.Single(message => message.Kind == DifferenceKind.MissingAtPartner);
        (ours.Reference, ours.Agency!.Value.Value, ours.TransactionNo, ours.Expected, ours.Found, ours.Day).ShouldBe(
            (missing, "H29.168", "FT2", new Vnd(60_000), Vnd.Zero, Day));
        var theirs = opened.Single(message => message.Kind == DifferenceKind.MissingHere);
        (theirs.Reference, theirs.TransactionNo, theirs.Expected, theirs.Found, theirs.Partner).ShouldBe((null, "FT9", Vnd.Zero, new Vnd(90_000), "mb"));
    }

    [TestCase(OrderState.Pending)]
    [TestCase(OrderState.Unknown)]
    [TestCase(OrderState.Open)]
    [TestCase(OrderState.Expired)]
    public async Task Should_confirm_a_payment_that_was_awaited_or_late(OrderState state)
    {
        var awaited = await _world.OrderAsync(50_000, state);
        await _world.OrderAsync(80_000);
        await _world.TakeAsync(Day, [Line(awaited, "FT1", 50_000)]);

        var run = await _world.RunAsync(Day);

        run.Opened.ShouldBe(0);
        var told = (await _world.SentAsync<RecordPayment>()).ShouldHaveSingleItem();
        (told.Reference, told.TransactionNo, told.Result, told.Amount, told.Source, told.BankDate).ShouldBe(
            (awaited, "FT1", PaymentResult.Paid, new Vnd(50_000), PaymentSource.Statement, Day));
        told.PaidAt.ShouldBe(At(Day, "10:00:00"));
    }

    [Test]
    public async Task Should_confirm_a_second_try_after_one_that_failed()
    {
        var awaited = await _world.OrderAsync(50_000);
        await _world.TransactionAsync(awaited, "FT0", 50_000, At(Day, "09:00:00"), PaymentResult.Failed);
        await _world.TakeAsync(Day, [Line(awaited, "FT1", 50_000)]);

        (await _world.RunAsync(Day)).Confirmed.ShouldBe(1);
        (await _world.SentAsync<OpenInquiry>()).ShouldBeEmpty();
    }

    [Test]
    public async Task Should_inquire_when_the_bank_collected_what_it_told_as_failed()
    {
        var failed = await _world.OrderAsync(50_000);
        await _world.TransactionAsync(failed, "FT1", 50_000, At(Day, "10:00:00"), PaymentResult.Failed);
        await _world.TakeAsync(Day, [Line(failed, "FT1", 50_000)]);

        (await _world.RunAsync(Day)).Confirmed.ShouldBe(0);
        (await _world.SentAsync<OpenInquiry>()).ShouldHaveSingleItem().Kind.ShouldBe(DifferenceKind.StatusDiffers);
    }

    [TestCase(OrderState.Expired, 10_000)]
    [TestCase(OrderState.Cancelled, 0)]
    public async Task Should_leave_money_for_an_order_that_is_over_or_half_paid_to_people(OrderState state, long collected)
    {
        var over = await _world.OrderAsync(50_000, state);
        await _world.ExecuteAsync("update payment.payment_order set collected = $2 where reference = $1", over.Value, collected);
        await _world.TakeAsync(Day, [Line(over, "FT1", 50_000)]);

        await _world.RunAsync(Day);

        (await _world.SentAsync<RecordPayment>()).ShouldBeEmpty();
        (await _world.SentAsync<OpenInquiry>()).ShouldHaveSingleItem().Reference.ShouldBe(over);
    }

    [Test]
    public async Task Should_not_confirm_a_payment_of_another_amount()
    {
        var awaited = await _world.OrderAsync(50_000);
        await _world.TakeAsync(Day, [Line(awaited, "FT1", 49_999)]);

        await _world.RunAsync(Day);

        (await _world.SentAsync<RecordPayment>()).ShouldBeEmpty();
        (await _world.SentAsync<OpenInquiry>()).ShouldHaveSingleItem().Kind.ShouldBe(DifferenceKind.AmountDiffers);
    }

    [TestCase("FT1", "FT2")]
    [TestCase("FT2", "FT1")]
    public async Task Should_name_the_payment_of_which_we_do_not_know_as_the_one_too_many(string known, string other)
    {
        var paid = await _world.PaidAsync(known, 50_000);
        await _world.TakeAsync(Day, [Line(paid, "FT1", 50_000), Line(paid, "FT2", 50_000)]);

        await _world.RunAsync(Day);

        var opened = (await _world.SentAsync<OpenInquiry>()).ShouldHaveSingleItem();
        (opened.Kind, opened.Reference, opened.TransactionNo).ShouldBe((DifferenceKind.Duplicate, paid, other));
    }

    [Test]
    public async Task Should_recognise_a_payment_by_the_bank_s_own_number()
    {
        await _world.PaidAsync("FT1", 50_000);
        await _world.TakeAsync(Day, [Line(null, "FT1", 50_000)]);

        (await TotalsAsync(await _world.RunAsync(Day)))[ResultClass.Matched].LedgerCount.ShouldBe(1);
    }

    [Test]
    public async Task Should_tell_orders_what_was_settled()
    {
        var paid = await _world.PaidAsync("FT1", 50_000);
        await _world.TakeAsync(Day, [Line(paid, "FT1", 50_000), Line(paid, "ST1", 50_000, time: "18:00:00", kind: StatementKind.Settlement)]);

        var run = await _world.RunAsync(Day);

        run.Opened.ShouldBe(0);
        var told = (await _world.SentAsync<SettleOrder>()).ShouldHaveSingleItem();
        (told.Reference, told.TransactionNo, told.Amount, told.Account, told.SettledOn).ShouldBe((paid, "FT1", new Vnd(50_000), $"VCB/{Account}", Day));
    }

    [Test]
    public async Task Should_tell_the_order_of_a_settlement_to_another_account()
    {
        var paid = await _world.PaidAsync("FT1", 50_000);
        await _world.TakeAsync(Day, [Line(paid, "FT1", 50_000), Line(paid, "ST1", 50_000, kind: StatementKind.Settlement, account: "999888777")]);

        await _world.RunAsync(Day);

        (await _world.SentAsync<SettleOrder>()).ShouldHaveSingleItem().Account.ShouldBe("999888777");
        (await _world.SentAsync<OpenInquiry>()).ShouldBeEmpty();
    }

    [Test]
    public async Task Should_divide_a_settlement_in_one_sum_over_its_orders()
    {
        var (first, second) = (await _world.PaidAsync("FT1", 50_000), await _world.PaidAsync("FT2", 30_000));
        await _world.TakeAsync(Day, [Line(first, "FT1", 50_000), Line(second, "FT2", 30_000)]);
        await _world.RunAsync(Day);
        var next = Day.AddDays(1);
        _world.Clock.Set(next.AddDays(1), new TimeOnly(9, 0));
        await _world.TakeAsync(next, [Line(null, "SUM1", 80_000, next, kind: StatementKind.Settlement)]);

        var run = await _world.RunAsync(next);

        (run.Opened, run.Settled).ShouldBe((0, 2));
        (await _world.SentAsync<SettleOrder>()).ToDictionary(told => told.Reference, told => told.Amount.Amount).ShouldBe(
            new Dictionary<PaymentReference, long> { [first] = 50_000, [second] = 30_000 }, ignoreOrder: true);
    }

    [Test]
    public async Task Should_match_refunds_that_are_done()
    {
        var paid = await _world.PaidAsync("FT1", 50_000);
        await _world.ExecuteAsync(
            "insert into payment.refund (reference, number, partner, transaction_no, amount, cause, state, since) values ($1, 1, 'mb', 'FT1', 20000, 2, 3, $2)",
            paid.Value, At(Day, "11:00:00").UtcDateTime);
        await _world.TakeAsync(Day, [Line(paid, "FT1", 50_000), Line(paid, "RF1", 20_000, time: "11:00:30", kind: StatementKind.Refund)]);

        var totals = await TotalsAsync(await _world.RunAsync(Day));

        (totals[ResultClass.Matched].LedgerCount, totals[ResultClass.Matched].LedgerAmount).ShouldBe((2L, 30_000L));
        (await _world.SentAsync<OpenInquiry>()).ShouldBeEmpty();
    }

    [Test]
    public async Task Should_not_miss_payments_that_failed_or_never_came()
    {
        var failed = await _world.OrderAsync(50_000);
        await _world.TransactionAsync(failed, "FT1", 50_000, At(Day, "10:00:00"), PaymentResult.Failed);
        await _world.OrderAsync(60_000);
        await _world.TakeAsync(Day, []);

        (await TotalsAsync(await _world.RunAsync(Day)))[Given].LedgerCount.ShouldBe(0);
    }
}
