using DichVuCong.Adapters.Banks.Outbound;
using DichVuCong.Adapters.Banks.VietQr;
using DichVuCong.Banks.Tests.Fakes;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;

namespace DichVuCong.Banks.Tests.Outbound;

internal sealed class When_vietqr_gives_money_back
{
    private const string Token = """{"access_token":"t1","expires_in":300}""";

    [Test]
    public async Task Should_give_back_from_the_account_of_the_order()
    {
        await using var partner = await StartAsync("""{"status":"SUCCESS","message":"RF1"}""");
        using var client = ClientOf(partner);

        var outcome = await OperationOf(client).CallAsync(Known.Refund("vietqr"), Known.Call, default);

        outcome.Reply.ShouldBe(new RefundTaken(Known.Order, 1), "taking it does not make it done");
        partner.Requests.Last().Body.ShouldContain($"\"bankAccount\":\"{Known.Account}\",\"referenceNumber\":\"14000001\",\"amount\":\"150000\"");
    }

    [Test]
    public async Task Should_ask_after_a_call_without_an_answer()
    {
        await using var partner = await StartAsync("nothing that can be read");
        using var client = ClientOf(partner);
        var operation = OperationOf(client);
        (await operation.CallAsync(Known.Refund("vietqr"), Known.Call, default)).Kind.ShouldBe(OutcomeKind.Unknown);
        operation.RepeatabilityOf(Known.Refund("vietqr")).ShouldBe(Repeatability.CanBeAsked);
    }

    [TestCase(150_000, typeof(RefundMade))]
    [TestCase(0, typeof(RefundNotShown))]
    [TestCase(20_000, null)]
    public async Task Should_say_what_became_of_one_that_was_taken(long refunded, Type? reply)
    {
        await using var partner = await StartAsync(Payment(refunded));
        using var client = ClientOf(partner);
        var known = new Known(Known.Record("vietqr", 150_000, RefundState.InProgress, number: 1));
        var question = new AskRefundStateOperation(new OnePartner("vietqr", new VietQrOperations(client, known)));

        var outcome = await question.CallAsync(Known.StateQuestion("vietqr"), Known.Call, default);

        outcome.Kind.ShouldBe(OutcomeKind.Done);
        outcome.Reply?.GetType().ShouldBe(reply);
        if (reply is null) outcome.Reply.ShouldBeNull();
    }

    [TestCase(0, OutcomeKind.Absent)]
    [TestCase(50_000, OutcomeKind.Done)]
    [TestCase(20_000, OutcomeKind.Unknown)]
    public async Task Should_compare_the_sum_of_the_refunds(long refunded, OutcomeKind expected)
    {
        await using var partner = await StartAsync(Payment(refunded));
        using var client = ClientOf(partner);
        (await OperationOf(client).AskAsync(Known.Refund("vietqr", 50_000, isFull: false), Known.Call, default)).Kind.ShouldBe(expected);
    }

    [TestCase(RefundState.Done, 100_000, OutcomeKind.Done)]
    [TestCase(RefundState.Done, 50_000, OutcomeKind.Absent)]
    [TestCase(RefundState.Requested, 50_000, OutcomeKind.Unknown)]
    [TestCase(RefundState.Rejected, 50_000, OutcomeKind.Done)]
    public async Task Should_know_which_of_several_it_was(RefundState other, long refunded, OutcomeKind expected)
    {
        await using var partner = await StartAsync(Payment(refunded));
        using var client = ClientOf(partner);
        var known = new Known(Known.Record("vietqr", 50_000, other, number: 1));

        var outcome = await OperationOf(client, known).AskAsync(Known.Refund("vietqr", 50_000, isFull: false, number: 2), Known.Call, default);

        outcome.Kind.ShouldBe(expected);
    }

    [Test]
    public async Task Should_reject_what_it_refuses()
    {
        await using var partner = await StartAsync("""{"status":"FAILED","message":"E46"}""");
        using var client = ClientOf(partner);
        (await OperationOf(client).CallAsync(Known.Refund("vietqr"), Known.Call, default)).Reply.ShouldBe(new RefundRejected(Known.Order, 1, "E46: VietQR refused"));
    }

    [Test]
    public async Task Should_send_nothing_while_the_registry_cannot_be_read()
    {
        await using var partner = await StartAsync("{}");
        using var client = ClientOf(partner);
        (await OperationOf(client, new NothingKnown()).CallAsync(Known.Refund("vietqr"), Known.Call, default)).Kind.ShouldBe(OutcomeKind.Transient);
        partner.Requests.ShouldBeEmpty();
    }

    private static string Payment(long refunded) =>
        $$"""[{"referenceNumber":"14000001","orderId":"D25070100000000001","amount":150000,"status":1,"type":0,"refundCount":1,"amountRefunded":{{refunded}}}]""";

    private static async Task<FakePartner> StartAsync(string answer)
    {
        var partner = await FakePartner.StartAsync();
        partner.Answers(request => (200, request.Path.EndsWith("token_generate", StringComparison.Ordinal) ? Token : answer, []));
        return partner;
    }

    private static VietQrClient ClientOf(FakePartner partner) => new(partner.Http, VietQrSettings.Development(partner.BaseUrl), new FixedTime(Calls.Now));

    private static RefundPaymentOperation OperationOf(VietQrClient client, IOrderRecords? known = null) =>
        new(new OnePartner("vietqr", new VietQrOperations(client, known ?? new Known())));
}
