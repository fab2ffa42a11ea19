using DichVuCong.Cli.Load.Payments;

namespace DichVuCong.Cli.Tests.Load;

internal sealed class When_accounting_for_payments
{
    private static readonly DateOnly Day = new(2026, 11, 23);

    [Test]
    public void Should_add_up_when_all_sides_say_the_same()
    {
        var report = ReportOf(
            Order("D1", bank: [Paid("1", 50_000)], ours: [("1", 50_000)]),
            Order("D2", bank: [], ours: [], state: "open"));

        report.Holds.ShouldBeTrue(string.Join("; ", report.Checks.Where(check => !check.Holds)));
        report.Figures["obligations"].ShouldBe(2);
        report.Figures["paid"].ShouldBe(1);
        report.Figures["money_at_banks"].ShouldBe(50_000L);
        report.Figures["money_collected"].ShouldBe(50_000L);
        report.Figures["lost"].ShouldBe(0);
        report.Figures["payments_per_second"].ShouldBe(0.1);
    }

    [Test]
    public void Should_see_a_payment_of_which_nobody_knows()
    {
        var report = ReportOf(Order("D1", bank: [Paid("1", 50_000)], ours: [], state: "pending"));

        report.Holds.ShouldBeFalse();
        report.Figures["lost"].ShouldBe(1);
        Broken(report).ShouldContain("Ngân hàng đã thu mà khoản thu chưa xong");
    }

    [Test]
    public void Should_take_a_payment_that_people_have_before_them()
    {
        var report = ReportOf(Order("D1", bank: [Paid("1", 50_000)], ours: [], state: "pending") with { Inquiries = [Inquiry("1")] });

        report.Holds.ShouldBeTrue(string.Join("; ", Broken(report)));
        report.Figures["lost"].ShouldBe(0);
        report.Figures["open_differences"].ShouldBe(1);
        report.Figures["money_open"].ShouldBe(50_000L);
    }

    [Test]
    public void Should_not_take_a_difference_of_another_payment_for_it() =>
        ReportOf(Order("D1", bank: [Paid("1", 50_000)], ours: []) with { Inquiries = [Inquiry("2")] }).Figures["lost"].ShouldBe(1);

    [TestCase(100_000, 0)]
    [TestCase(99_999, 1)]
    public void Should_find_a_second_payment_in_the_money_of_a_difference_that_names_the_first(long found, int lost)
    {
        var twice = Order("D1", bank: [Paid("1", 50_000), Paid("2", 50_000)], ours: [("1", 50_000)]);

        ReportOf(twice with { Inquiries = [Inquiry("1", expected: 50_000, found)] }).Figures["lost"].ShouldBe(lost);
    }

    [Test]
    public void Should_see_one_dong_that_nobody_asks_about()
    {
        var report = ReportOf(Order("D1", bank: [Paid("1", 50_000)], ours: [("1", 49_999)]));

        Broken(report).ShouldBe(["Tiền ở ngân hàng = Cổng đã thu − đã hoàn + đang tra soát", "Khoản thu lệch tiền mà không có tra soát"]);
    }

    [Test]
    public void Should_see_a_payment_that_no_bank_has()
    {
        var report = ReportOf(Order("D1", bank: [], ours: [("1", 50_000)]));

        Broken(report).ShouldContain("Giao dịch Cổng ghi nhận mà ngân hàng không có");
    }

    [Test]
    public void Should_see_a_payment_that_is_shown_twice() =>
        ReportOf(Order("D1", bank: [Paid("1", 50_000)], ours: [("1", 50_000), ("1", 50_000)])).Figures["doubled"].ShouldBe(1);

    [Test]
    public void Should_see_more_go_back_than_came()
    {
        var twice = Order("D1", bank: [Paid("1", 50_000)], ours: [("1", 50_000)], back: [Back("9", "1", 50_000), Back("10", "1", 50_000)]);

        ReportOf(twice).Figures["doubled"].ShouldBe(1);
    }

