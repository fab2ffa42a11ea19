using System.Net.Http.Json;
using DichVuCong.Adapters.Banks.BankForm;
using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Adapters.Banks.Vnpay;
using DichVuCong.Contracts.Payments;
using DichVuCong.Testing;

namespace DichVuCong.Sandbox.Tests.Banks;

public class When_a_bank_misbehaves
{
    private BankFixture _sandbox = null!;
    private string _reference = null!;

    [SetUp]
    public async Task SetUp()
    {
        _sandbox = await BankFixture.StartAsync();
        _reference = BankFixture.Reference();
    }

    [TearDown]
    public async Task TearDown() => await _sandbox.DisposeAsync();

    [Test]
    public async Task Should_lose_a_callback_that_a_question_finds()
    {
        await _sandbox.FaultAsync("bank:vnpay", "lose-callback");
        var created = await _sandbox.OpenVnpayAsync(_reference, 10_000);
        await PaidAsync("vnpay");

        (await QueryAsync(created, "Q1")).Result.ShouldBe(PaymentResult.Paid);
        _sandbox.Portal.Payments.ShouldBeEmpty();
    }

    [Test]
    public async Task Should_tell_ten_times()
    {
        await _sandbox.FaultAsync("bank:*", "ten-times");
        await _sandbox.OpenVnpayAsync(_reference, 10_000);

        await _sandbox.ToldAsync(_reference, 10);
        _sandbox.Portal.Payments.Select(payment => payment.Identity).Distinct().Count().ShouldBe(1);
    }

    [TestCase("amount-changed", 9_999)]
    [TestCase("callback-amount", 10_000)]
    public async Task Should_change_the_amount_by_one_dong(string mode, long collected)
    {
        await _sandbox.FaultAsync("bank:vnpay", mode);
        await _sandbox.OpenVnpayAsync(_reference, 10_000);
        await _sandbox.ToldAsync(_reference);

        _sandbox.Portal.Payments.First().Amount.ShouldBe(new Vnd(9_999));
        (await _sandbox.SumsAsync("vnpay")).GetProperty("collected").GetInt64().ShouldBe(collected);
    }

    [TestCase("vnpay")]
    [TestCase("vietqr")]
    [TestCase("mb")]
    public async Task Should_sign_badly(string bank)
    {
        await _sandbox.FaultAsync($"bank:{bank}", "bad-signature");
        if (bank == "vnpay") await _sandbox.OpenVnpayAsync(_reference, 10_000);
        else if (bank == "vietqr") await _sandbox.ScanAsync(_reference, 10_000);
        else await _sandbox.Http.GetAsync((await _sandbox.CreateAsync(_reference, 10_000)).PayUrl);

        await Eventually.HoldsAsync(() => !_sandbox.Portal.Refused.IsEmpty, "a callback is refused");
        _sandbox.Portal.Refused.First().Outcome.ShouldBe(CallbackOutcome.BadSignature);
        _sandbox.Portal.Payments.ShouldBeEmpty();
    }

    [Test]
    public async Task Should_not_know_three_times_and_then_have_it_paid()
    {
        await _sandbox.FaultAsync("bank:vnpay", "pending-thrice");
        var created = await _sandbox.OpenVnpayAsync(_reference, 10_000);
        await PaidAsync("vnpay");

        for (var time = 1; time <= 3; time++) (await QueryAsync(created, $"Q{time}")).Result.ShouldBe(PaymentResult.Unknown);
        (await QueryAsync(created, "Q4")).Result.ShouldBe(PaymentResult.Paid);
    }

    [Test]
    public async Task Should_take_a_refund_and_reject_it()
    {
        var created = await _sandbox.OpenVnpayAsync(_reference, 10_000);
        await _sandbox.ToldAsync(_reference);
        await _sandbox.FaultAsync("bank:vnpay", "refund-rejected");

        (await RefundAsync(created, "F1")).ShouldBeOfType<PartnerAnswer<VnpayRefund>.Done>();
        await Eventually.HoldsAsync(async () => (await QueryAsync(created, Guid.NewGuid().ToString("N"))).Status == "09", "the refund is rejected");
    }

