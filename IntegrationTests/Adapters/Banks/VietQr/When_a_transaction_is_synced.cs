using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Signatures;
using DichVuCong.Adapters.Banks.VietQr;
using DichVuCong.Banks.Tests.Fakes;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Banks.Tests.VietQr;

internal sealed class When_a_transaction_is_synced
{
    [Test]
    public void Should_read_the_payment() => Sample.Read(Sample.Movement()).ShouldBeVerified().ShouldBe(new PartnerPayment
    {
        Partner = "vietqr",
        OrderReference = "D25070100000000001",
        TransactionNo = "FT25182000001",
        Amount = new Vnd(150_000),
        Result = PaymentResult.Paid,
        Code = "C",
        Account = "0123456789",
        IsNumberedAlone = true,
        PaidAt = DateTimeOffset.FromUnixTimeMilliseconds(1751331930000),
        KeyId = "token",
    });

    [Test]
    public void Should_take_the_names_of_every_generation_of_the_document()
    {
        var body = """{"transactionId":"T1","transactionTime":"1751331930","referenceNumber":"FT1","Amount":"150000","Content":"x","bankAccount":"01","transtype":"C","orderID":"D25070100000000001"}""";
        var payment = Sample.Read(body).ShouldBeVerified();
        (payment.Amount, payment.PaidAt, payment.Account).ShouldBe((new Vnd(150_000), DateTimeOffset.FromUnixTimeSeconds(1751331930), "01"));
    }

    [TestCase("CT DEN D25070100000000001 nop le phi", "D25070100000000001")]
    [TestCase("IBFTd25070100000000001GD 12", "D25070100000000001")]
    [TestCase("D25070100000000001 D25070100000000001", "D25070100000000001")]
    [TestCase("D25070100000000001 D25070100000000002", "")]
    [TestCase("nop le phi", "")]
    public void Should_find_the_order_in_the_memo_when_no_order_id_came(string memo, string expected) =>
        Sample.Read(Sample.Movement(("orderId", ""), ("content", memo))).ShouldBeVerified().OrderReference.ShouldBe(expected);

    [TestCase(null)]
    [TestCase("")]
    [TestCase("  ")]
    public void Should_go_by_the_banks_number_when_no_reference_came(string? none) =>
        Sample.Read(Sample.Movement(("referencenumber", none))).ShouldBeVerified().TransactionNo.ShouldBe("T1");

    [TestCase("")]
    [TestCase("  ")]
    public void Should_know_a_movement_again_that_comes_without_its_order(string none)
    {
        var first = Sample.Read(Sample.Movement()).ShouldBeVerified();
        var again = Sample.Read(Sample.Movement(("orderId", none))).ShouldBeVerified();
        again.OrderReference.ShouldBe("");
        (again.Identity, again.ContentHash).ShouldBe((first.Identity, first.ContentHash));
        Sample.Read(Sample.Movement(("referencenumber", "FT25182000002"))).ShouldBeVerified().Identity.ShouldNotBe(first.Identity);
        Sample.Read(Sample.Movement(("amount", 150001))).ShouldBeVerified().ContentHash.ShouldNotBe(first.ContentHash);
    }

    [Test]
    public void Should_take_a_debit_for_no_payment() => Sample.Read(Sample.Movement(("transType", "D"))).ShouldBeOfType<CallbackReading.NotAPayment>();

    [TestCase("amount", "0", "malformed")]
    [TestCase("amount", "1.5", "malformed")]
    [TestCase("amount", null, "missing")]
    [TestCase("content", null, "missing")]
    [TestCase("bankaccount", "", "missing")]
    [TestCase("transType", "X", "malformed")]
    [TestCase("orderId", "12345678901234567890", "tooLong")]
    [TestCase("orderId", "a b", "malformed")]
    public void Should_name_the_field_that_breaks_the_contract(string name, string? value, string rule) =>
        Sample.Read(Sample.Movement((name, value))).ShouldBeRefused(CallbackOutcome.Malformed, $"transaction-sync.{name}.{rule}");

    [Test]
    public void Should_want_a_number_to_know_it_again() =>
        Sample.Read(Sample.Movement(("referencenumber", ""), ("transactionid", " "))).ShouldBeRefused(CallbackOutcome.Malformed, "transaction-sync.referencenumber.malformed");

    [TestCase("")]
    [TestCase("Bearer ")]
    [TestCase("Bearer bad")]
    [TestCase("Basic good")]
    public void Should_take_nothing_without_a_token_of_ours(string authorization) =>
        Sample.Read(Sample.Movement().ToString(), authorization: authorization).ShouldBeRefused(CallbackOutcome.BadSignature, "transaction-sync.Authorization.wrong");

    [Test]
    public void Should_check_the_sign_where_one_is_agreed()
    {
        var settings = Sample.Settings with { SignFields = ["referencenumber", "amount", "bankaccount"], SecretKeys = Secrets.Rotating("ONE", "TWO") };
        var sign = PlainHash.Hex(PlainHash.Md5("ONEFT251820000011500000123456789"));
        // 08:30 lies in the overlap of the keys.
        Sample.Read(Sample.Movement(("sign", sign)), settings).ShouldBeVerified().KeyId.ShouldBe("old");
        Sample.Read(Sample.Movement(("sign", sign), ("amount", 150001)), settings).ShouldBeRefused(CallbackOutcome.BadSignature, "transaction-sync.sign.wrong");
        Sample.Read(Sample.Movement(), settings).ShouldBeRefused(CallbackOutcome.BadSignature, "transaction-sync.sign.wrong");
    }

    [TestCase("x")]
    [TestCase("")]
    [TestCase("[]")]
    public void Should_call_garbage_malformed(string body) => Sample.Read(body).ShouldBeRefused(CallbackOutcome.Malformed, "transaction-sync.body.malformed");

    [TestCase(CallbackOutcome.Accepted, 200, """{"error":false,"errorReason":"000","toastMessage":"Success","object":{"reftransactionid":"P1"}}""")]
    [TestCase(CallbackOutcome.Duplicate, 200, """{"error":false,"errorReason":"000","toastMessage":"Success","object":{"reftransactionid":"P1"}}""")]
    [TestCase(CallbackOutcome.UnknownOrder, 200, """{"error":true,"errorReason":"E01","toastMessage":"Order not found","object":null}""")]
    [TestCase(CallbackOutcome.AmountMismatch, 200, """{"error":true,"errorReason":"E04","toastMessage":"Invalid amount","object":null}""")]
    [TestCase(CallbackOutcome.BadSignature, 401, """{"error":true,"errorReason":"E97","toastMessage":"Invalid token or sign","object":null}""")]
    [TestCase(CallbackOutcome.TransientFailure, 503, """{"error":true,"errorReason":"E98","toastMessage":"Try again later","object":null}""")]
    [TestCase(CallbackOutcome.Malformed, 400, """{"error":true,"errorReason":"E03","toastMessage":"Invalid data","object":null}""")]
    public void Should_reply_in_vietqrs_form(CallbackOutcome outcome, int status, string expected)
    {
        var reply = new VietQrCallbackForm(Sample.Settings, new OneToken()).Reply(CallbackReading.Unread, outcome, "P1");
        (reply.Status, reply.Text()).ShouldBe((status, expected));
    }
}
