using System.Net;
using DichVuCong.Contracts.Payments;
using DichVuCong.Operations.Tests.Support;

namespace DichVuCong.Operations.Tests.Payments;

internal sealed class When_an_inquiry_is_worked_on
{
    private static readonly string[] Actions = ["answer", "propose", "take-back", "agree", "decline"];

    private PaymentWorld _world = null!;

    [OneTimeSetUp]
    public async Task Start() => _world = await PaymentWorld.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [Test]
    public async Task Should_be_closed_by_two_persons_who_are_in_the_trail()
    {
        var difference = await _world.DifferenceAsync("CLOSE-1");
        using var lan = await _world.Screen.SignInAsync("operator", name: "lan");
        using var mai = await _world.Screen.SignInAsync("supervisor", name: "mai");

        (await GiveAsync(lan, difference, "answer", ("party", "agency"), ("text", "Đúng là thiếu"))).ShouldBe(HttpStatusCode.SeeOther);
        (await GiveAsync(lan, difference, "propose", ("reason", "Thu thiếu 1.000 đồng"))).ShouldBe(HttpStatusCode.SeeOther);
        await _world.UntilAsync(difference, InquiryState.ClosingProposed);
        (await GiveAsync(mai, difference, "agree", ("reason", "Đồng ý"))).ShouldBe(HttpStatusCode.SeeOther);
        await _world.UntilAsync(difference, InquiryState.Closed);

        var page = await lan.PageAsync($"/payments/inquiries/{difference}");
        foreach (var said in (string[])["đã đóng", "Thu thiếu 1.000 đồng", "dev:lan", "dev:mai", "Đúng là thiếu"]) page.ShouldContain(said);
        page.ShouldNotContain("<textarea");
        (await _world.Database.ScalarAsync<string>(
            $"select string_agg(who || ' ' || action || ' ' || agency || ' ' || reason, '; ' order by number) from operations.audit where target = '{difference}'"))
            .ShouldBe(
                "dev:lan inquiry.answer H29.168 Đúng là thiếu; dev:lan inquiry.propose H29.168 Thu thiếu 1.000 đồng; dev:mai inquiry.decide H29.168 Đồng ý");
    }

