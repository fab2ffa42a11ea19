using DichVuCong.Adapters.Banks.Outbound;
using DichVuCong.Adapters.Banks.VietQr;
using DichVuCong.Adapters.Banks.Vnpay;
using DichVuCong.Banks.Tests.Fakes;
using DichVuCong.Banks.Tests.Vnpay;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;

namespace DichVuCong.Banks.Tests.Outbound;

internal sealed class When_payments_are_asked_about
{
    [TestCase("00", PaymentResult.Paid)]
    [TestCase("01", PaymentResult.Unknown)]
    [TestCase("02", PaymentResult.Failed)]
    public async Task Should_tell_the_order_what_vnpay_says(string status, PaymentResult expected)
    {
        await using var partner = await FakePartner.StartAsync();
        partner.Answers(200, Sample.SignedAnswer(VnpayPipe.QueryResponse, ("vnp_TransactionStatus", status), ("vnp_TxnRef", Known.Order.Value)));

        var outcome = await OfVnpay(partner).CallAsync(Known.Question("vnpay"), Known.Call, default);

        outcome.Reply.ShouldBe(new RecordPayment(
            Known.Order, "vnpay", "14000001", expected, new Vnd(150_000), PaymentSource.Inquiry, Known.StartedAt.AddSeconds(330), BankDate: null, Known.StartedAt));
    }

    [Test]
    public async Task Should_say_that_vnpay_knows_nothing()
    {
        await using var partner = await FakePartner.StartAsync();
        partner.Answers(200, """{"vnp_ResponseCode":"91"}""");
        (await OfVnpay(partner).CallAsync(Known.Question("vnpay"), Known.Call, default)).Reply.ShouldBe(new PaymentNotKnown(Known.Order, "vnpay", Known.StartedAt));
    }

    [TestCase("94")]
    [TestCase("97")]
    [TestCase("99")]
    public async Task Should_ask_again_when_vnpay_cannot_say(string code)
    {
        await using var partner = await FakePartner.StartAsync();
        partner.Answers(200, $$"""{"vnp_ResponseCode":"{{code}}"}""");
        (await OfVnpay(partner).CallAsync(Known.Question("vnpay"), Known.Call, default)).Kind.ShouldBe(OutcomeKind.Transient);
    }

    [Test]
    public async Task Should_not_believe_what_vnpay_did_not_sign()
    {
        await using var partner = await FakePartner.StartAsync();
        partner.Answers(200, Sample.SignedAnswer(VnpayPipe.QueryResponse, ("vnp_TxnRef", Known.Order.Value)).Replace("14000001", "14000002", StringComparison.Ordinal));
        (await OfVnpay(partner).CallAsync(Known.Question("vnpay"), Known.Call, default)).Kind.ShouldBe(OutcomeKind.Transient);
    }

    [Test]
    public async Task Should_ask_with_another_id_every_time()
    {
        await using var partner = await FakePartner.StartAsync();
        partner.Answers(200, """{"vnp_ResponseCode":"91"}""");
        for (var time = 0; time < 2; time++) await OfVnpay(partner).CallAsync(Known.Question("vnpay"), Known.Call, default);
        partner.Requests.Select(request => request.Body).Distinct(StringComparer.Ordinal).Count().ShouldBe(2);
    }

    [Test]
    public async Task Should_find_the_earliest_payment_at_vietqr()
    {
        await using var partner = await FakePartner.StartAsync();
        partner.Answers(request => (200, request.Path.EndsWith("token_generate", StringComparison.Ordinal)
            ? """{"access_token":"t1","expires_in":300}"""
            : """
              [{"referenceNumber":"FT2","orderId":"D25070100000000001","amount":150000,"status":1,"type":0,"timePaid":1751332000},
               {"referenceNumber":"FT1","orderId":"D25070100000000001","amount":150000,"status":1,"type":0,"timePaid":1751331930},
               {"orderId":"D25070100000000001","amount":150000,"status":0,"type":0}]
              """, []));
        using var client = new VietQrClient(partner.Http, VietQrSettings.Development(partner.BaseUrl), new FixedTime(Calls.Now));
        var operation = new AskPaymentOperation(new OnePartner("vietqr", new VietQrOperations(client, new Known())));

        var told = (await operation.CallAsync(Known.Question("vietqr"), Known.Call, default)).Reply.ShouldBeOfType<RecordPayment>();

        (told.TransactionNo, told.Result, told.StartedAt).ShouldBe(("FT1", PaymentResult.Paid, Known.StartedAt));
    }

    [Test]
    public async Task Should_wait_for_a_partner_that_is_not_configured()
    {
        await using var partner = await FakePartner.StartAsync();
        var asked = await OfVnpay(partner).CallAsync(Known.Question("gone"), Known.Call, default);
        (asked.Kind, asked.Reason).ShouldBe((OutcomeKind.Transient, "gone is not configured"));

        var refunds = new RefundPaymentOperation(new OnePartner("vnpay", new VnpayOperations(ClientOf(partner), new Known())));
        var refund = Known.Refund("gone");
        (await refunds.CallAsync(refund, Known.Call, default)).Kind.ShouldBe(OutcomeKind.Transient);
        (await refunds.AskAsync(refund, Known.Call, default)).Kind.ShouldBe(OutcomeKind.Transient);
        refunds.RepeatabilityOf(refund).ShouldBe(Repeatability.CanBeAsked);
        partner.Requests.ShouldBeEmpty();
    }

    private static AskPaymentOperation OfVnpay(FakePartner partner) => new(new OnePartner("vnpay", new VnpayOperations(ClientOf(partner), new Known())));

    private static VnpayClient ClientOf(FakePartner partner) =>
        new(partner.Http, VnpaySettings.Development(partner.BaseUrl, new Uri("https://example.test/return")), new FixedTime(Calls.Now));
}
