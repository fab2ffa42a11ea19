using DichVuCong.Adapters.Banks.Outbound;
using DichVuCong.Adapters.Banks.Platform;
using DichVuCong.Banks.Tests.Fakes;
using DichVuCong.Banks.Tests.Platform;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;

namespace DichVuCong.Banks.Tests.Outbound;

internal sealed class When_a_ministry_is_told
{
    private static readonly ConfirmPayment Paid = new(
        Known.Order, "DOITAC1", ObligationId.Of("DOITAC1", Sample.Reference), OrderState.Paid, new Vnd(150_000), "vnpay", "GD0001",
        Sample.Paid.ThoiGianGD, Attempt: 1, Number: 3);

    // external-parties.md A2, the vector of the callback with its placeholder CONFIRM.
    [Test]
    public async Task Should_send_the_documents_callback()
    {
        await using var ministry = await FakePartner.StartAsync();
        ministry.Answers(200, """{"MaLoi":"00"}""");

        (await OperationOf(ministry).CallAsync(Paid, Known.Call, default)).Reply.ShouldBe(new ConfirmationTaken(Known.Order, 3));

        ministry.Requests.ShouldHaveSingleItem().Body.ShouldContain("d5d2d75d0390f7628aaaeaab67d312913c7bf487850d7c8af41699ef891893e8");
    }

    [TestCase(OrderState.Settled, "00")]
    [TestCase(OrderState.Expired, "01")]
    [TestCase(OrderState.Refunded, "01")]
    [TestCase(OrderState.Unknown, "03")]
    public async Task Should_say_where_the_order_stands(OrderState state, string maLoi)
    {
        await using var ministry = await FakePartner.StartAsync();
        ministry.Answers(200, """{"MaLoi":"00"}""");
        await OperationOf(ministry).CallAsync(Paid with { State = state, TransactionNo = null }, Known.Call, default);
        ministry.Requests.ShouldHaveSingleItem().Body.ShouldContain($"\"MaLoi\":\"{maLoi}\"");
    }

    [TestCase(200, """{"MaLoi":"99"}""")]
    [TestCase(500, "")]
    [TestCase(200, "hello")]
    public async Task Should_leave_it_to_the_order_when_to_try_again(int status, string reply)
    {
        await using var ministry = await FakePartner.StartAsync();
        ministry.Answers(status, reply);
        var outcome = await OperationOf(ministry).CallAsync(Paid, Known.Call, default);
        outcome.Kind.ShouldBe(OutcomeKind.Refused);
        outcome.Reply.ShouldBeOfType<ConfirmationNotTaken>().Number.ShouldBe(3);
    }

    [Test]
    public async Task Should_wait_for_a_system_that_is_not_configured()
    {
        await using var ministry = await FakePartner.StartAsync();
        (await OperationOf(ministry).CallAsync(Paid with { System = "DOITAC2" }, Known.Call, default)).Kind.ShouldBe(OutcomeKind.Transient);
        ministry.Requests.ShouldBeEmpty();
    }

    private static ConfirmPaymentOperation OperationOf(FakePartner ministry)
    {
        var client = new MinistryCallbackClient(ministry.Http, Sample.Settings, new PlatformPartners(Sample.Settings), new FixedTime(Calls.Now));
        return new ConfirmPaymentOperation(client, new OneMinistry(ministry.BaseUrl), new OneOrder());
    }

    private sealed class OneMinistry(Uri address) : IMinistryDirectory
    {
        public MinistryEndpoint? Find(string system) =>
            system == "DOITAC1" ? new MinistryEndpoint(address, new Dictionary<string, string>(StringComparer.Ordinal)) : null;
    }

    private sealed class OneOrder : IMinistryOrders
    {
        public ValueTask<MinistryOrder?> FindAsync(ObligationId obligation, CancellationToken cancellationToken) => new(new MinistryOrder("Nop le phi", "VCB"));
    }
}