    [Test]
    public async Task Should_not_be_closed_by_one_person()
    {
        var difference = await _world.DifferenceAsync("ALONE-1");
        using var mai = await _world.Screen.SignInAsync("supervisor", name: "mai");
        using var again = await _world.Screen.SignInAsync("supervisor", name: "mai");
        await GiveAsync(mai, difference, "propose", ("reason", "Xong"));
        await _world.UntilAsync(difference, InquiryState.ClosingProposed);

        (await mai.PageAsync($"/payments/inquiries/{difference}")).ShouldNotContain("/agree");
        using var refused = await again.PostAsync($"/payments/inquiries/{difference}", $"/payments/inquiries/{difference}/agree", ("reason", "Tôi đồng ý"));

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()).ShouldContain("cần người thứ hai");
        (await _world.TrailAsync("inquiry.decide", difference)).ShouldBe(0);
        (await _world.Inquiries.StepsAsync(difference, CancellationToken.None)).Count.ShouldBe(1);
    }

    [Test]
    public async Task Should_let_the_proposer_take_back_and_the_second_person_decline()
    {
        var difference = await _world.DifferenceAsync("BACK-1");
        using var lan = await _world.Screen.SignInAsync("operator", name: "lan");
        using var mai = await _world.Screen.SignInAsync("supervisor", name: "mai");
        await GiveAsync(lan, difference, "propose", ("reason", "Xong"));
        await _world.UntilAsync(difference, InquiryState.ClosingProposed);
        (await GiveAsync(lan, difference, "take-back", ("reason", "Nhầm"))).ShouldBe(HttpStatusCode.SeeOther);
        await _world.UntilAsync(difference, InquiryState.Open);

        await GiveAsync(lan, difference, "propose", ("reason", "Xong thật"));
        await _world.UntilAsync(difference, InquiryState.ClosingProposed);
        (await GiveAsync(mai, difference, "decline", ("reason", "Chưa đủ"))).ShouldBe(HttpStatusCode.SeeOther);
        await _world.UntilAsync(difference, InquiryState.Open);
    }

    [Test]
    public async Task Should_not_let_an_operator_take_anothers_proposal_back()
    {
        var difference = await _world.DifferenceAsync("BACK-2");
        using var lan = await _world.Screen.SignInAsync("operator", name: "lan");
        using var hoa = await _world.Screen.SignInAsync("operator", name: "hoa");
        await GiveAsync(lan, difference, "propose", ("reason", "Xong"));
        await _world.UntilAsync(difference, InquiryState.ClosingProposed);

        (await GiveAsync(hoa, difference, "take-back", ("reason", "Không"))).ShouldBe(HttpStatusCode.Forbidden);

        (await _world.TrailAsync("inquiry.decide", difference)).ShouldBe(0);
    }

    [Test]
    public async Task Should_take_nothing_from_roles_and_scopes_that_may_not()
    {
        var difference = await _world.DifferenceAsync("ROLES-1");
        (string Role, string? Agency, string[] Refused)[] cases =
        [
            ("viewer", null, Actions), ("auditor", null, Actions), ("operator", null, ["agree", "decline"]), ("operator", "H26", Actions), ("supervisor", "H26", Actions),
        ];
        foreach (var (role, agency, refused) in cases)
        {
            using var client = await _world.Screen.SignInAsync(role, agency);
            foreach (var action in refused)
            {
                using var answer = await client.PostAsync(
                    "/session", $"/payments/inquiries/{difference}/{action}", ("reason", "x"), ("text", "x"), ("party", "bank"));
                answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{action} as {role} of {agency}");
            }

            if (agency is null && role is "viewer" or "auditor")
                (await client.PageAsync($"/payments/inquiries/{difference}")).ShouldNotContain("<textarea", customMessage: role);
        }

        (await _world.Database.ScalarAsync<long>($"select count(*) from operations.audit where target = '{difference}'")).ShouldBe(0);
        (await _world.Inquiries.StepsAsync(difference, CancellationToken.None)).ShouldBeEmpty();
    }

    [Test]
    public async Task Should_refuse_words_that_are_none_and_say_which_field()
    {
        var difference = await _world.DifferenceAsync("WORDS-1");
        using var lan = await _world.Screen.SignInAsync("operator", name: "lan");
        foreach (var (action, fields, said) in (List<(string, (string, string)[], string)>)
        [
            ("propose", [("reason", "  ")], "(reason)"),
            ("propose", [("reason", new string('x', 2001))], "2000"),
            ("propose", [], "(reason)"),
            ("answer", [("party", "bank"), ("text", "")], "(text)"),
            ("answer", [("party", "nobody"), ("text", "x")], "(party)"),
            ("take-back", [("reason", "x")], "Chưa có đề nghị đóng"),
        ])
        {
            using var answer = await lan.PostAsync($"/payments/inquiries/{difference}", $"/payments/inquiries/{difference}/{action}", fields);
            ((int)answer.StatusCode).ShouldBeOneOf([400, 409], action);
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).ShouldContain(said, customMessage: action);
        }

        using var none = await lan.PostAsync("/session", "/payments/inquiries/none/propose", ("reason", "x"));
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _world.Inquiries.StepsAsync(difference, CancellationToken.None)).ShouldBeEmpty();
    }

    [Test]
    public async Task Should_say_a_step_that_comes_twice_once()
    {
        var difference = await _world.DifferenceAsync("TWICE-1");
        using var lan = await _world.Screen.SignInAsync("operator", name: "lan");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => GiveAsync(lan, difference, "propose", ("reason", "Bấm nhiều lần"))));

        answers.ShouldAllBe(answer => answer == HttpStatusCode.SeeOther);
        await _world.UntilAsync(difference, InquiryState.ClosingProposed);
        (await _world.TrailAsync("inquiry.propose", difference)).ShouldBe(1);
        (await _world.Inquiries.StepsAsync(difference, CancellationToken.None)).Count.ShouldBe(1);
    }

    [Test]
    public async Task Should_lead_back_to_the_page_when_the_inquiry_has_moved()
    {
        var difference = await _world.DifferenceAsync("MOVED-1");
        using var lan = await _world.Screen.SignInAsync("operator", name: "lan");
        using var still = await lan.GetAsync($"/payments/inquiries/{difference}/changed?seen=Open-0");
        still.Headers.Contains("HX-Redirect").ShouldBeFalse();

        await GiveAsync(lan, difference, "propose", ("reason", "Xong"));
        await _world.UntilAsync(difference, InquiryState.ClosingProposed);

        using var moved = await lan.GetAsync($"/payments/inquiries/{difference}/changed?seen=Open-0");
        moved.Headers.GetValues("HX-Redirect").ShouldBe([$"/payments/inquiries/{difference}"]);
    }

    private static async Task<HttpStatusCode> GiveAsync(OperationsClient client, string difference, string action, params (string Name, string Value)[] fields)
    {
        using var answer = await client.PostAsync("/session", $"/payments/inquiries/{difference}/{action}", fields);
        return answer.StatusCode;
    }
}
