using System.Net;
using DichVuCong.Contracts;

namespace DichVuCong.Operations.Tests.Payments;

internal sealed class When_looking_at_payments
{
    private PaymentWorld _world = null!;

    [OneTimeSetUp]
    public async Task Start() => _world = await PaymentWorld.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [Test]
    public async Task Should_find_an_order_by_its_reference_its_dossier_and_the_banks_number()
    {
        var dossier = DossierCode.Parse("H29.168-261121-5000001");
        var reference = await _world.PaidAsync("FIND-1", dossier);
        var other = await _world.PaidAsync("FIND-2");
        using var viewer = await _world.Screen.SignInAsync("viewer");

        foreach (var wanted in (string[])[reference.Value, dossier.Value, "FIND-1"])
        {
            var page = await viewer.PageAsync($"/payments?q={Uri.EscapeDataString(wanted)}");
            page.ShouldContain($"/payments/orders/{reference}", customMessage: wanted);
            page.ShouldNotContain($"/payments/orders/{other}", customMessage: wanted);
        }

        (await viewer.PageAsync("/payments?q=NO-SUCH-NUMBER")).ShouldContain("Không có khoản thu nào như vậy");
    }

    [Test]
    public async Task Should_narrow_the_list_down_and_page_through_it()
    {
        var paid = await _world.PaidAsync("NARROW-1");
        var open = await _world.StateAsync();
        using var viewer = await _world.Screen.SignInAsync("viewer");

        var list = await viewer.PageAsync("/payments?state=Paid&partner=vnpay&agency=H29.168");
        list.ShouldContain($"/payments/orders/{paid}");
        list.ShouldNotContain($"/payments/orders/{open}");
        (await viewer.PageAsync("/payments?state=Open")).ShouldContain($"/payments/orders/{open}");
        (await viewer.PageAsync("/payments?partner=mb")).ShouldNotContain($"/payments/orders/{paid}");
        var behind = await viewer.PageAsync($"/payments?after={DateTimeOffset.UtcNow.AddHours(1).UtcTicks}-{paid}");
        behind.ShouldNotContain($"/payments/orders/{paid}");
    }

    [Test]
    public async Task Should_show_everything_of_one_order_and_the_way_that_it_took()
    {
        var reference = await _world.PaidAsync("ALL-1");
        using var viewer = await _world.Screen.SignInAsync("viewer");

        var page = await viewer.PageAsync($"/payments/orders/{reference}");

        foreach (var shown in (string[])["đã thanh toán", "ALL-1", "clearing:vnpay", "150.000 ₫", "lập khoản thu", "chờ thanh toán → đã thanh toán", "LP01"])
            page.ShouldContain(shown);
        page.ShouldContain("<svg");
        page.ShouldMatch("class=\"taken\" data-edge=\"Open->Paid\"");
        page.ShouldMatch("class=\"current\" data-state=\"Paid\"");
        page.ShouldNotContain("<textarea");
    }

    [Test]
    public async Task Should_speak_English_when_asked_to()
    {
        var reference = await _world.PaidAsync("ENGLISH-1");
        using var viewer = await _world.Screen.SignInAsync("viewer");
        using var switched = await viewer.PostAsync("/session", "/language", ("to", "en"), ("back", "/session"));

        var page = await viewer.PageAsync($"/payments/orders/{reference}");

        foreach (var shown in (string[])["Timeline", "waiting for payment → paid", "order made", "Ledger"]) page.ShouldContain(shown);
        (await viewer.PageAsync("/payments")).ShouldContain("Differences under inquiry, overdue first");
    }

