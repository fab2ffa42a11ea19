using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Adapters.Banks.Vnpay;
using DichVuCong.Banks.Tests.Fakes;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Banks.Tests.Vnpay;

internal sealed class When_asking_vnpay
{
    private static readonly VnpayQuestion Question = new("REQ0001", "TT250701000001", Sample.Order.CreatedAt, "Truy vấn");

    [Test]
    public async Task Should_sign_the_question_like_the_documents_vector()
    {
        await using var partner = await FakePartner.StartAsync();
        await ClientOf(partner).QueryAsync(Question, default);

        partner.Requests.ShouldHaveSingleItem().Body.ShouldBe(
            """{"vnp_RequestId":"REQ0001","vnp_Version":"2.1.0","vnp_Command":"querydr","vnp_TmnCode":"TESTTMN1","vnp_TxnRef":"TT250701000001","vnp_TransactionDate":"20250701080000","vnp_CreateDate":"20250701083000","vnp_IpAddr":"127.0.0.1","vnp_OrderInfo":"Truy van","vnp_SecureHash":"009ffa15836341fd969e59b8f79d95df6f03f56080f97af2f67bf0f04e8a7c04fb1f1f4d27fc57433f604537851366823a14d2cd912b758c2e17ad501a03265d"}""");
    }

    [TestCase("00", PaymentResult.Paid)]
    [TestCase("01", PaymentResult.Unknown)]
    [TestCase("02", PaymentResult.Failed)]
    [TestCase("04", PaymentResult.Unknown)]
    [TestCase("05", PaymentResult.Unknown)]
    [TestCase("06", PaymentResult.Unknown)]
    [TestCase("07", PaymentResult.Unknown)]
    [TestCase("09", PaymentResult.Unknown)]
    [TestCase("55", PaymentResult.Unknown)]
    public async Task Should_read_where_the_payment_stands(string status, PaymentResult expected)
    {
        await using var partner = await FakePartner.StartAsync();
        partner.Answers(200, Sample.SignedAnswer(VnpayPipe.QueryResponse, ("vnp_TransactionStatus", status)));

        var done = (await ClientOf(partner).QueryAsync(Question, default)).ShouldBeOfType<PartnerAnswer<VnpayTransaction>.Done>();

        done.Value.ShouldBe(new VnpayTransaction("TT250701000001", "14000001", new Vnd(150_000), "01", status, expected, "NCB", Sample.Order.CreatedAt.AddSeconds(330)));
    }

    [TestCase("94", typeof(PartnerAnswer<VnpayTransaction>.NotSent))]
    [TestCase("91", typeof(PartnerAnswer<VnpayTransaction>.Refused))]
    [TestCase("02", typeof(PartnerAnswer<VnpayTransaction>.Refused))]
    [TestCase("03", typeof(PartnerAnswer<VnpayTransaction>.Refused))]
    [TestCase("97", typeof(PartnerAnswer<VnpayTransaction>.Refused))]
    [TestCase("99", typeof(PartnerAnswer<VnpayTransaction>.Unknown))]
    [TestCase("42", typeof(PartnerAnswer<VnpayTransaction>.Unknown))]
    public async Task Should_classify_the_codes_of_a_question(string code, Type expected)
    {
        await using var partner = await FakePartner.StartAsync();
        partner.Answers(200, $$"""{"vnp_ResponseCode":"{{code}}","vnp_Message":"x"}""");

        var answer = await ClientOf(partner).QueryAsync(Question, default);

        answer.ShouldBeOfType(expected);
        if (answer is PartnerAnswer<VnpayTransaction>.Refused refused) refused.Kind.ShouldBe(code == "91" ? RefusalKind.NotFound : RefusalKind.Configuration);
    }

    [Test]
    public async Task Should_not_believe_an_answer_that_is_not_signed_or_about_something_else()
    {
        await using var partner = await FakePartner.StartAsync();
        partner.Answers(200, Sample.SignedAnswer(VnpayPipe.QueryResponse).Replace("15000000", "14000000", StringComparison.Ordinal));
        (await ClientOf(partner).QueryAsync(Question, default)).ShouldBeOfType<PartnerAnswer<VnpayTransaction>.Unknown>().Reason.ShouldContain("signature");
        partner.Answers(200, Sample.SignedAnswer(VnpayPipe.QueryResponse, ("vnp_TxnRef", "TT250701000002")));
        (await ClientOf(partner).QueryAsync(Question, default)).ShouldBeOfType<PartnerAnswer<VnpayTransaction>.Unknown>().Reason.ShouldContain("something else");
    }

    [TestCase("vnp_Command", "refund")]
    [TestCase("vnp_Command", "")]
    [TestCase("vnp_TmnCode", "OTHER123")]
    public async Task Should_not_take_the_answer_to_something_else_for_that_to_a_question(string name, string value)
    {
        await using var partner = await FakePartner.StartAsync();
        partner.Answers(200, Sample.SignedAnswer(VnpayPipe.QueryResponse, (name, value)));
        (await ClientOf(partner).QueryAsync(Question, default)).ShouldBeOfType<PartnerAnswer<VnpayTransaction>.Unknown>().Reason.ShouldContain("something else");
    }

