using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Adapters.Banks.VietQr;
using DichVuCong.Banks.Tests.Fakes;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Banks.Tests.VietQr;

internal sealed class When_calling_vietqr
{
    private static readonly VietQrQuestion Question = new("0123456789", "D25070100000000001");

    private static readonly VietQrRefundOrder Refund =
        new() { BankAccount = "0123456789", ReferenceNumber = "REF1", Amount = new Vnd(150_000), Content = "Hoàn phí" };

    // external-parties.md A3, both checksums.
    [Test]
    public async Task Should_send_the_documents_checksums()
    {
        await using var partner = await StartAsync(200, "[]");
        using var client = ClientOf(partner);
        (await client.CheckOrderAsync(Question, default)).ShouldBeOfType<PartnerAnswer<VietQrTransactions>.Done>().Value.Transactions.ShouldBeEmpty();
        await client.RefundAsync(Refund, default);

        var requests = partner.Requests.ToArray();
        requests.Select(request => request.Path).ShouldBe(["/vqr/api/token_generate", "/vqr/api/transactions/check-order", "/vqr/api/transaction/refund"]);
        requests[0].Headers["Authorization"].ShouldBe("Basic dXNlcjE6U0VDUkVU");
        requests[1].Headers["Authorization"].ShouldBe("Bearer t1");
        requests[1].Body.ShouldBe("""{"bankAccount":"0123456789","type":0,"value":"D25070100000000001","checkSum":"6a9f27d594729560e3952ede58e861c3"}""");
        requests[2].Body.ShouldBe(
            """{"bankAccount":"0123456789","referenceNumber":"REF1","amount":"150000","content":"Hoan phi","checkSum":"67e11f0eb5a71f30d48702010abcfdb5","multiTimes":false}""");
    }

    [Test]
    public async Task Should_read_the_transactions_of_an_order()
    {
        await using var partner = await StartAsync(200,
            """[{"referenceNumber":"REF1","orderId":"D25070100000000001","amount":"150000","status":1,"type":0,"timePaid":1751331930,"refundCount":1,"amountRefunded":50000},{"amount":150000,"status":0}]""");
        using var client = ClientOf(partner);
        var done = (await client.CheckOrderAsync(Question, default)).ShouldBeOfType<PartnerAnswer<VietQrTransactions>.Done>();
        done.Value.Transactions.ShouldBe(
        [
            new VietQrTransaction("REF1", "D25070100000000001", new Vnd(150_000), PaymentResult.Paid, "0", DateTimeOffset.FromUnixTimeSeconds(1751331930), 1, new Vnd(50_000)),
            new VietQrTransaction("", "", new Vnd(150_000), PaymentResult.Unknown, "", null, 0, Vnd.Zero),
        ]);
    }

    [TestCase("""{"status":"FAILED","message":"E46"}""", typeof(PartnerAnswer<VietQrTransactions>.Refused))]
    [TestCase("""[{"amount":"x","status":1}]""", typeof(PartnerAnswer<VietQrTransactions>.Unknown))]
    [TestCase("""[{"amount":1,"status":1,"type":0,"refundCount":"x"}]""", typeof(PartnerAnswer<VietQrTransactions>.Unknown))]
    [TestCase("""[{"amount":1,"status":1,"type":0,"amountRefunded":"50.000"}]""", typeof(PartnerAnswer<VietQrTransactions>.Unknown))]
    [TestCase("""[{"amount":1,"status":1,"type":0,"amountRefunded":-1}]""", typeof(PartnerAnswer<VietQrTransactions>.Unknown))]
    [TestCase("""[{"amount":1,"status":1,"type":0,"orderId":"D25070100000000002"}]""", typeof(PartnerAnswer<VietQrTransactions>.Unknown))]
    [TestCase("""[1]""", typeof(PartnerAnswer<VietQrTransactions>.Unknown))]
    [TestCase("x", typeof(PartnerAnswer<VietQrTransactions>.Unknown))]
    public async Task Should_say_what_it_could_not_learn(string body, Type expected)
    {
        await using var partner = await StartAsync(200, body);
        using var client = ClientOf(partner);
        (await client.CheckOrderAsync(Question, default)).ShouldBeOfType(expected);
    }