    [Test]
    public async Task Should_keep_operators_to_their_agencies()
    {
        var reference = await _world.PaidAsync("SCOPE-1");
        var difference = await _world.DifferenceAsync("SCOPE-2");
        using var mine = await _world.Screen.SignInAsync("operator", agency: "H29");
        using var others = await _world.Screen.SignInAsync("operator", agency: "H26");

        (await mine.PageAsync("/payments?q=SCOPE-1")).ShouldContain($"/payments/orders/{reference}");
        (await mine.PageAsync("/payments")).ShouldContain($"/payments/inquiries/{difference}");
        (await others.PageAsync("/payments?q=SCOPE-1")).ShouldNotContain($"/payments/orders/{reference}");
        (await others.PageAsync("/payments")).ShouldNotContain($"/payments/inquiries/{difference}");
        (await others.StatusAsync($"/payments/orders/{reference}")).ShouldBe(403);
        (await others.StatusAsync($"/payments/inquiries/{difference}")).ShouldBe(403);
        (await others.StatusAsync($"/payments/inquiries/{difference}/changed?seen=x")).ShouldBe(403);
    }

    [Test]
    public async Task Should_put_what_is_overdue_first()
    {
        var early = await _world.DifferenceAsync("LATE-1");
        var late = await _world.DifferenceAsync("LATE-2");
        await using (var command = _world.Database.Source.CreateCommand(
            $"update payment.inquiry set overdue = true, deadline = now() - interval '3 days' where difference = '{late}'"))
        {
            await command.ExecuteNonQueryAsync();
        }

        using var viewer = await _world.Screen.SignInAsync("viewer");
        var page = await viewer.PageAsync("/payments");

        page.ShouldContain("quá hạn 3 ngày");
        page.IndexOf($"/payments/inquiries/{late}", StringComparison.Ordinal).ShouldBeInRange(0, page.IndexOf($"/payments/inquiries/{early}", StringComparison.Ordinal) - 1);
    }

    [Test]
    public async Task Should_say_which_field_cannot_be_read()
    {
        using var viewer = await _world.Screen.SignInAsync("viewer");
        foreach (var (query, field) in (List<(string, string)>)[("state=Nowhere", "state"), ("state=99", "state"), ("agency=%20%3F%3F", "agency"), ("after=abc", "after")])
        {
            using var answer = await viewer.GetAsync($"/payments?{query}");
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, query);
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).ShouldContain($"{field}: ", customMessage: query);
        }

        (await viewer.StatusAsync("/payments/orders/D26")).ShouldBe(404);
        (await viewer.StatusAsync("/payments/orders/D2611210123456789A")).ShouldBe(404);
        (await viewer.StatusAsync("/payments/inquiries/none")).ShouldBe(404);
    }

    [Test]
    public async Task Should_not_show_what_looks_like_personal_data_to_whoever_only_looks()
    {
        var difference = await _world.DifferenceAsync("MASK-1");
        using var worker = await _world.Screen.SignInAsync("operator", name: "lan");
        using var given = await worker.PostAsync(
            $"/payments/inquiries/{difference}", $"/payments/inquiries/{difference}/answer", ("party", "bank"), ("text", "Khách 001099012345, 0912345678, a.b@example.vn"));
        given.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        await Testing.Eventually.HoldsAsync(
            async () => (await _world.Inquiries.StepsAsync(difference, CancellationToken.None)).Count == 1, "the answer is recorded");
        var reference = (await _world.Inquiries.FindAsync(difference, CancellationToken.None))!.Reference!.Value;

        foreach (var role in (string[])["viewer", "auditor"])
        {
            using var client = await _world.Screen.SignInAsync(role);
            foreach (var path in (string[])[$"/payments/inquiries/{difference}", $"/payments/orders/{reference}"])
            {
                var page = await client.PageAsync(path);
                page.ShouldContain("Khách *********345", customMessage: $"{path} as {role}");
                foreach (var hidden in (string[])["001099012345", "0912345678", "a.b@example.vn"]) page.ShouldNotContain(hidden, customMessage: $"{path} as {role}");
            }
        }

        (await worker.PageAsync($"/payments/inquiries/{difference}")).ShouldContain("001099012345");
    }
}
