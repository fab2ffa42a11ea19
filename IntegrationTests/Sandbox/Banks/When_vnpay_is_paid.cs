using System.Net;
using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Adapters.Banks.Vnpay;
using DichVuCong.Contracts.Payments;
using DichVuCong.Testing;

namespace DichVuCong.Sandbox.Tests.Banks;

public class When_vnpay_is_paid
{
    private BankFixture _sandbox = null!;

    [SetUp]
    public async Task SetUp() => _sandbox = await BankFixture.StartAsync();

    [TearDown]
    public async Task TearDown() => await _sandbox.DisposeAsync();

    [Test]
    public async Task Should_tell_the_portal_and_answer_its_question()
    {
        var reference = BankFixture.Reference();
        var created = await _sandbox.OpenVnpayAsync(reference, 150_000);
        await _sandbox.ToldAsync(reference);

        var told = _sandbox.Portal.Payments.Single();
        told.Amount.ShouldBe(new Vnd(150_000));
        told.Result.ShouldBe(PaymentResult.Paid);
        var answer = (await _sandbox.Vnpay.QueryAsync(new VnpayQuestion("REQ1", reference, created), default))
            .ShouldBeOfType<PartnerAnswer<VnpayTransaction>.Done>();
        answer.Value.Result.ShouldBe(PaymentResult.Paid);
        answer.Value.TransactionNo.ShouldBe(told.TransactionNo);
        var sums = await _sandbox.SumsAsync("vnpay");
        sums.GetProperty("collected").GetInt64().ShouldBe(150_000);
        sums.GetProperty("answers").GetProperty("00").GetInt64().ShouldBe(1);
    }

    [TestCase(CallbackOutcome.UnknownOrder, 10, "givenUp")]
    [TestCase(CallbackOutcome.Duplicate, 1, "taken")]
    [TestCase(CallbackOutcome.TransientFailure, 10, "givenUp")]
    public async Task Should_call_again_as_its_policy_has_it(CallbackOutcome outcome, int calls, string stage)
    {
        _sandbox.Portal.Outcome = (_, _) => outcome;
        var reference = BankFixture.Reference();
        await _sandbox.OpenVnpayAsync(reference, 10_000);

        await _sandbox.ToldAsync(reference, calls);
        await Eventually.HoldsAsync(
            async () => (await _sandbox.SumsAsync("vnpay")).GetProperty("callbacks").GetProperty(stage).GetInt32() == 1, "it is through with it");
        _sandbox.Portal.Payments.Count.ShouldBe(calls);
    }

    [Test]
    public async Task Should_tell_of_an_attempt_that_failed()
    {
        await using var failing = await BankFixture.StartAsync(new() { Payers = BankFixture.Only("fails") });
        var reference = BankFixture.Reference();
        var created = await failing.OpenVnpayAsync(reference, 10_000);
        await failing.ToldAsync(reference);

        failing.Portal.Payments.Single().Result.ShouldBe(PaymentResult.Failed);
        var answer = (await failing.Vnpay.QueryAsync(new VnpayQuestion("REQ1", reference, created), default))
            .ShouldBeOfType<PartnerAnswer<VnpayTransaction>.Done>();
        answer.Value.Result.ShouldBe(PaymentResult.Failed);
    }

    [Test]
    public async Task Should_refund_once_and_say_how_far_it_is()
    {
        var reference = BankFixture.Reference();
        var created = await _sandbox.OpenVnpayAsync(reference, 10_000);
        await _sandbox.ToldAsync(reference);
        var number = _sandbox.Portal.Payments.Single().TransactionNo;

        var made = await _sandbox.Vnpay.RefundAsync(Refund("RF1", 10_000), default);
        var again = await _sandbox.Vnpay.RefundAsync(Refund("RF2", 10_000), default);

        made.ShouldBeOfType<PartnerAnswer<VnpayRefund>.Done>().Value.State.ShouldBe(VnpayRefundState.Accepted);
        again.ShouldNotBeOfType<PartnerAnswer<VnpayRefund>.NotSent>();
        await Eventually.HoldsAsync(
            async () => (await _sandbox.SumsAsync("vnpay")).GetProperty("refunds").GetProperty("done").GetProperty("amount").GetInt64() == 10_000,
            "the money is back");
        var state = (await _sandbox.Vnpay.QueryAsync(new VnpayQuestion("REQ1", reference, created), default))
            .ShouldBeOfType<PartnerAnswer<VnpayTransaction>.Done>();
        state.Value.Type.ShouldBe("02");
        state.Value.Status.ShouldBe("00");

        VnpayRefundOrder Refund(string id, long amount) => new()
        {
            RequestId = id,
            Reference = reference,
            OrderCreatedAt = created,
            TransactionNo = number,
            Amount = new Vnd(amount),
            IsFull = true,
            CreatedBy = "canbo01",
            Info = "Hoan",
        };
    }

    [Test]
    public async Task Should_refuse_a_link_that_was_changed()
    {
        var reference = BankFixture.Reference();
        var now = DateTimeOffset.UtcNow;
        var url = new VnpayPayUrl(_sandbox.VnpaySettings).Of(new VnpayOrder
        {
            Reference = reference,
            Amount = new Vnd(10_000),
            Info = "Le phi",
            PayerIp = IPAddress.Loopback,
            CreatedAt = now,
            ExpiresAt = now.AddMinutes(15),
        });

        var answer = await _sandbox.Http.GetAsync(new Uri(url.AbsoluteUri.Replace("vnp_Amount=1000000", "vnp_Amount=0100000", StringComparison.Ordinal)));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await _sandbox.SumsAsync("vnpay")).GetProperty("orders").GetInt32().ShouldBe(0);
    }

    [Test]
    public async Task Should_not_know_an_order_that_nobody_opened() =>
        (await _sandbox.Vnpay.QueryAsync(new VnpayQuestion("REQ1", BankFixture.Reference(), DateTimeOffset.UtcNow), default))
            .ShouldBeOfType<PartnerAnswer<VnpayTransaction>.Refused>().Kind.ShouldBe(RefusalKind.NotFound);
}
