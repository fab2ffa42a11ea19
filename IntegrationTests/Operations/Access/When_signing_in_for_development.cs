using System.Net;
using DichVuCong.Operations.Tests.Support;

namespace DichVuCong.Operations.Tests.Access;

internal sealed class When_signing_in_for_development
{
    private static readonly string[] Production =
    [
        "--Operations:SignIn:Authority=https://identity.invalid", "--Operations:SignIn:ClientId=dvc",
    ];

    [Test]
    public async Task Should_not_exist_outside_Development()
    {
        await using var screen = await OperationsFixture.StartAsync(
            settings => settings with { IsDevelopment = false, OperationsUrl = new Uri("https://operations.example.vn") }, configure: null, Production);
        using var client = screen.Anybody();

        (await client.StatusAsync("/dev/sign-in?role=supervisor")).ShouldBe(404);
        (await client.StatusAsync("/session")).ShouldBe(302);
        (await client.PageAsync("/sign-in")).ShouldNotContain("/dev/");
    }

    [TestCase("/dev/sign-in")]
    [TestCase("/dev/sign-in?role=root")]
    [TestCase("/dev/sign-in?role=viewer&agency=H999")]
    [TestCase("/dev/sign-in?role=viewer&agency=%27")]
    public async Task Should_name_what_is_wrong(string address)
    {
        await using var screen = await OperationsFixture.StartAsync();
        using var client = screen.Anybody();

        (await client.StatusAsync(address)).ShouldBe(400);
        (await client.StatusAsync("/session")).ShouldBe(302);
    }

    [Test]
    public async Task Should_be_whom_the_address_says_with_the_scope_it_says()
    {
        await using var screen = await OperationsFixture.StartAsync();
        using var client = await screen.SignInAsync("operator", agency: "H26", name: "lan");

        var page = await client.PageAsync("/session");
        page.ShouldContain("dev:lan");
        page.ShouldContain("Điều hành viên");
        page.ShouldContain("H26");
    }

    [TestCase("//evil.example")]
    [TestCase("https://evil.example")]
    [TestCase("/\\evil.example")]
    public async Task Should_lead_nowhere_else(string back)
    {
        await using var screen = await OperationsFixture.StartAsync();
        using var client = screen.Anybody();

        using var answer = await client.GetAsync($"/dev/sign-in?role=viewer&back={Uri.EscapeDataString(back)}");
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.OriginalString.ShouldBe("/");
    }
}
