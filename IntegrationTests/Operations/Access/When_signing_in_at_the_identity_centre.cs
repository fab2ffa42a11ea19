using System.Net;
using DichVuCong.Operations.Tests.Support;
using DichVuCong.Sandbox.Hosting;
using DichVuCong.Sandbox.Identity;
using DichVuCong.Testing;
using Microsoft.AspNetCore.Builder;

namespace DichVuCong.Operations.Tests.Access;

internal sealed class When_signing_in_at_the_identity_centre
{
    private static readonly string[] Wrong = [.. SimulatedPerson.All.Where(person => person.Lie is not null).Select(person => person.Id), "no-role", "two-roles", "no-agency"];

    private WebApplication _centre = null!;
    private OperationsFixture _screen = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        var port = FreePort.Base();
        _centre = SandboxHost.Create(new SandboxOptions(port, port + 23, new Uri("http://127.0.0.1:9")), TimeProvider.System);
        await _centre.StartAsync();
        _screen = await OperationsFixture.StartAsync(
            $"--Operations:SignIn:Authority=http://127.0.0.1:{port}/identity", $"--Operations:SignIn:ClientId={IdentityEndpoints.ClientId}",
            $"--Operations:SignIn:ClientSecret={IdentityEndpoints.ClientSecret}");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _screen.DisposeAsync();
        await _centre.StopAsync();
        await _centre.DisposeAsync();
    }

    [TestCase("binh", "Trần Văn Bình", "Người xem", "toàn hệ thống")]
    [TestCase("lan", "Nguyễn Thị Lan", "Điều hành viên", "toàn hệ thống")]
    [TestCase("minh", "Lê Quang Minh", "Giám sát viên", "toàn hệ thống")]
    [TestCase("hoa", "Phạm Thị Hoa", "Kiểm toán viên", "toàn hệ thống")]
    [TestCase("dung", "Võ Tiến Dũng", "Điều hành viên", "H26")]
    public async Task Should_be_whom_the_token_says_and_come_to_the_page_one_wanted(string person, string name, string role, string scope)
    {
        using var browser = _screen.Anybody();
        var callback = await ThroughTheCentreAsync(browser, person, "/session?x=1");

        using var answer = await browser.GetAsync(callback);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe("/session?x=1");
        var page = await browser.PageAsync("/session");
        page.ShouldContain($"sandbox-{person}");
        page.ShouldContain(name);
        page.ShouldContain(role);
        page.ShouldContain(scope);
    }

    [Test]
    public async Task Should_refuse_a_token_that_is_wrong_in_any_way([ValueSource(nameof(Wrong))] string person)
    {
        using var browser = _screen.Anybody();
        var callback = await ThroughTheCentreAsync(browser, person, "/session");

        (await browser.StatusAsync(callback)).ShouldBe(403);
        (await browser.StatusAsync("/session")).ShouldBe(302);
    }

    [Test]
    public async Task Should_refuse_an_answer_to_another_question()
    {
        using var browser = _screen.Anybody();
        var callback = await ThroughTheCentreAsync(browser, "minh", "/session");

        (await browser.StatusAsync(callback.Replace("state=", "state=x", StringComparison.Ordinal))).ShouldBe(403);
        (await browser.StatusAsync(callback)).ShouldBe(403, "the sign-in is over: an answer counts once");
        (await browser.StatusAsync("/session")).ShouldBe(302);
    }

    [Test]
    public async Task Should_refuse_an_answer_that_another_browser_asked_for()
    {
        using var attacker = _screen.Anybody();
        var callback = await ThroughTheCentreAsync(attacker, "minh", "/session");
        using var victim = _screen.Anybody();

        (await victim.StatusAsync(callback)).ShouldBe(403);
        await ThroughTheCentreAsync(victim, "lan", "/session");
        (await victim.StatusAsync(callback)).ShouldBe(403, "not even while a sign-in of its own is under way");
    }

    [Test]
    public async Task Should_refuse_a_code_that_the_centre_did_not_give()
    {
        using var browser = _screen.Anybody();
        var callback = await ThroughTheCentreAsync(browser, "minh", "/session");
        var state = callback[callback.IndexOf("state=", StringComparison.Ordinal)..];

        (await browser.StatusAsync($"/sign-in/callback?code=made-up&{state}")).ShouldBe(403);
    }

    [Test]
    public async Task Should_say_so_when_the_centre_does_not_answer()
    {
        await using var alone = await OperationsFixture.StartAsync("--Operations:SignIn:Authority=http://127.0.0.1:9/identity", "--Operations:SignIn:ClientId=dvc-operations");
        using var browser = alone.Anybody();

        (await browser.StatusAsync("/sign-in/start")).ShouldBe(503);
    }

    [Test]
    public async Task Should_work_in_a_browser()
    {
        await using var browser = await Browser.StartAsync();
        await using var window = await browser.OpenAsync(_screen.Address);
        await window.Page.GotoAsync("/session");
        await window.Page.ClickAsync("text=Đăng nhập qua trung tâm định danh");
        await window.Page.ClickAsync("text=lan: ");

        (await window.Page.Locator("h1").InnerTextAsync()).ShouldBe("Phiên làm việc");
        (await window.Page.Locator("main").InnerTextAsync()).ShouldContain("Nguyễn Thị Lan");
        window.Complaints.ShouldBeEmpty();
    }

    /// <summary>Begins a sign-in, goes through the centre as a person, and returns the address at which the centre sends the browser back.</summary>
    private async Task<string> ThroughTheCentreAsync(OperationsClient browser, string person, string back)
    {
        using var start = await browser.GetAsync($"/sign-in/start?back={Uri.EscapeDataString(back)}");
        start.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var centre = new HttpClient(handler);
        using var answer = await centre.GetAsync(new Uri($"{start.Headers.Location!.AbsoluteUri}&login_hint={person}"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.AbsoluteUri.ShouldStartWith(new Uri(_screen.Address, "/sign-in/callback").AbsoluteUri);
        return answer.Headers.Location.PathAndQuery;
    }
}
