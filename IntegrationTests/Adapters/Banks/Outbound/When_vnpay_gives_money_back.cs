using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Adapters.Banks.Outbound;
using DichVuCong.Adapters.Banks.Vnpay;
using DichVuCong.Banks.Tests.Fakes;
using DichVuCong.Banks.Tests.Vnpay;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;

namespace DichVuCong.Banks.Tests.Outbound;

internal sealed class When_vnpay_gives_money_back
{
    [Test]
    public async Task Should_ask_before_anything_is_sent_again()
    {
        await using var partner = await FakePartner.StartAsync();
        partner.Answer = (_, context) =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        var operation = OperationOf(partner);
        var refund = Known.Refund("vnpay");

        (await operation.CallAsync(refund, Known.Call, default)).Kind.ShouldBe(OutcomeKind.Unknown);
        operation.RepeatabilityOf(refund).ShouldBe(Repeatability.CanBeAsked);
        partner.Answers(200, Query("02", "05"));
        (await operation.AskAsync(refund, Known.Call, default)).Reply.ShouldBe(new RefundTaken(Known.Order, 1));

        partner.Requests.Select(request => request.Body.Contains("\"querydr\"", StringComparison.Ordinal)).ShouldBe([false, true]);
    }

    [TestCase("01", "00", OutcomeKind.Absent)]
    [TestCase("02", "00", OutcomeKind.Done)]
    [TestCase("02", "09", OutcomeKind.Refused)]
    [TestCase("03", "05", OutcomeKind.Unknown)]
    [TestCase("01", "04", OutcomeKind.Unknown)]
    public async Task Should_say_what_became_of_a_call_without_an_answer(string type, string status, OutcomeKind expected)
    {
        await using var partner = await FakePartner.StartAsync();
        partner.Answers(200, Query(type, status));
        (await OperationOf(partner).AskAsync(Known.Refund("vnpay"), Known.Call, default)).Kind.ShouldBe(expected);
    }

    [Test]
    public async Task Should_tell_that_an_accepted_refund_was_rejected()
    {
        await using var partner = await FakePartner.StartAsync();
        partner.Answers(200, Sample.SignedAnswer(
            VnpayPipe.RefundResponse,
            [("vnp_Command", "refund"), ("vnp_TransactionType", "02"), ("vnp_TransactionStatus", "05"), ("vnp_TxnRef", Known.Order.Value)]));
        (await OperationOf(partner).CallAsync(Known.Refund("vnpay"), Known.Call, default)).Reply.ShouldBe(new RefundTaken(Known.Order, 1));

        partner.Answers(200, Query("02", "09"));
        var state = StateOf(partner, new Known(Known.Record("vnpay", 150_000, RefundState.InProgress, number: 1)));
        (await state.CallAsync(Known.StateQuestion("vnpay"), Known.Call, default)).Reply.ShouldBe(new RefundRejected(Known.Order, 1, "vnp_TransactionStatus 09"));
    }

    [Test]
    public async Task Should_not_believe_an_answer_that_is_not_signed()
    {
        await using var partner = await FakePartner.StartAsync();
        partner.Answers(200, Query("02", "00").Replace("15000000", "14000000", StringComparison.Ordinal));
        var asked = await OperationOf(partner).AskAsync(Known.Refund("vnpay"), Known.Call, default);
        (asked.Kind, asked.Reply).ShouldBe((OutcomeKind.Transient, null));

        partner.Answers(200, Query("02", "00"));
        (await OperationOf(partner).CallAsync(Known.Refund("vnpay"), Known.Call, default)).Kind.ShouldBe(OutcomeKind.Unknown);
    }

    [Test]
    public async Task Should_try_again_while_the_partner_is_down()
    {
        var partner = await FakePartner.StartAsync();
        await partner.DisposeAsync();
        using var http = BankHttp.CreateClient(BankHttp.CreateHandler());
        var operation = new RefundPaymentOperation(new OnePartner("vnpay", new VnpayOperations(ClientOf(http, partner.BaseUrl), new Known())));

        (await operation.CallAsync(Known.Refund("vnpay"), Known.Call, default)).Kind.ShouldBe(OutcomeKind.Transient);
    }

    [TestCase("95", OutcomeKind.Refused)]
    [TestCase("03", OutcomeKind.Refused)]
    [TestCase("91", OutcomeKind.Refused)]
    [TestCase("97", OutcomeKind.Transient)]
    [TestCase("99", OutcomeKind.Unknown)]
    public async Task Should_give_up_only_what_is_refused_for_good(string code, OutcomeKind expected)
    {
        await using var partner = await FakePartner.StartAsync();
        partner.Answers(200, $$"""{"vnp_ResponseCode":"{{code}}"}""");
        var outcome = await OperationOf(partner).CallAsync(Known.Refund("vnpay"), Known.Call, default);
        outcome.Kind.ShouldBe(expected);
        if (expected == OutcomeKind.Refused) outcome.Reply.ShouldBeOfType<RefundRejected>().Number.ShouldBe(1);
    }

    [TestCase(50_000, 70_000, OutcomeKind.Done)]
    [TestCase(50_000, 50_000, OutcomeKind.Unknown)]
    public async Task Should_not_take_one_part_for_another(long first, long second, OutcomeKind expected)
    {
        await using var partner = await FakePartner.StartAsync();
        partner.Answers(200, Query("03", "00", second));
        var known = new Known(Known.Record("vnpay", first, RefundState.Done, number: 1), Known.Record("vnpay", second, RefundState.Requested, number: 2));

        var outcome = await OperationOf(partner, known).AskAsync(Known.Refund("vnpay", second, isFull: false, number: 2), Known.Call, default);

        outcome.Kind.ShouldBe(expected);
    }

    [Test]
    public async Task Should_leave_to_people_what_was_not_started_here()
    {
        await using var partner = await FakePartner.StartAsync();
        var outcome = await OperationOf(partner).CallAsync(Known.Refund("vnpay") with { StartedAt = null }, Known.Call, default);
        outcome.Reply.ShouldBeOfType<RefundRejected>();
        partner.Requests.ShouldBeEmpty();
    }

    private static string Query(string type, string status, long amount = 150_000) => Sample.SignedAnswer(
        VnpayPipe.QueryResponse,
        ("vnp_TransactionType", type), ("vnp_TransactionStatus", status), ("vnp_TxnRef", Known.Order.Value), ("vnp_Amount", VnpayAmount.ToWire(new Vnd(amount))));

    private static RefundPaymentOperation OperationOf(FakePartner partner, IOrderRecords? known = null) =>
        new(new OnePartner("vnpay", new VnpayOperations(ClientOf(partner.Http, partner.BaseUrl), known ?? new Known())));

    private static AskRefundStateOperation StateOf(FakePartner partner, IOrderRecords known) =>
        new(new OnePartner("vnpay", new VnpayOperations(ClientOf(partner.Http, partner.BaseUrl), known)));

    private static VnpayClient ClientOf(HttpClient http, Uri baseUrl) =>
        new(http, VnpaySettings.Development(baseUrl, new Uri("https://example.test/return")), new FixedTime(Calls.Now));
}