    [Test]
    public void Should_want_a_second_payment_to_go_back()
    {
        var kept = Order("D1", bank: [Paid("1", 50_000), Paid("2", 50_000)], ours: [("1", 50_000), ("2", 50_000)]);
        var given = Order("D1", kept.Banks[0].Order.Transactions, [("1", 50_000), ("2", 50_000)], back: [Back("9", "2", 50_000)]) with
        {
            Ours = kept.Ours with { RefundedVnd = 50_000, Refunds = [new PublicRefund(1, "vnpay", "2", 50_000, "done")] },
        };

        Broken(ReportOf(kept)).ShouldBe(["Trả hai lần mà tiền không hoàn, không tra soát"]);
        ReportOf(given).Holds.ShouldBeTrue(string.Join("; ", Broken(ReportOf(given))));
        given.IsAgreed.ShouldBeTrue();
    }

    [TestCase("requested")]
    [TestCase("inProgress")]
    public void Should_not_end_with_a_refund_under_way(string state)
    {
        var order = Order("D1", bank: [Paid("1", 50_000)], ours: [("1", 50_000)]);
        var refunding = order with { Ours = order.Ours with { Refunds = [new PublicRefund(1, "vnpay", "1", 50_000, state)] } };

        refunding.IsAgreed.ShouldBeFalse();
        Broken(ReportOf(refunding)).ShouldContain("Hoàn tiền còn dở");
    }

    [Test]
    public void Should_wait_for_a_payer_who_has_not_acted() =>
        Order("D1", bank: [], ours: [], state: "pending", hasActed: false).IsAgreed.ShouldBeFalse();

    [Test]
    public void Should_leave_an_amount_that_was_told_wrong_to_the_reconciliation()
    {
        var order = Order("D1", bank: [Paid("1", 50_000)], ours: [("1", 49_999)], state: "open");

        order.IsAgreed.ShouldBeFalse();
        order.IsForReconciliation.ShouldBeTrue();
    }

    [Test]
    public void Should_want_the_ministry_to_be_told()
    {
        var agency = Order("D1", bank: [Paid("1", 50_000)], ours: [("1", 50_000)]);
        var init = agency with { Stated = agency.Stated with { MinistryReference = "m-1" } };

        Broken(ReportOf(init)).ShouldBe(["Bộ đã được báo mọi khoản đã thu của mình"]);
        ReportOf(init with { Ministry = new MinistryPayment("m-1", "1", ["1"]) }).Holds.ShouldBeTrue();
        ReportOf(init with { Ministry = new MinistryPayment("m-1", "1", ["1", "2"]) }).Figures["doubled"].ShouldBe(1);
    }

    [Test]
    public void Should_not_add_up_when_a_run_or_the_ledger_is_wrong()
    {
        var order = Order("D1", bank: [Paid("1", 50_000)], ours: [("1", 50_000)]);

        new PaymentReport([order], Outcome(1) with { Breaches = 1 }).Holds.ShouldBeFalse();
        new PaymentReport([order], Outcome(1) with { RunsDue = 1, Runs = [("vnpay-20261123-1", false)] }).Holds.ShouldBeFalse();
        new PaymentReport([order], Outcome(1) with { RunsDue = 1, Runs = [("vnpay-20261123-1", true)] }).Holds.ShouldBeTrue();
        new PaymentReport([order], Outcome(2)).Holds.ShouldBeFalse();
    }

    [Test]
    public void Should_draw_the_same_payments_from_the_same_seed()
    {
        string[] partners = ["vnpay", "vietqr", "mb"];
        List<PaymentDraw> Draw(int seed) => [.. PaymentDraw.Of(new PaymentPlan { Count = 2000, Seed = seed }, partners, ["vietqr", "mb"])];
        var draws = Draw(7);

        draws.Select(draw => draw.Amounts.Sum()).ShouldBe(Draw(7).Select(draw => draw.Amounts.Sum()));
        draws.Select(draw => draw.Amounts.Sum()).ShouldNotBe(Draw(8).Select(draw => draw.Amounts.Sum()));
        draws.Select(draw => draw.Payer).Distinct().Count().ShouldBe(4);
        draws.Where(draw => draw.Payer == PayerPlan.Late).ShouldAllBe(draw => draw.Partner != "vnpay" && !draw.IsInit);
        draws.Where(draw => draw.Payer == PayerPlan.Twice).ShouldAllBe(draw => draw.Partner != draw.Other);
    }

