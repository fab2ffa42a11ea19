using System.Globalization;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts.Payments;
using DichVuCong.Testing;

namespace DichVuCong.Cli.Tests.Payments;

internal sealed class When_looking_after_payments
{
    private PaymentWorld _world = null!;

    [OneTimeSetUp]
    public async Task Start() => _world = await PaymentWorld.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [Test]
    public async Task Should_show_everything_of_an_order()
    {
        var reference = await _world.StateAsync(1);
        await _world.PayAsync(reference, "GD-1");
        await _world.UntilAsync(reference, OrderState.Paid);

        var shown = await _world.As("truc-ban").RunAsync("payments", "order", reference.Value);

        shown.ExitCode.ShouldBe(ExitCodes.Ok, shown.Error);
        shown.Output.ShouldContain("đã thanh toán");
        shown.Output.ShouldContain("GD-1");
        shown.Output.ShouldContain("clearing:vnpay");
        shown.Output.ShouldContain("150.000 ₫");
        shown.Output.ShouldContain("Lệ phí");
        var json = (await _world.As("truc-ban").RunAsync("payments", "order", reference.Value, "--json")).Json;
        json.GetProperty("ledger").GetArrayLength().ShouldBe(1);
        json.GetProperty("order").GetProperty("state").GetString().ShouldBe("paid");
        json.GetProperty("timeline").GetArrayLength().ShouldBeGreaterThanOrEqualTo(4);
    }

    [Test]
    public async Task Should_list_orders_that_are_not_over()
    {
        var reference = await _world.StateAsync(2);
        await _world.PayAsync(reference, "GD-2");
        await _world.UntilAsync(reference, OrderState.Paid);

        (await ListAsync("--state", "Paid", "--agency", "H29.168", "--partner", "vnpay")).ShouldContain(reference.Value);
        (await ListAsync("--state", "Open")).ShouldNotContain(reference.Value);
        (await ListAsync("--older-than", "1h")).ShouldNotContain(reference.Value);
        (await ListAsync("--agency", "H30")).ShouldNotContain(reference.Value);
        (await ListAsync("--transaction", "GD-2")).ShouldContain(reference.Value, customMessage: "a bank's number finds orders that are over too");
        (await ListAsync("--transaction", "GD-0")).ShouldNotContain(reference.Value);
        (await ListAsync("--dossier", "H29.168-261121-5000009")).ShouldNotContain(reference.Value);
        (await _world.As("truc-ban").RunAsync("payments", "orders", "--dossier", "one")).ExitCode.ShouldBe(ExitCodes.Usage);
        (await _world.As("truc-ban").RunAsync("payments", "orders", "--older-than", "bald")).ExitCode.ShouldBe(ExitCodes.Usage);

        async Task<string> ListAsync(params string[] criteria) => (await _world.As("truc-ban").RunAsync(["payments", "orders", "--json", .. criteria])).Output;
    }

    [Test]
    public async Task Should_close_an_inquiry_with_two_persons_alone()
    {
        var reference = await _world.StateAsync(3);
        await _world.PayAsync(reference, "GD-3", 149_999);
        var difference = await DifferenceOfAsync(reference);
        (await _world.As("nguoi-1").RunAsync("payments", "differences", "--partner", "vnpay")).Output.ShouldContain(difference);
        (await _world.As("nguoi-1").RunAsync("payments", "inquiries")).Output.ShouldContain(difference);
        (await _world.As("nguoi-1").RunAsync("payments", "inquiries", "--overdue")).Output.ShouldNotContain(difference);

        (await _world.As("nguoi-1").RunAsync("payments", "answer", difference, "--party", "bank", "--text", "Khách trả thiếu")).ExitCode.ShouldBe(ExitCodes.Ok);
        (await _world.As("nguoi-1").RunAsync("payments", "answer", difference, "--party", "agency", "--text", "Đồng ý")).ExitCode.ShouldBe(ExitCodes.Ok);
        await UntilAsync(difference, InquiryState.Answered);
        (await _world.As("nguoi-2").RunAsync("payments", "decide", difference, "--agree", "--reason", "x")).ExitCode.ShouldBe(ExitCodes.Problems);
        (await _world.As("nguoi-1").RunAsync("payments", "propose", difference, "--reason", " ")).ExitCode.ShouldBe(ExitCodes.Usage);
        (await _world.As("nguoi-1").RunAsync("payments", "propose", difference, "--reason", "Thu thiếu một đồng")).ExitCode.ShouldBe(ExitCodes.Ok);
        await UntilAsync(difference, InquiryState.ClosingProposed);
        (await _world.As(" NGUOI-1").RunAsync("payments", "decide", difference, "--agree", "--reason", "Đúng")).ExitCode.ShouldBe(ExitCodes.Problems);
        (await _world.As("nguoi-2").RunAsync("payments", "decide", difference, "--reason", "Đúng")).ExitCode.ShouldBe(ExitCodes.Usage);
        (await _world.As("nguoi-2").RunAsync("payments", "decide", difference, "--agree", "--reason", "Đúng")).ExitCode.ShouldBe(ExitCodes.Ok);
        await UntilAsync(difference, InquiryState.Closed);

        var shown = await _world.As("nguoi-1").RunAsync("payments", "inquiry", difference);
        foreach (var said in (string[])["Khách trả thiếu", "Thu thiếu một đồng", "đồng ý đóng", "nguoi-2"]) shown.Output.ShouldContain(said);
        (await _world.As("nguoi-1").RunAsync("payments", "inquiries")).Output.ShouldNotContain(difference);
        (await _world.As("nguoi-1").RunAsync("payments", "propose", difference, "--reason", "x")).ExitCode.ShouldBe(ExitCodes.Problems);
        (await _world.As("nguoi-1").RunAsync("payments", "answer", "none", "--party", "bank", "--text", "x")).ExitCode.ShouldBe(ExitCodes.NotFound);
    }

