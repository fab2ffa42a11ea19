using System.Net.Http.Json;
using System.Text.Json;
using DichVuCong.Adapters.Banks.BankForm;
using DichVuCong.Adapters.Banks.Configuration;
using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Contracts.Payments;
using DichVuCong.Testing;

namespace DichVuCong.Sandbox.Tests.Banks;

public class When_a_bank_of_our_form_is_called
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
    public async Task Should_make_an_order_take_the_payment_and_tell_it()
    {
        var order = await _sandbox.CreateAsync(_reference, 75_000);
        (await _sandbox.Http.GetAsync(order.PayUrl)).EnsureSuccessStatusCode();
        await _sandbox.ToldAsync(_reference);

        var told = _sandbox.Portal.Payments.Single();
        told.Amount.ShouldBe(new Vnd(75_000));
        told.Account.ShouldBe(BankFixture.Account);
        var status = (await _sandbox.Bank.CallAsync(BankOperations.Status, new BankStatusQuestion(_reference), "S1", default))
            .ShouldBeOfType<PartnerAnswer<Adapters.Banks.Callbacks.PartnerPayment>.Done>().Value;
        status.Result.ShouldBe(PaymentResult.Paid);
        status.TransactionNo.ShouldBe(told.TransactionNo);
        (await _sandbox.Bank.CallAsync(BankOperations.Receipt, new BankReceiptQuestion(_reference, told.TransactionNo), "R1", default))
            .ShouldBeOfType<PartnerAnswer<BankReceiptAnswer>.Done>();
    }

    [Test]
    public async Task Should_answer_the_same_request_the_same_and_another_with_no()
    {
        await _sandbox.CreateAsync(_reference, 75_000);
        var same = new BankOrder(_reference, new Vnd(75_000), BankFixture.Account, "Le phi", DateTimeOffset.UtcNow.AddHours(2));

        // Another content under the id of before, and another id for an order that is open.
        (await _sandbox.Bank.CallAsync(BankOperations.Create, same, _reference, default)).ShouldBeOfType<PartnerAnswer<BankOrderAnswer>.Unknown>();
        (await _sandbox.Bank.CallAsync(BankOperations.Create, same, "another", default))
            .ShouldBeOfType<PartnerAnswer<BankOrderAnswer>.Refused>().Code.ShouldBe("05");
    }

    [Test]
    public async Task Should_pay_by_the_code_that_the_bank_made()
    {
        var order = await _sandbox.CreateAsync(_reference, 75_000);
        (await _sandbox.Http.PostAsJsonAsync("/sandbox/payers", new { qr = order.QrContent })).EnsureSuccessStatusCode();

        await _sandbox.ToldAsync(_reference);
        (await _sandbox.SumsAsync("mb")).GetProperty("collected").GetInt64().ShouldBe(75_000);
    }

    [Test]
    public async Task Should_refund_by_its_reference_once()
    {
        var order = await _sandbox.CreateAsync(_reference, 75_000);
        await _sandbox.Http.GetAsync(order.PayUrl);
        await _sandbox.ToldAsync(_reference);
        var refund = new BankRefundOrder(_reference + "-1", _reference, _sandbox.Portal.Payments.Single().TransactionNo, new Vnd(75_000), "Hoan");

        var first = (await _sandbox.Bank.CallAsync(BankOperations.Refund, refund, "F1", default)).ShouldBeOfType<PartnerAnswer<BankTransferAnswer>.Done>();
        await Eventually.HoldsAsync(
            async () => (await _sandbox.SumsAsync("mb")).GetProperty("refunds").GetProperty("done").GetProperty("amount").GetInt64() == 75_000,
            "the money is back");
        var again = (await _sandbox.Bank.CallAsync(BankOperations.Refund, refund, "F1", default)).ShouldBeOfType<PartnerAnswer<BankTransferAnswer>.Done>();
        var more = await _sandbox.Bank.CallAsync(
            BankOperations.Refund, refund with { RefundReference = _reference + "-2", Amount = new Vnd(1) }, "F2", default);

        again.Value.BankReference.ShouldBe(first.Value.BankReference);
        again.Value.Result.ShouldBe(PaymentResult.Paid);
        more.ShouldBeOfType<PartnerAnswer<BankTransferAnswer>.Refused>().Code.ShouldBe("06");
    }

    [TestCase("3511000123", true)]
    [TestCase("3511000000", false)]
    public async Task Should_tell_of_an_account(string account, bool isActive) =>
        (await _sandbox.Bank.CallAsync(BankOperations.Account, new BankAccountQuestion("970422", account), "A1", default))
            .ShouldBeOfType<PartnerAnswer<BankAccountAnswer>.Done>().Value.IsActive.ShouldBe(isActive);

    [Test]
    public async Task Should_pass_money_on_once()
    {
        var transfer = new BankDisbursement("CHI-1", "970422", BankFixture.Account, new Vnd(9_000), "Chi");

        var first = (await _sandbox.Bank.CallAsync(BankOperations.Disburse, transfer, "D1", default)).ShouldBeOfType<PartnerAnswer<BankTransferAnswer>.Done>();
        var again = (await _sandbox.Bank.CallAsync(BankOperations.Disburse, transfer, "D2", default)).ShouldBeOfType<PartnerAnswer<BankTransferAnswer>.Done>();

        again.Value.BankReference.ShouldBe(first.Value.BankReference);
        (await _sandbox.SumsAsync("mb")).GetProperty("settled").GetInt64().ShouldBe(9_000);
    }

    [Test]
    public async Task Should_exchange_files()
    {
        var day = new DateOnly(2026, 11, 22);

        (await _sandbox.Bank.CallAsync(BankOperations.Reconcile, new BankFileQuestion(day, 1), "X1", default))
            .ShouldBeOfType<PartnerAnswer<BankFileAnswer>.Done>().Value.FileName.ShouldContain("20261122");
        (await _sandbox.Bank.CallAsync(BankOperations.Reconcile, new BankFileQuestion(day, 2, "answer"u8.ToArray()), "X2", default))
            .ShouldBeOfType<PartnerAnswer<BankFileAnswer>.Done>();
        (await _sandbox.Http.GetFromJsonAsync<JsonElement>("/sandbox/banks/mb/answers"))[0].GetProperty("bytes").GetInt32().ShouldBe(6);
    }

    [Test]
    public async Task Should_sign_with_rsa_by_the_keys_that_it_shows()
    {
        var keys = await _sandbox.Http.GetFromJsonAsync<JsonElement>("/sandbox/banks/mbrsa/keys");
        var settings = BankFormSettings.Development("mbrsa", new Uri(_sandbox.Http.BaseAddress!, "/banks/mbrsa/")) with
        {
            Signature = BankSignature.Rsa,
            Certificates = [new CertificateSetting { KeyId = Text("bankKeyId"), Pem = Text("bankPublicKey") }],
            SigningKeys = [new PrivateKeySetting { KeyId = Text("portalKeyId"), Pem = Text("portalPrivateKey") }],
        };
        settings.Validate(isDevelopment: true).ShouldBeEmpty();
        _sandbox.Portal.Take("/callbacks/mbrsa", new BankCallbackForm(settings));
        var client = new BankFormClient(_sandbox.Partner, settings, TimeProvider.System);
        var order = new BankOrder(_reference, new Vnd(5_000), BankFixture.Account, "Le phi", DateTimeOffset.UtcNow.AddHours(1));

        var made = (await client.CallAsync(BankOperations.Create, order, "C1", default)).ShouldBeOfType<PartnerAnswer<BankOrderAnswer>.Done>();
        await _sandbox.Http.GetAsync(made.Value.PayUrl);

        await _sandbox.ToldAsync(_reference);
        _sandbox.Portal.Refused.ShouldBeEmpty();

        string Text(string name) => keys.GetProperty(name).GetString()!;
    }

    [Test]
    public async Task Should_refuse_who_is_not_the_portal()
    {
        var answer = await _sandbox.Http.PostAsJsonAsync(
            "/banks/mb/orders/status", new { requestId = "1", sentAt = "20261122080000", orderReference = _reference });

        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("97");
    }
}
