using System.Text;
using DichVuCong.Adapters.Banks.BankForm;
using DichVuCong.Adapters.Banks.Outbound;
using DichVuCong.Banks.Tests.BankForm;
using DichVuCong.Banks.Tests.Fakes;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;
using Newtonsoft.Json.Linq;

namespace DichVuCong.Banks.Tests.Outbound;

internal sealed class When_a_bank_gives_money_back
{
    [TestCase("SUCCESS", typeof(RefundMade))]
    [TestCase("PENDING", typeof(RefundTaken))]
    [TestCase("FAILED", typeof(RefundRejected))]
    public async Task Should_say_how_far_it_is(string status, Type expected)
    {
        await using var bank = await StartAsync(status);
        (await OperationOf(bank).CallAsync(Known.Refund("vcb"), Known.Call, default)).Reply.ShouldBeOfType(expected);
    }

    [Test]
    public async Task Should_be_asked_by_the_same_request()
    {
        await using var bank = await StartAsync("PENDING");
        var operation = OperationOf(bank);
        operation.RepeatabilityOf(Known.Refund("vcb")).ShouldBe(Repeatability.Deduplicates());
        await operation.CallAsync(Known.Refund("vcb"), Known.Call, default);
        var state = new AskRefundStateOperation(new OnePartner(
            "vcb", new BankOrderOperations(ClientOf(bank), new Known(Known.Record("vcb", 150_000, RefundState.InProgress, number: 1)))));
        await state.CallAsync(Known.StateQuestion("vcb"), Known.Call, default);

        bank.Requests.Select(request => request.Body).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem()
            .ShouldContain("\"requestId\":\"D25070100000000001-refund-1\"");
    }

    [Test]
    public async Task Should_tell_that_an_accepted_refund_was_rejected()
    {
        await using var bank = await StartAsync("FAILED");
        var operations = new BankOrderOperations(ClientOf(bank), new Known(Known.Record("vcb", 150_000, RefundState.InProgress, number: 1)));
        var outcome = await new AskRefundStateOperation(new OnePartner("vcb", operations)).CallAsync(Known.StateQuestion("vcb"), Known.Call, default);
        outcome.Kind.ShouldBe(OutcomeKind.Refused);
        outcome.Reply.ShouldBe(new RefundRejected(Known.Order, 1, "the bank could not give the money back"));
    }

    [Test]
    public async Task Should_not_believe_what_the_bank_did_not_sign()
    {
        await using var bank = await StartAsync("SUCCESS", isSigned: false);
        (await OperationOf(bank).CallAsync(Known.Refund("vcb"), Known.Call, default)).Kind.ShouldBe(OutcomeKind.Unknown);
    }

    [TestCase("""{"transactionNo":"FT1","amountVnd":150000,"status":"SUCCESS"}""", typeof(RecordPayment))]
    [TestCase("""{"transactionNo":"FT1","amountVnd":150000,"status":"PENDING"}""", typeof(RecordPayment))]
    [TestCase("""{"amountVnd":150000,"status":"PENDING"}""", typeof(PaymentNotKnown))]
    public async Task Should_tell_a_payment_from_an_order_that_nobody_has_paid(string state, Type expected)
    {
        await using var bank = await FakePartner.StartAsync();
        bank.Answers(request => Signed(request, JObject.Parse(state), isSigned: true));
        var operation = new AskPaymentOperation(new OnePartner("vcb", new BankOrderOperations(ClientOf(bank), new Known())));
        (await operation.CallAsync(Known.Question("vcb"), Known.Call, default)).Reply.ShouldBeOfType(expected);
    }

    private static async Task<FakePartner> StartAsync(string status, bool isSigned = true)
    {
        var bank = await FakePartner.StartAsync();
        bank.Answers(request => Signed(
            request, new JObject { ["refundReference"] = (string?)JObject.Parse(request.Body)["refundReference"], ["status"] = status }, isSigned));
        return bank;
    }

    private static (int Status, string Body, (string Name, string Value)[] Headers) Signed(Received request, JObject answer, bool isSigned)
    {
        var asked = JObject.Parse(request.Body);
        answer["code"] = "00";
        answer["requestId"] = asked["requestId"];
        answer["orderReference"] = asked["orderReference"];
        var body = answer.ToString();
        var signature = Sample.BankSide.Sign(Encoding.UTF8.GetBytes(isSigned ? body : body + " "), Calls.Now)!;
        return (200, body, [(BankFormNames.KeyId, signature.KeyId), (BankFormNames.AnswerSignature, signature.Value)]);
    }

    private static BankFormClient ClientOf(FakePartner bank) => new(bank.Http, Sample.Rsa(bank.BaseUrl), new FixedTime(Calls.Now));

    private static RefundPaymentOperation OperationOf(FakePartner bank) =>
        new(new OnePartner("vcb", new BankOrderOperations(ClientOf(bank), new Known())));
}