    [Test]
    public async Task Should_say_a_step_that_is_given_twice_once()
    {
        var reference = await _world.StateAsync(4);
        await _world.PayAsync(reference, "GD-4", 149_000);
        var difference = await DifferenceOfAsync(reference);
        var first = await _world.As("nguoi-1").RunAsync("payments", "propose", difference, "--reason", "Thiếu", "--json");
        var second = await _world.As("nguoi-1").RunAsync("payments", "propose", difference, "--reason", "Thiếu", "--json");

        first.Json.GetProperty("isNew").GetBoolean().ShouldBeTrue(first.Error);
        second.ExitCode.ShouldBe(ExitCodes.Ok);
        await UntilAsync(difference, InquiryState.ClosingProposed);
        (await _world.Database.ScalarAsync<long>($"select count(*) from payment.inquiry_step where difference = '{difference}'")).ShouldBe(1);
    }

    [Test]
    public async Task Should_carry_out_a_decision_on_a_refund_once_and_only_with_two_persons()
    {
        var reference = await _world.StateAsync(5);
        await _world.PayAsync(reference, "GD-5");
        await _world.UntilAsync(reference, OrderState.Paid);
        var today = PaymentWorld.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string[] decide = ["payments", "decide-refund", reference.Value, "--number", "12/QĐ", "--date", today, "--reason", "Nộp nhầm", "--amount"];
        string[] approve = ["payments", "decide-refund", reference.Value, "--number", "12/QĐ", "--approve"];

        (await _world.As("ketoan").RunAsync(approve)).ExitCode.ShouldBe(ExitCodes.NotFound);
        (await _world.As("ketoan").RunAsync([.. decide, "150001"])).ExitCode.ShouldBe(ExitCodes.Problems);
        (await _world.As("ketoan").RunAsync([.. decide, "50000"])).ExitCode.ShouldBe(ExitCodes.Ok);
        (await _world.As("ketoan").RunAsync([.. decide, "50000"])).Output.ShouldContain("từ trước");
        var conflict = await _world.As("ketoan").RunAsync([.. decide, "60000"]);
        (conflict.ExitCode, conflict.Error.Contains("12/QĐ", StringComparison.Ordinal)).ShouldBe((ExitCodes.Problems, true));
        (await _world.As("lanhdao").RunAsync("payments", "refunds")).Output.ShouldContain("12/QĐ");
        (await _world.As(" KeToan ").RunAsync(approve)).ExitCode.ShouldBe(ExitCodes.Problems);
        (await _world.As("lanhdao").RunAsync(approve)).ExitCode.ShouldBe(ExitCodes.Ok);
        (await _world.As("lanhdao").RunAsync(approve)).Output.ShouldContain("từ trước");

        await Eventually.HoldsAsync(
            async () => (await _world.Orders.ReadAsync(reference, CancellationToken.None))!.Refunds is [{ State: RefundState.InProgress }],
            "the refund is under way");
        var refund = (await _world.Orders.ReadAsync(reference, CancellationToken.None))!.Refunds.ShouldHaveSingleItem();
        (refund.DecisionNumber, refund.Amount, refund.Cause).ShouldBe(("12/QĐ", new Vnd(50_000), RefundCause.Decision));
        (await _world.Orders.FindAsync(reference, CancellationToken.None))!.Refunding.ShouldBe(new Vnd(50_000));
        (await _world.As("lanhdao").RunAsync("payments", "refunds")).Output.ShouldContain("đối tác đang làm");
        (await _world.As("lanhdao").RunAsync("payments", "order", reference.Value)).Output.ShouldContain("duyệt quyết định hoàn số 12/QĐ");
    }

    [Test]
    public async Task Should_refuse_what_is_not_there()
    {
        (await _world.As("truc-ban").RunAsync("payments", "order", "D2611210123456789A")).ExitCode.ShouldBe(ExitCodes.NotFound);
        (await _world.As("truc-ban").RunAsync("payments", "order", "D26112")).ExitCode.ShouldBe(ExitCodes.Usage);
        (await _world.As("truc-ban").RunAsync("payments", "inquiry", "none")).ExitCode.ShouldBe(ExitCodes.NotFound);
    }

    private async Task<string> DifferenceOfAsync(PaymentReference reference)
    {
        var found = $"select count(*) from payment.difference d join payment.inquiry i on i.difference = d.id where d.reference = '{reference}'";
        await Eventually.HoldsAsync(async () => await _world.Database.ScalarAsync<long>(found) == 1, "the difference is found");
        return await _world.Database.ScalarAsync<string>($"select id from payment.difference where reference = '{reference}'");
    }

    private Task UntilAsync(string difference, InquiryState state) => Eventually.HoldsAsync(
        async () => await _world.Database.ScalarAsync<short>($"select state from payment.inquiry where difference = '{difference}'") == (short)state,
        $"{difference} reaches {state}");
}