    [Test]
    public async Task Should_do_a_refund_and_not_answer()
    {
        var created = await _sandbox.OpenVnpayAsync(_reference, 10_000);
        await _sandbox.ToldAsync(_reference);
        await _sandbox.FaultAsync("bank:vnpay", "refund-timeout", delayMs: 50);

        (await RefundAsync(created, "F1")).ShouldBeOfType<PartnerAnswer<VnpayRefund>.Unknown>();
        (await _sandbox.OrderAsync("vnpay", _reference)).GetProperty("refunds").GetArrayLength().ShouldBe(1);
        (await QueryAsync(created, "Q1")).Type.ShouldBe("02", "who asks finds the refund");
    }

    [Test]
    public async Task Should_tell_of_a_payment_before_the_order_is_answered()
    {
        await _sandbox.FaultAsync("bank:mb", "early");

        var made = _sandbox.CreateAsync(_reference, 10_000);
        await _sandbox.ToldAsync(_reference);

        made.IsCompleted.ShouldBeFalse("the payment is told first");
        await made;
    }

    [Test]
    public async Task Should_be_down_for_calls_and_callbacks()
    {
        await _sandbox.CreateAsync(_reference, 10_000);
        await _sandbox.FaultAsync("bank:mb", "down");

        var answer = await _sandbox.Bank.CallAsync(BankOperations.Status, new BankStatusQuestion(_reference), "S1", default);
        answer.ShouldBeOfType<PartnerAnswer<PartnerPayment>.Unknown>();
        (await _sandbox.Http.PostAsJsonAsync("/sandbox/banks/mb/payments", new { reference = _reference, amount = 10_000, account = BankFixture.Account }))
            .EnsureSuccessStatusCode();
        (await _sandbox.Http.DeleteAsync(new Uri("/sandbox/faults", UriKind.Relative))).EnsureSuccessStatusCode();

        await _sandbox.ToldAsync(_reference);
    }

    [TestCase("server-error")]
    [TestCase("wrong-json")]
    [TestCase("cut-after")]
    public async Task Should_answer_wrongly(string mode)
    {
        await _sandbox.FaultAsync("bank:mb", mode);
        var order = new BankOrder(_reference, new Vnd(10_000), BankFixture.Account, "Le phi", DateTimeOffset.UtcNow.AddHours(1));

        (await _sandbox.Bank.CallAsync(BankOperations.Create, order, "C1", default)).ShouldBeOfType<PartnerAnswer<BankOrderAnswer>.Unknown>();
    }

    [TestCase("bank:nobody")]
    [TestCase("ministry:nobody")]
    public async Task Should_know_its_parties(string party) =>
        (await _sandbox.Http.PutAsJsonAsync($"/sandbox/faults/{party}", new { mode = "slow" })).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);

    private Task PaidAsync(string bank) =>
        Eventually.HoldsAsync(async () => (await _sandbox.SumsAsync(bank)).GetProperty("payments").GetInt32() == 1, "the payer has paid");

    private async Task<VnpayTransaction> QueryAsync(DateTimeOffset created, string id) =>
        (await _sandbox.Vnpay.QueryAsync(new VnpayQuestion(id, _reference, created), default)).ShouldBeOfType<PartnerAnswer<VnpayTransaction>.Done>().Value;

    private Task<PartnerAnswer<VnpayRefund>> RefundAsync(DateTimeOffset created, string id) => _sandbox.Vnpay.RefundAsync(
        new VnpayRefundOrder
        {
            RequestId = id,
            Reference = _reference,
            OrderCreatedAt = created,
            TransactionNo = _sandbox.Portal.Payments.First().TransactionNo,
            Amount = new Vnd(10_000),
            IsFull = true,
            CreatedBy = "canbo01",
            Info = "Hoan",
        },
        default);
}
