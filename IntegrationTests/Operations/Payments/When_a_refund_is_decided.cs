using System.Globalization;
using System.Net;
using DichVuCong.Contracts.Payments;
using DichVuCong.Operations.Tests.Support;
using DichVuCong.Registries.Payments;
using DichVuCong.Testing;

namespace DichVuCong.Operations.Tests.Payments;

internal sealed class When_a_refund_is_decided
{
    private PaymentWorld _world = null!;

    [OneTimeSetUp]
    public async Task Start() => _world = await PaymentWorld.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [Test]
    public async Task Should_be_carried_out_when_a_second_person_approves()
    {
        var reference = await _world.PaidAsync("REFUND-1");
        using var lan = await _world.Screen.SignInAsync("supervisor", name: "lan");
        using var mai = await _world.Screen.SignInAsync("supervisor", name: "mai");

        (await RecordAsync(lan, reference, "REFUND-1", "50.000")).ShouldBe(HttpStatusCode.SeeOther);
        (await mai.PageAsync("/payments")).ShouldContain("người thứ hai duyệt số 12/QĐ");
        (await ApproveAsync(lan, reference)).ShouldBe(HttpStatusCode.Conflict);
        (await lan.PageAsync($"/payments/orders/{reference}")).ShouldNotContain("Duyệt hoàn");
        (await mai.PageAsync($"/payments/orders/{reference}")).ShouldContain("Duyệt hoàn 50.000 ₫");
        (await ApproveAsync(mai, reference)).ShouldBe(HttpStatusCode.SeeOther);
        (await ApproveAsync(mai, reference)).ShouldBe(HttpStatusCode.SeeOther);

        await Eventually.HoldsAsync(
            async () => (await new OrderLookup(_world.Database.Source).ReadAsync(reference, CancellationToken.None))!.Refunds is [{ State: RefundState.InProgress }],
            "the refund is under way");
        var page = await mai.PageAsync($"/payments/orders/{reference}");
        foreach (var shown in (string[])["đối tác đang làm", "12/QĐ", "dev:lan", "dev:mai"]) page.ShouldContain(shown);
        (await _world.TrailAsync("refund.record", reference.Value), await _world.TrailAsync("refund.approve", reference.Value)).ShouldBe((1, 1));
    }

    [Test]
    public async Task Should_refuse_more_than_was_paid_another_content_and_bad_fields()
    {
        var reference = await _world.PaidAsync("REFUND-2");
        using var lan = await _world.Screen.SignInAsync("operator", name: "lan");

        (await RecordAsync(lan, reference, "REFUND-2", "150001")).ShouldBe(HttpStatusCode.Conflict);
        (await RecordAsync(lan, reference, "REFUND-2", "0")).ShouldBe(HttpStatusCode.BadRequest);
        (await RecordAsync(lan, reference, "REFUND-2", "50,5")).ShouldBe(HttpStatusCode.BadRequest);
        (await RecordAsync(lan, reference, "OTHER", "50000")).ShouldBe(HttpStatusCode.Conflict);
        (await RecordAsync(lan, reference, "REFUND-2", "50000", number: " ")).ShouldBe(HttpStatusCode.BadRequest);
        (await RecordAsync(lan, reference, "REFUND-2", "50000", date: "hôm nay")).ShouldBe(HttpStatusCode.BadRequest);
        (await _world.TrailAsync("refund.record", reference.Value)).ShouldBe(0);
        (await RecordAsync(lan, reference, "REFUND-2", "50000")).ShouldBe(HttpStatusCode.SeeOther);
        (await RecordAsync(lan, reference, "REFUND-2", "60000")).ShouldBe(HttpStatusCode.Conflict);
        (await _world.TrailAsync("refund.record", reference.Value)).ShouldBe(1);
    }

    [Test]
    public async Task Should_take_nothing_from_roles_and_scopes_that_may_not()
    {
        var reference = await _world.PaidAsync("REFUND-3");
        using (var recorder = await _world.Screen.SignInAsync("operator", name: "lan")) await RecordAsync(recorder, reference, "REFUND-3", "50000");
        foreach (var (role, agency, mayRecord) in (List<(string, string?, bool)>)[("viewer", null, false), ("auditor", null, false), ("operator", null, true), ("supervisor", "H26", false)])
        {
            using var client = await _world.Screen.SignInAsync(role, agency);
            if (!mayRecord) (await RecordAsync(client, reference, "REFUND-3", "1000", number: "13/QĐ")).ShouldBe(HttpStatusCode.Forbidden, role);
            (await ApproveAsync(client, reference)).ShouldBe(HttpStatusCode.Forbidden, role);
            if (agency is null) (await client.PageAsync($"/payments/orders/{reference}")).ShouldNotContain("Duyệt hoàn", customMessage: role);
        }

        (await _world.TrailAsync("refund.approve", reference.Value)).ShouldBe(0);
    }

    private static async Task<HttpStatusCode> RecordAsync(
        OperationsClient client, PaymentReference reference, string transaction, string amount, string number = "12/QĐ", string? date = null)
    {
        using var answer = await client.PostAsync(
            "/session", $"/payments/orders/{reference}/refund-decisions", ("payment", $"vnpay|{transaction}"), ("number", number),
            ("date", date ?? PaymentWorld.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("amount", amount), ("route", "Partner"), ("reason", "Nộp nhầm"));
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> ApproveAsync(OperationsClient client, PaymentReference reference)
    {
        using var answer = await client.PostAsync("/session", $"/payments/orders/{reference}/refund-approvals", ("number", "12/QĐ"));
        return answer.StatusCode;
    }
}