    [Test]
    public void Should_see_a_difference_that_a_wrong_file_left_behind()
    {
        var order = Order("D1", bank: [Paid("1", 50_000)], ours: [("1", 50_000)]);
        var ofOrder = Inquiry("1");

        ReportOf(order with { Inquiries = [ofOrder] }).Holds.ShouldBeTrue("what an order found itself stands");
        Broken(ReportOf(order with { Inquiries = [ofOrder with { Difference = "fb63808f8a25b017aab1ffe05a9b120f" }] }))
            .ShouldBe(["Hai bên đã khớp mà tra soát từ tệp sai còn mở"]);
        ReportOf(order with { Inquiries = [ofOrder with { Difference = "fb63808f8a25b017aab1ffe05a9b120f" }], AgreedBeforeFiles = false })
            .Holds.ShouldBeTrue("the file was right when it was read: we knew of the payment only later");
    }

    [Test]
    public void Should_want_every_way_of_misbehaving()
    {
        var order = Order("D1", bank: [Paid("1", 50_000)], ours: [("1", 50_000)]);
        var struck = new Dictionary<string, long>(StringComparer.Ordinal) { ["slow"] = 3, ["down"] = 0 };

        new PaymentReport([order], Outcome(1) with { ModesKnown = 2, Struck = struck }).Holds.ShouldBeTrue();
        new PaymentReport([order], Outcome(1) with { ModesKnown = 3, Struck = struck }).Holds.ShouldBeFalse();
    }

    [Test]
    public void Should_want_a_broken_file_rejected_and_a_corrected_one_taken()
    {
        var steps = StatementStep.All.ToLookup(step => step.Mode ?? "");

        steps["statement-truncated"].Single().Allows(DayVerdict.Completed).ShouldBeFalse();
        steps["statement-missing"].Single().Allows(DayVerdict.Completed).ShouldBeFalse();
        steps[""].Count().ShouldBe(2, "the right file comes twice");
        steps[""].Last().Allows(DayVerdict.Completed).ShouldBeFalse();
        steps[""].ShouldAllBe(step => !step.Allows(DayVerdict.Wrong) && !step.Allows(DayVerdict.Rejected));
    }

    private static IEnumerable<string> Broken(PaymentReport report) => report.Checks.Where(check => !check.Holds).Select(check => check.Name);

    private static PaymentReport ReportOf(params OrderAccount[] orders) => new(orders, Outcome(orders.Length));

    private static PaymentOutcome Outcome(int submitted) => new() { Submitted = submitted, Whole = TimeSpan.FromSeconds(10) };

    private static BankPayment Paid(string no, long amount) => new(no, amount, IsPaid: true, Day, "taken");

    private static BankPayback Back(string no, string payment, long amount) => new(no, payment, amount, "done", Day);

    private static PublicInquiry Inquiry(string payment, long expected = 50_000, long found = 50_000) =>
        new($"D1-5-{payment}", "statusDiffers", "vnpay", "D1", payment, expected, found);

    private static OrderAccount Order(
        string reference, IReadOnlyList<BankPayment> bank, IReadOnlyList<(string No, long Amount)> ours, string? state = null,
        IReadOnlyList<BankPayback>? back = null, bool hasActed = true)
    {
        var draw = new PaymentDraw(1, PayerPlan.Pays, "vnpay", "mb", [50_000], IsInit: false);
        var shown = new PublicOrder
        {
            Reference = reference,
            State = state ?? "paid",
            CollectedVnd = ours.Sum(payment => payment.Amount),
            RefundedVnd = 0,
            Transactions = [.. ours.Select(payment => new PublicPayment("vnpay", payment.No, "paid", payment.Amount))],
            Refunds = [],
        };
        var atBank = new BankOrder { Sequence = 1, Reference = reference, Payer = "pays", HasActed = hasActed, Transactions = bank, Refunds = back ?? [] };
        return new OrderAccount(new StatedOrder(draw, reference, 50_000, "39410000000001", DateTimeOffset.MaxValue), shown, [("vnpay", atBank)], []);
    }
}