    [TestCase(""" "status":1,"type":0 """, PaymentResult.Paid)]
    [TestCase(""" "status":1,"type":3,"transType":"C" """, PaymentResult.Paid)]
    [TestCase(""" "status":0,"type":0 """, PaymentResult.Unknown)]
    [TestCase(""" "status":1,"type":0,"transType":"D" """, PaymentResult.Unknown)]
    [TestCase(""" "status":1,"type":6 """, PaymentResult.Unknown)]
    [TestCase(""" "status":1,"type":4 """, PaymentResult.Unknown)]
    [TestCase(""" "status":1 """, PaymentResult.Unknown)]
    public async Task Should_take_only_money_that_came_in_for_paid(string fields, PaymentResult expected)
    {
        await using var partner = await StartAsync(200, $$"""[{"amount":150000,{{fields}}}]""");
        using var client = ClientOf(partner);
        var done = (await client.CheckOrderAsync(Question, default)).ShouldBeOfType<PartnerAnswer<VietQrTransactions>.Done>();
        done.Value.Transactions.ShouldHaveSingleItem().Result.ShouldBe(expected);
    }

    [Test]
    public async Task Should_hold_the_answer_against_the_number_asked_for()
    {
        await using var partner = await StartAsync(200, """[{"amount":1,"status":1,"type":0,"referenceNumber":"REF1","orderId":"D25070100000000001"}]""");
        using var client = ClientOf(partner);
        (await client.CheckOrderAsync(new VietQrQuestion("0123456789", "REF1", ByReferenceNumber: true), default)).ShouldBeOfType<PartnerAnswer<VietQrTransactions>.Done>();
        (await client.CheckOrderAsync(new VietQrQuestion("0123456789", "REF2", ByReferenceNumber: true), default)).ShouldBeOfType<PartnerAnswer<VietQrTransactions>.Unknown>();
    }

    [TestCase("""{"status":"SUCCESS","message":"RF1"}""", typeof(PartnerAnswer<VietQrRefund>.Done))]
    [TestCase("""{"status":"FAILED","message":"E44"}""", typeof(PartnerAnswer<VietQrRefund>.Refused))]
    [TestCase("""{"status":"CHECK"}""", typeof(PartnerAnswer<VietQrRefund>.Unknown))]
    [TestCase("{}", typeof(PartnerAnswer<VietQrRefund>.Unknown))]
    public async Task Should_read_what_became_of_a_refund(string body, Type expected)
    {
        await using var partner = await StartAsync(200, body);
        using var client = ClientOf(partner);
        (await client.RefundAsync(Refund, default)).ShouldBeOfType(expected);
    }

    [Test]
    public async Task Should_ask_for_a_token_again_when_it_ends_or_is_refused()
    {
        await using var partner = await StartAsync(200, "[]");
        var time = new ManualTime();
        using var client = new VietQrClient(partner.Http, SettingsOf(partner), time);
        await client.CheckOrderAsync(Question, default);
        await client.CheckOrderAsync(Question, default);
        Tokens().ShouldBe(1);
        time.Advance(TimeSpan.FromSeconds(295));
        await client.CheckOrderAsync(Question, default);
        Tokens().ShouldBe(2);
        Answer(partner, 401, "");
        (await client.CheckOrderAsync(Question, default)).ShouldBeOfType<PartnerAnswer<VietQrTransactions>.NotSent>();
        Answer(partner, 200, "[]");
        (await client.CheckOrderAsync(Question, default)).ShouldBeOfType<PartnerAnswer<VietQrTransactions>.Done>();
        Tokens().ShouldBe(3);

        int Tokens() => partner.Requests.Count(request => request.Path.EndsWith("token_generate", StringComparison.Ordinal));
    }

    [TestCase(401, "")]
    [TestCase(200, "x")]
    [TestCase(200, """{"access_token":"a b","expires_in":300}""")]
    public async Task Should_send_nothing_without_a_token(int status, string body)
    {
        await using var partner = await FakePartner.StartAsync();
        partner.Answers(status, body);
        using var client = ClientOf(partner);
        (await client.RefundAsync(Refund, default)).ShouldBeOfType<PartnerAnswer<VietQrRefund>.NotSent>();
        partner.Requests.Count.ShouldBe(1);
    }

    private static async Task<FakePartner> StartAsync(int status, string body)
    {
        var partner = await FakePartner.StartAsync();
        Answer(partner, status, body);
        return partner;
    }

    private static void Answer(FakePartner partner, int status, string body) => partner.Answers(request =>
        request.Path.EndsWith("token_generate", StringComparison.Ordinal)
            ? (200, """{"access_token":"t1","token_type":"Bearer","expires_in":300}""", [])
            : (status, body, []));

    private static VietQrSettings SettingsOf(FakePartner partner) => VietQrSettings.Development(new Uri(partner.BaseUrl, "/vqr"));

    private static VietQrClient ClientOf(FakePartner partner) => new(partner.Http, SettingsOf(partner), TimeProvider.System);
}
