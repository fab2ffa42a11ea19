using System.Security.Cryptography;
using System.Text;
using DichVuCong.Adapters.Banks.BankForm;
using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Banks.Tests.Fakes;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Banks.Tests.BankForm;

internal sealed class When_calling_a_bank
{
    private static readonly BankRefundOrder Refund = new("RF1", "D25070100000000001", "FT1", new Vnd(150_000), "Hoan phi");

    [Test]
    public async Task Should_sign_what_it_sends_and_carry_the_request_id()
    {
        await using var bank = await FakePartner.StartAsync();
        await CallAsync(bank, BankOperations.Refund, Refund, "{}");

        var request = bank.Requests.ShouldHaveSingleItem();
        request.Path.ShouldBe("/v1/refunds");
        request.Body.ShouldBe(
            """{"requestId":"rq-1","sentAt":"20250701083000","refundReference":"RF1","orderReference":"D25070100000000001","transactionNo":"FT1","amountVnd":150000,"reason":"Hoan phi"}""");
        (request.Headers[BankFormNames.RequestId], request.Headers[BankFormNames.Timestamp]).ShouldBe(("rq-1", "20250701083000"));
        Sample.BankSide.Verifies(request.Headers[BankFormNames.KeyId], request.Headers[BankFormNames.Signature], Encoding.UTF8.GetBytes(request.Body), Calls.Now).ShouldBeTrue();
    }

    [Test]
    public async Task Should_make_an_order()
    {
        var order = new BankOrder("D25070100000000001", new Vnd(150_000), "0123456789", "Le phi", Calls.Now.AddMinutes(15));
        var answer = await DoneAsync(BankOperations.Create, order, """ "orderReference":"D25070100000000001","qrContent":"0002","aliasAccount":"99D1" """);
        answer.ShouldBe(new BankOrderAnswer("0002", null, "99D1"));
    }

    [Test]
    public async Task Should_ask_what_became_of_an_order()
    {
        var answer = await DoneAsync(
            BankOperations.Status,
            new BankStatusQuestion("D25070100000000001"),
            """ "orderReference":"D25070100000000001","transactionNo":"FT1","amountVnd":150000,"status":"SUCCESS","paymentCode":"00","paidAt":"20250701080530" """);
        (answer.Result, answer.Amount, answer.TransactionNo, answer.Partner).ShouldBe((PaymentResult.Paid, new Vnd(150_000), "FT1", "vcb"));
    }

    [Test]
    public async Task Should_read_in_an_answer_what_the_callback_tells()
    {
        var callback = BankCallbackMessage.Compose(Sample.Payment with { Code = "77" }, Sample.BankSide, Calls.Now);
        var fields = Encoding.UTF8.GetString(callback.Body.Span)[1..^1];
        var answer = await DoneAsync(BankOperations.Status, new BankStatusQuestion(Sample.Payment.OrderReference), fields);
        answer.ShouldBe(Sample.Payment with { Code = "77", KeyId = "answer" });
    }

    [Test]
    public async Task Should_get_a_receipt_and_the_holder_of_an_account()
    {
        var receipt = await DoneAsync(
            BankOperations.Receipt, new BankReceiptQuestion("D1", "FT1"), """ "transactionNo":"FT1","receiptNo":"BL1","url":"https://bank.example.test/bl1" """);
        receipt.ShouldBe(new BankReceiptAnswer("BL1", new Uri("https://bank.example.test/bl1")));
        var account = await DoneAsync(
            BankOperations.Account, new BankAccountQuestion("970436", "0123"), """ "account":"0123","holderName":"NGUYEN VAN MAU","isActive":true """);
        (account.HolderName, account.IsActive).ShouldBe(("NGUYEN VAN MAU", true));
        account.ToString().ShouldNotContain("MAU");
    }

    [TestCase("SUCCESS", PaymentResult.Paid)]
    [TestCase("PENDING", PaymentResult.Unknown)]
    [TestCase("FAILED", PaymentResult.Failed)]
    public async Task Should_refund_and_disburse(string status, PaymentResult expected)
    {
        (await DoneAsync(BankOperations.Refund, Refund, $""" "refundReference":"RF1","bankReference":"B1","status":"{status}" """))
            .ShouldBe(new BankTransferAnswer("B1", expected));
        (await DoneAsync(
            BankOperations.Disburse,
            new BankDisbursement("DB1", "970436", "0123", new Vnd(1_000_000), "Chi tra"),
            $""" "disbursementReference":"DB1","status":"{status}" """)).ShouldBe(new BankTransferAnswer("", expected));
    }

    [Test]
    public async Task Should_exchange_a_days_file_and_check_its_hash()
    {
        var content = "a|b|c\n"u8.ToArray();
        var question = new BankFileQuestion(new DateOnly(2025, 7, 1), 1);
        var fields = $""" "day":"20250701","fileName":"GD.txt","content":"{Convert.ToBase64String(content)}","sha256":"{Convert.ToHexString(SHA256.HashData(content))}" """;
        (await DoneAsync(BankOperations.Reconcile, question, fields)).Content.ToArray().ShouldBe(content);
        await using var bank = await FakePartner.StartAsync();
        (await CallAsync(bank, BankOperations.Reconcile, question, $$"""{"requestId":"rq-1","code":"00",{{fields.Replace("YXx", "YXy", StringComparison.Ordinal)}}}"""))
            .ShouldBeOfType<PartnerAnswer<BankFileAnswer>.Unknown>();
        (await DoneAsync(BankOperations.Reconcile, question with { FileType = 2, Content = content }, """ "day":"20250701","fileName":"KQ.txt" """)).Content.Length.ShouldBe(0);
    }