    [Test]
    public async Task Should_not_let_a_pipe_move_the_borders_of_fields()
    {
        await using var partner = await FakePartner.StartAsync();
        partner.Answers(200, Sample.SignedAnswer(VnpayPipe.QueryResponse, ("vnp_OrderInfo", "x|y")));
        (await ClientOf(partner).QueryAsync(Question, default)).ShouldBeOfType<PartnerAnswer<VnpayTransaction>.Unknown>().Reason.ShouldContain("signature");
        await Should.ThrowAsync<ArgumentException>(() => ClientOf(partner).RefundAsync(Refund with { CreatedBy = "a|b" }, default));
        await Should.ThrowAsync<ArgumentException>(() => ClientOf(partner).QueryAsync(Question with { Reference = "a|b" }, default));
        partner.Requests.Count.ShouldBe(1);
    }

    [TestCase("vnp_Command", "querydr")]
    [TestCase("vnp_Amount", "14000000")]
    [TestCase("vnp_Amount", "")]
    [TestCase("vnp_TransactionType", "03")]
    [TestCase("vnp_TxnRef", "TT250701000002")]
    public async Task Should_not_take_the_answer_to_something_else_for_that_to_a_refund(string name, string value)
    {
        await using var partner = await FakePartner.StartAsync();
        partner.Answers(200, SignedRefund((name, value)));
        (await ClientOf(partner).RefundAsync(Refund, default)).ShouldBeOfType<PartnerAnswer<VnpayRefund>.Unknown>().Reason.ShouldContain("something else");
    }

    [Test]
    public async Task Should_sign_a_refund_like_the_documents_vector()
    {
        await using var partner = await FakePartner.StartAsync();
        await ClientOf(partner, hour: 9, minute: 0).RefundAsync(Refund, default);
        partner.Requests.ShouldHaveSingleItem().Body.ShouldContain(
            "938cf19d212ec173cce94853fe5c1272e39261c796d95884e9fb5d9eccda5272a3d51e6edb860d54028c505655f4c67d31533f8e30f734f84b5c6fae6b4cb973");
    }

    [TestCase("00", VnpayRefundState.Accepted)]
    [TestCase("94", VnpayRefundState.InProgress)]
    public async Task Should_read_how_far_a_refund_is(string code, VnpayRefundState expected)
    {
        await using var partner = await FakePartner.StartAsync();
        partner.Answers(200, SignedRefund(("vnp_ResponseCode", code)));
        var done = (await ClientOf(partner).RefundAsync(Refund, default)).ShouldBeOfType<PartnerAnswer<VnpayRefund>.Done>();
        (done.Value.State, done.Value.Status).ShouldBe((expected, "05"));
    }

    [TestCase("95", RefusalKind.Business)]
    [TestCase("\"03\"", RefusalKind.Business)]
    [TestCase("91", RefusalKind.NotFound)]
    [TestCase("97", RefusalKind.Configuration)]
    public async Task Should_read_that_a_refund_is_refused(string code, RefusalKind expected)
    {
        await using var partner = await FakePartner.StartAsync();
        partner.Answers(200, $$"""{"vnp_ResponseCode":{{code}}}""");
        (await ClientOf(partner).RefundAsync(Refund, default)).ShouldBeOfType<PartnerAnswer<VnpayRefund>.Refused>().Kind.ShouldBe(expected);
    }

    [TestCase("")]
    [TestCase("a-b")]
    [TestCase("123456789012345678901234567890123")]
    public async Task Should_refuse_a_request_id_that_cannot_be_one(string id)
    {
        await using var partner = await FakePartner.StartAsync();
        await Should.ThrowAsync<ArgumentException>(() => ClientOf(partner).QueryAsync(Question with { RequestId = id }, default));
    }

    private static string SignedRefund(params (string Name, string Value)[] changes) => Sample.SignedAnswer(
        VnpayPipe.RefundResponse, [("vnp_Command", "refund"), ("vnp_TransactionType", "02"), ("vnp_TransactionStatus", "05"), .. changes]);

    private static VnpayRefundOrder Refund => new()
    {
        RequestId = "REQ0002",
        Reference = "TT250701000001",
        OrderCreatedAt = Sample.Order.CreatedAt,
        TransactionNo = "14000001",
        Amount = new Vnd(150_000),
        IsFull = true,
        CreatedBy = "canbo01",
        Info = "Hoàn lệ phí",
    };

    private static VnpayClient ClientOf(FakePartner partner, int hour = 8, int minute = 30)
    {
        var settings = VnpaySettings.Development(partner.BaseUrl, new Uri("https://example.test/return"));
        return new VnpayClient(partner.Http, settings, new FixedTime(new DateTimeOffset(2025, 7, 1, hour, minute, 0, TimeSpan.FromHours(7))));
    }
}
