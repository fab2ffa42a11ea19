using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Payments.Desk;
using DichVuCong.Registries.Tests.Payments.Support;

namespace DichVuCong.Registries.Tests.Payments;

internal sealed class When_payments_are_recorded
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private PaymentRegistry _registry = null!;

    [SetUp]
    public async Task Start() => _registry = await PaymentRegistry.CreateAsync();

    [TearDown]
    public async Task Stop() => await _registry.DisposeAsync();

    [Test]
    public async Task Should_be_the_same_when_everything_is_told_twice()
    {
        var stated = PaymentRegistry.Obligation(1);
        await _registry.RecordAsync(stated);
        var reference = stated.Orders[0].Reference;
        (object, Guid)[] told =
        [
            .. new object[]
            {
                new UpdateObligationRow(stated.Obligation, ObligationState.Paid, PaymentRegistry.Start, new Vnd(150_000), new Vnd(150_000)),
                Row(reference, OrderState.Paid),
                Kept(reference, "14000001"),
                new KeepRefund(
                    reference, 1, "vnpay", "14000001", new Vnd(50_000), RefundCause.Excess, RefundState.Requested, DecisionNumber: null, Reason: null,
                    PaymentRegistry.Start),
                new KeepReceiptRow(reference, "BL/26E", "0000001", new DateOnly(2026, 3, 4), "https://bienlai.example.vn/1"),
                Entry(reference, 1, 150_000),
                Inquiry("d1", InquiryState.Open),
                new KeepInquiryStep("d1", InquiryStep.BankAnswered, "Đã nhận", "vnpay", PaymentRegistry.Start),
                Found("d1", reference),
            }.Select(message => (message, Guid.NewGuid())),
        ];

        await _registry.RecordAsync(told);
        var once = await SnapshotAsync();
        await _registry.RecordAsync(told);
        await _registry.RecordAsync(told.Concat(told));

        (await SnapshotAsync()).ShouldBe(once);
        var details = (await _registry.Orders.ReadAsync(reference, CancellationToken.None)).ShouldNotBeNull();
        (details.Order.State, details.Order.Collected, details.Order.Partner,
            details.Order.TransactionNo).ShouldBe((OrderState.Paid, new Vnd(150_000), "vnpay", "14000001"));
        details.Transactions.ShouldHaveSingleItem().Amount.ShouldBe(new Vnd(150_000));
        details.Refunds.ShouldHaveSingleItem().State.ShouldBe(RefundState.Requested);
        details.Receipt.ShouldNotBeNull().Number.ShouldBe("0000001");
        (await _registry.Obligations.FindAsync(stated.Obligation, CancellationToken.None))!.Paid.ShouldBe(new Vnd(150_000));
    }

    [Test]
    public async Task Should_keep_the_last_of_several_in_one_batch()
    {
        var stated = PaymentRegistry.Obligation(2);
        var reference = stated.Orders[0].Reference;
        await _registry.RecordAsync(stated);

        await _registry.RecordAsync(
            Row(reference, OrderState.Pending), Row(reference, OrderState.Paid), Inquiry("d2", InquiryState.Open), Inquiry("d2", InquiryState.Closed),
            Kept(reference, "1", PaymentResult.Failed), Kept(reference, "1"));

        var details = (await _registry.Orders.ReadAsync(reference, CancellationToken.None)).ShouldNotBeNull();
        details.Order.State.ShouldBe(OrderState.Paid);
        details.Transactions.ShouldHaveSingleItem().Result.ShouldBe(PaymentResult.Paid);
        (await _registry.Database.ScalarAsync<short>("select state from payment.inquiry where difference = 'd2'")).ShouldBe((short)InquiryState.Closed);
    }

    [Test]
    public async Task Should_put_the_number_in_the_place_of_a_payment_without_one([Values] bool inOneBatch)
    {
        var stated = PaymentRegistry.Obligation(3);
        var reference = stated.Orders[0].Reference;
        await _registry.RecordAsync(stated);
        object[] told = [Kept(reference, ""), Kept(reference, "14000003") with { Numbers = true }];

        if (inOneBatch) await _registry.RecordAsync(told);
        else foreach (var one in told) await _registry.RecordAsync(one);

        (await _registry.Orders.ReadAsync(reference, CancellationToken.None))!.Transactions.ShouldHaveSingleItem().TransactionNo.ShouldBe("14000003");
    }

    [Test]
    public async Task Should_keep_a_number_with_the_order_it_was_first_told_of_and_the_other_claim_beside_it([Values] bool inOneBatch)
    {
        await _registry.RecordAsync(PaymentRegistry.Obligation(4), PaymentRegistry.Obligation(5));
        var (first, second) = (PaymentRegistry.Reference(4), PaymentRegistry.Reference(5));
        object[] told = [Kept(first, "77"), Kept(second, "77")];

        if (inOneBatch) await _registry.RecordAsync(told);
        else foreach (var one in told) await _registry.RecordAsync(one);
        await _registry.RecordAsync(told);

        (await _registry.Orders.ReadAsync(first, CancellationToken.None))!.Transactions.ShouldHaveSingleItem().IsClaimed.ShouldBeFalse();
        (await _registry.Orders.ReadAsync(second, CancellationToken.None))!.Transactions.ShouldHaveSingleItem().IsClaimed.ShouldBeTrue();
        (await _registry.CountAsync("payment.transaction")).ShouldBe(1);
    }

    [Test]
    public async Task Should_list_orders_by_what_is_asked_for()
    {
        await _registry.RecordAsync([.. Enumerable.Range(10, 5).Select(number => PaymentRegistry.Obligation(number))]);
        await _registry.RecordAsync(
            Row(PaymentRegistry.Reference(10), OrderState.Paid), Row(PaymentRegistry.Reference(11), OrderState.Settled),
            new DichVuCong.Registries.Payments.KeepAttempt(PaymentRegistry.Reference(12), "vietqr", PaymentRegistry.Start, "portal"));
        var search = new OrderSearch(_registry.Source);

        (await FindAsync(new OrderCriteria())).ShouldBe([10, 12, 13, 14]);
        (await FindAsync(new OrderCriteria { State = OrderState.Settled })).ShouldBe([11]);
        (await FindAsync(new OrderCriteria { Partner = "vnpay" })).ShouldBe([10]);
        (await FindAsync(new OrderCriteria { Partner = "vietqr" })).ShouldBe([12]);
        (await FindAsync(new OrderCriteria { Agency = Contracts.AgencyCode.Parse("H30") })).ShouldBeEmpty();
        (await FindAsync(new OrderCriteria { SinceBefore = PaymentRegistry.Start.AddMinutes(-1) })).ShouldBeEmpty();
        (await FindAsync(new OrderCriteria { SinceBefore = PaymentRegistry.Start, Limit = 2 })).Count.ShouldBe(2);

        async Task<IReadOnlyList<int>> FindAsync(OrderCriteria criteria) =>
            [.. (await search.FindAsync(criteria, CancellationToken.None)).Select(order =>
                int.Parse(order.Obligation.Value.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture)).Order()];
    }

    internal static UpdateOrderRow Row(PaymentReference reference, OrderState state, long collected = 150_000, long refunded = 0, long settled = 0) => new(
        reference, state, PaymentRegistry.Start, new Vnd(collected), new Vnd(refunded), Vnd.Zero, new Vnd(settled), "vnpay", "14000001", Confirmed: null,
        Differences: 0);

    internal static KeepTransaction Kept(PaymentReference reference, string number, PaymentResult result = PaymentResult.Paid, long amount = 150_000) =>
        new(reference, "vnpay", number, result, new Vnd(amount), PaymentRegistry.Start, Day, PaymentSource.Callback);

    internal static PostLedgerEntry Entry(PaymentReference reference, int entry, long amount, string number = "14000001") => new(
        reference, entry, LedgerKind.Collected, LedgerAccounts.Payer, LedgerAccounts.Clearing("vnpay"), new Vnd(amount), "vnpay", Day, number, 1,
        PaymentRegistry.Start);

    internal static UpdateInquiryRow Inquiry(string difference, InquiryState state) => new(
        difference, "14000001", Day, state, PaymentRegistry.Start, InquiryParty.None, PaymentRegistry.Start.AddDays(45), PaymentRegistry.Start.AddDays(60),
        CarriedTo: null,
        Overdue: false);

    internal static PaymentDifferenceFound Found(string difference, PaymentReference? reference, Contracts.AgencyCode? agency = null) => new(
        difference, DifferenceKind.AmountShort, "vnpay", reference, agency ?? PaymentRegistry.Agency, "14000001", Day, new Vnd(150_000), new Vnd(149_999),
        PaymentRegistry.Start.AddDays(45));

    private async Task<string> SnapshotAsync()
    {
        string[] tables = ["obligation", "payment_order", "transaction", "transaction_claim", "refund", "receipt", "ledger_entry", "ledger_contradiction",
            "inquiry", "inquiry_step", "difference"];
        var parts = new List<string>();
        foreach (var table in tables)
        {
            parts.Add(await _registry.Database.ScalarAsync<string>(
                $"select coalesce(string_agg((to_jsonb(t) - 'updated_at' - 'kept_at')::text, '|' order by t::text), '') from payment.{table} t"));
        }

        return string.Join('\n', parts);
    }
}