    [TestCase("01", typeof(PartnerAnswer<BankTransferAnswer>.Refused))]
    [TestCase("03", typeof(PartnerAnswer<BankTransferAnswer>.Refused))]
    [TestCase("04", typeof(PartnerAnswer<BankTransferAnswer>.Unknown))]
    [TestCase("05", typeof(PartnerAnswer<BankTransferAnswer>.Refused))]
    [TestCase("06", typeof(PartnerAnswer<BankTransferAnswer>.Refused))]
    [TestCase("97", typeof(PartnerAnswer<BankTransferAnswer>.Refused))]
    [TestCase("98", typeof(PartnerAnswer<BankTransferAnswer>.NotSent))]
    [TestCase("99", typeof(PartnerAnswer<BankTransferAnswer>.Unknown))]
    [TestCase("77", typeof(PartnerAnswer<BankTransferAnswer>.Unknown))]
    public async Task Should_classify_the_codes(string code, Type expected)
    {
        await using var bank = await FakePartner.StartAsync();
        (await CallAsync(bank, BankOperations.Refund, Refund, $$"""{"requestId":"rq-1","code":"{{code}}"}""")).ShouldBeOfType(expected);
    }

    [TestCase("""{"requestId":"rq-2","code":"00","refundReference":"RF1","status":"SUCCESS"}""")]
    [TestCase("""{"requestId":"rq-1","code":"00","refundReference":"RF2","status":"SUCCESS"}""")]
    [TestCase("""{"requestId":"rq-1","code":"00","refundReference":"RF1","status":"OK"}""")]
    [TestCase("""{"requestId":"rq-1"}""")]
    [TestCase("x")]
    public async Task Should_not_believe_an_answer_to_something_else(string body)
    {
        await using var bank = await FakePartner.StartAsync();
        (await CallAsync(bank, BankOperations.Refund, Refund, body)).ShouldBeOfType<PartnerAnswer<BankTransferAnswer>.Unknown>();
    }

    [Test]
    public async Task Should_not_believe_an_answer_that_the_bank_did_not_sign()
    {
        await using var bank = await FakePartner.StartAsync();
        bank.Answers(200, """{"requestId":"rq-1","code":"00","refundReference":"RF1","bankReference":"B1","status":"SUCCESS"}""");
        (await ClientOf(bank).CallAsync(BankOperations.Refund, Refund, "rq-1", default)).ShouldBeOfType<PartnerAnswer<BankTransferAnswer>.Unknown>();
    }

    [TestCase(409)]
    [TestCase(425)]
    [TestCase(429)]
    [TestCase(500)]
    [TestCase(503)]
    public async Task Should_believe_what_the_bank_signed_whatever_the_status(int status)
    {
        await using var bank = await FakePartner.StartAsync();
        (await CallAsync(bank, BankOperations.Refund, Refund, """{"requestId":"rq-1","code":"00","refundReference":"RF1","status":"SUCCESS"}""", status))
            .ShouldBeOfType<PartnerAnswer<BankTransferAnswer>.Done>();
    }

    [TestCase("")]
    [TestCase("a\nb")]
    public async Task Should_refuse_a_request_id_that_cannot_be_one(string id)
    {
        await using var bank = await FakePartner.StartAsync();
        await Should.ThrowAsync<ArgumentException>(() => ClientOf(bank).CallAsync(BankOperations.Refund, Refund, id, default));
    }

    private static BankFormClient ClientOf(FakePartner bank) => new(bank.Http, Sample.Rsa(new Uri(bank.BaseUrl, "/v1/")), new FixedTime(Calls.Now));

    private static async Task<TAnswer> DoneAsync<TRequest, TAnswer>(BankOperation<TRequest, TAnswer> operation, TRequest request, string fields)
        where TAnswer : class
    {
        await using var bank = await FakePartner.StartAsync();
        var answer = await CallAsync(bank, operation, request, $$"""{"requestId":"rq-1","code":"00",{{fields}}}""");
        return answer.ShouldBeOfType<PartnerAnswer<TAnswer>.Done>().Value;
    }

    private static Task<PartnerAnswer<TAnswer>> CallAsync<TRequest, TAnswer>(
        FakePartner bank, BankOperation<TRequest, TAnswer> operation, TRequest request, string answer, int status = 200)
        where TAnswer : class
    {
        var signature = Sample.BankSide.Sign(Encoding.UTF8.GetBytes(answer), Calls.Now)!;
        bank.Answers(status, answer, (BankFormNames.KeyId, signature.KeyId), (BankFormNames.AnswerSignature, signature.Value));
        return ClientOf(bank).CallAsync(operation, request, "rq-1", default);
    }
}
