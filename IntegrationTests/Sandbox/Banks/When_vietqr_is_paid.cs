using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Adapters.Banks.VietQr;
using DichVuCong.Contracts.Payments;
using DichVuCong.Testing;

namespace DichVuCong.Sandbox.Tests.Banks;

public class When_vietqr_is_paid
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
    public async Task Should_take_a_token_and_tell_the_transaction()
    {
        await _sandbox.ScanAsync(_reference, 25_000);
        await _sandbox.ToldAsync(_reference);

        var told = _sandbox.Portal.Payments.Single();
        told.Amount.ShouldBe(new Vnd(25_000));
        told.Account.ShouldBe(BankFixture.Account);
        _sandbox.Portal.TokensGiven.ShouldBe(1);
        var rows = (await _sandbox.VietQr.CheckOrderAsync(new VietQrQuestion(BankFixture.Account, _reference), default))
            .ShouldBeOfType<PartnerAnswer<VietQrTransactions>.Done>();
        var row = rows.Value.Transactions.Single();
        row.Result.ShouldBe(PaymentResult.Paid);
        row.ReferenceNumber.ShouldBe(told.TransactionNo);
        row.PaidAt.ShouldNotBeNull();
    }

    [Test]
    public async Task Should_call_again_only_for_what_is_declared_retryable()
    {
        _sandbox.Portal.Outcome = (_, before) => before < 3 ? CallbackOutcome.TransientFailure : CallbackOutcome.UnknownOrder;
        await _sandbox.ScanAsync(_reference, 25_000);

        await _sandbox.ToldAsync(_reference, 4);
        await Eventually.HoldsAsync(
            async () => (await _sandbox.SumsAsync("vietqr")).GetProperty("callbacks").GetProperty("givenUp").GetInt32() == 1,
            "an unknown order is not told again");
        _sandbox.Portal.Payments.Count.ShouldBe(4);
    }

    [Test]
    public async Task Should_refund_no_more_than_was_paid()
    {
        await _sandbox.ScanAsync(_reference, 25_000);
        await _sandbox.ToldAsync(_reference);
        var number = _sandbox.Portal.Payments.Single().TransactionNo;

        var first = await _sandbox.VietQr.RefundAsync(Refund(20_000, multiTimes: true), default);
        var second = await _sandbox.VietQr.RefundAsync(Refund(20_000, multiTimes: true), default);
        var other = await _sandbox.VietQr.RefundAsync(Refund(5_000, multiTimes: false), default);

        first.ShouldBeOfType<PartnerAnswer<VietQrRefund>.Done>();
        second.ShouldBeOfType<PartnerAnswer<VietQrRefund>.Refused>().Code.ShouldBe("E45");
        other.ShouldBeOfType<PartnerAnswer<VietQrRefund>.Refused>().Code.ShouldBe("E44");
        var rows = (await _sandbox.VietQr.CheckOrderAsync(new VietQrQuestion(BankFixture.Account, _reference), default))
            .ShouldBeOfType<PartnerAnswer<VietQrTransactions>.Done>();
        rows.Value.Transactions.Single().Refunded.ShouldBe(new Vnd(20_000));

        VietQrRefundOrder Refund(long amount, bool multiTimes) => new()
        {
            BankAccount = BankFixture.Account,
            ReferenceNumber = number,
            Amount = new Vnd(amount),
            Content = "Hoan",
            MultiTimes = multiTimes,
        };
    }

    [Test]
    public async Task Should_pay_twice_when_its_payer_does()
    {
        await using var twice = await BankFixture.StartAsync(new() { Payers = BankFixture.Only("twice") });
        await twice.ScanAsync(_reference, 25_000);
        await twice.ToldAsync(_reference, 2);

        twice.Portal.Payments.Select(payment => payment.TransactionNo).Distinct().Count().ShouldBe(2);
        (await twice.SumsAsync("vietqr")).GetProperty("paidTwice").GetInt32().ShouldBe(1);
    }
}
