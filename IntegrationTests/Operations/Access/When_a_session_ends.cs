using System.Net;
using DichVuCong.Operations.Tests.Support;
using DichVuCong.Registries.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DichVuCong.Operations.Tests.Access;

internal sealed class When_a_session_ends
{
    [Test]
    public async Task Should_be_over_when_the_operator_signs_out()
    {
        await using var screen = await OperationsFixture.StartAsync();
        using var client = await screen.SignInAsync("viewer");

        using var answer = await client.PostAsync("/session", "/sign-out");
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.OriginalString.ShouldBe("/sign-in");
        (await client.StatusAsync("/session")).ShouldBe(302);
    }

    [Test]
    public async Task Should_be_over_after_idling_and_go_on_while_somebody_works()
    {
        var clock = new MovedClock();
        await using var screen = await OperationsFixture.StartAsync(
            settings => settings, services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)), "--Operations:SessionIdleMinutes=10");
        using var client = await screen.SignInAsync("viewer");

        for (var pages = 0; pages < 4; pages++)
        {
            clock.Advance(TimeSpan.FromMinutes(9));
            (await client.StatusAsync("/session")).ShouldBe(200, "somebody works");
        }

        clock.Advance(TimeSpan.FromMinutes(11));
        (await client.StatusAsync("/session")).ShouldBe(302, "nobody worked for 11 minutes");
    }

    [Test]
    public async Task Should_be_over_after_a_shift_in_any_case()
    {
        var clock = new MovedClock();
        await using var screen = await OperationsFixture.StartAsync(
            settings => settings, services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)),
            "--Operations:SessionIdleMinutes=60", "--Operations:SessionHours=2");
        using var client = await screen.SignInAsync("viewer");

        clock.Advance(TimeSpan.FromMinutes(50));
        (await client.StatusAsync("/session")).ShouldBe(200);
        clock.Advance(TimeSpan.FromMinutes(50));
        (await client.StatusAsync("/session")).ShouldBe(200);
        clock.Advance(TimeSpan.FromMinutes(50));
        (await client.StatusAsync("/session")).ShouldBe(302);
    }

    [Test]
    public async Task Should_outlive_a_restart_of_the_host()
    {
        await using var screen = await OperationsFixture.StartAsync();
        using var client = await screen.SignInAsync("auditor");
        await using var second = Hosting.OperationsHost.Build(screen.Settings with { PortBase = DichVuCong.Testing.FreePort.Base() }, []);
        await second.StartAsync();
        await second.Services.GetRequiredService<CatalogueWatcher>().Loaded;
        using var moved = new OperationsClient(new Uri($"http://127.0.0.1:{new Uri(second.Urls.Single().Replace("*", "127.0.0.1").Replace("[::]", "127.0.0.1")).Port}"));
        foreach (Cookie cookie in client.Cookies.GetAllCookies()) moved.Cookies.Add(moved.Http.BaseAddress!, new Cookie(cookie.Name, cookie.Value));

        (await moved.PageAsync("/session")).ShouldContain("dev:auditor");
        await second.StopAsync();
    }
}
