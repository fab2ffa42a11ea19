using System.Net;
using DichVuCong.Operations.Access;
using DichVuCong.Operations.Pages;
using DichVuCong.Operations.Tests.Support;
using DichVuCong.Registries.Operations.Access;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Operations.Tests.Access;

internal sealed class When_pages_are_asked_for
{
    private static readonly string[] Roles = ["viewer", "operator", "supervisor", "auditor"];

    private OperationsFixture _screen = null!;

    [OneTimeSetUp]
    public async Task Start() => _screen = await OperationsFixture.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _screen.DisposeAsync();

    [Test]
    public void Should_have_a_rule_of_access_at_every_endpoint()
    {
        var endpoints = Endpoints();

        endpoints.Count.ShouldBeGreaterThan(8);
        endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<EndpointRule>() is null).Select(endpoint => endpoint.RoutePattern.RawText).ShouldBeEmpty();
    }

    [Test]
    public void Should_be_open_to_all_only_where_it_must() => Endpoints()
        .Where(endpoint => endpoint.Metadata.GetMetadata<EndpointRule>()!.Permission is null)
        .Select(endpoint => endpoint.RoutePattern.RawText)
        .ShouldBe(
            ["/health/live", "/health/ready", "/assets/{**path}", "/sign-in", "/sign-in/start", "/sign-in/callback", "/sign-out", "/language", "/dev/sign-in"],
            ignoreOrder: true);

    [Test]
    public async Task Should_show_each_role_what_it_may_see_and_nothing_else([ValueSource(nameof(Roles))] string role)
    {
        using var client = await _screen.SignInAsync(role);
        var asked = 0;
        foreach (var (path, permission) in Pages())
        {
            var status = await client.StatusAsync(path);
            // A page without its parameter may be a "400, which field?", but never a failure and never shown to whom it is not for.
            if (AccessPolicy.May(Enum.Parse<OperatorRole>(role, ignoreCase: true), permission)) status.ShouldBeOneOf([200, 303, 400, 404], $"{path} as {role}");
            else status.ShouldBe(403, $"{path} as {role}");
            asked++;
        }

        asked.ShouldBeGreaterThanOrEqualTo(PageList.All.Count);
    }

    [Test]
    public async Task Should_show_the_first_page_of_every_part_to_whoever_may([ValueSource(nameof(Roles))] string role)
    {
        using var client = await _screen.SignInAsync(role);
        foreach (var area in PageList.All)
        {
            var may = AccessPolicy.May(Enum.Parse<OperatorRole>(role, ignoreCase: true), area.Permission);
            (await client.StatusAsync(area.Path)).ShouldBe(may ? 200 : 403, $"{area.Path} as {role}");
            (await client.PageAsync("/session")).Contains($"href=\"{area.Path}\"", StringComparison.Ordinal).ShouldBe(may && area.IsListed, $"{area.Path} as {role}");
        }
    }

    [Test]
    public async Task Should_send_whoever_is_not_signed_in_to_the_door()
    {
        using var stranger = _screen.Anybody();
        foreach (var (path, _) in Pages())
        {
            using var answer = await stranger.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, path);
            answer.Headers.Location!.OriginalString.ShouldBe($"/sign-in?back={Uri.EscapeDataString(path)}");
            (await answer.Content.ReadAsStringAsync()).ShouldBeEmpty();
        }
    }

    [Test]
    public async Task Should_refuse_every_action_of_whoever_is_not_signed_in()
    {
        using var stranger = _screen.Anybody();
        foreach (var (path, _) in Actions())
        {
            using var answer = await stranger.PostAsync("/sign-in", path);
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, path);
        }
    }

    [Test]
    public async Task Should_refuse_every_action_that_comes_without_the_token_of_a_page([ValueSource(nameof(Roles))] string role)
    {
        using var client = await _screen.SignInAsync(role);
        foreach (var (path, permission) in Actions())
        {
            using var answer = await client.PostBareAsync(path, ("reason", "x"));
            var may = permission is not { } needed || AccessPolicy.May(Enum.Parse<OperatorRole>(role, ignoreCase: true), needed);
            answer.StatusCode.ShouldBe(may ? HttpStatusCode.BadRequest : HttpStatusCode.Forbidden, $"{path} as {role}");
        }
    }

    [Test]
    public async Task Should_refuse_every_action_that_the_role_does_not_include([ValueSource(nameof(Roles))] string role)
    {
        using var client = await _screen.SignInAsync(role);
        foreach (var (path, permission) in Actions())
        {
            if (permission is not { } needed || AccessPolicy.May(Enum.Parse<OperatorRole>(role, ignoreCase: true), needed)) continue;
            using var answer = await client.PostAsync("/session", path);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{path} as {role}");
        }
    }

    [Test]
    public async Task Should_send_strict_headers_with_everything()
    {
        using var client = await _screen.SignInAsync("viewer");
        foreach (var path in Pages().Select(page => page.Path).Append("/nowhere").Append("/assets/site.css").Append("/health/live"))
        {
            using var answer = await client.GetAsync(path);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldContain("default-src 'none'");
            policy.ShouldContain("frame-ancestors 'none'");
            policy.ShouldNotContain("unsafe");
            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
            answer.Headers.Contains("Server").ShouldBeFalse();
        }
    }

    [Test]
    public async Task Should_have_nothing_inline()
    {
        using var client = await _screen.SignInAsync("supervisor");
        foreach (var (path, _) in Pages())
        {
            using var answer = await client.GetAsync(path);
            var html = await answer.Content.ReadAsStringAsync();
            html.ShouldNotMatch(@"<script(?![^>]*\bsrc=)", path);
            html.ShouldNotMatch(@"<style\b", path);
            html.ShouldNotMatch(@"<[a-z][^>]*\sstyle=", path);
            html.ShouldNotMatch(@"<[a-z][^>]*\son[a-z]+=", path);
        }
    }

    [Test]
    public async Task Should_say_that_there_is_no_such_page()
    {
        using var client = await _screen.SignInAsync("viewer");
        (await client.StatusAsync("/nowhere")).ShouldBe(404);
        using var stranger = _screen.Anybody();
        (await stranger.StatusAsync("/nowhere")).ShouldBe(404);
    }

    private List<RouteEndpoint> Endpoints() => [.. _screen.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    /// <summary>The pages, with something in the place of a parameter; streams of events, which do not end, are left out.</summary>
    private IEnumerable<(string Path, Permission Permission)> Pages() => Endpoints()
        .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("GET") && endpoint.Metadata.GetMetadata<Unattended>() is null)
        .Where(endpoint => endpoint.Metadata.GetMetadata<EndpointRule>()!.Permission is not null)
        .Select(endpoint => (Filled(endpoint), endpoint.Metadata.GetMetadata<EndpointRule>()!.Permission!.Value));

    private IEnumerable<(string Path, Permission? Permission)> Actions() => Endpoints()
        .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("POST"))
        .Where(endpoint => endpoint.Metadata.GetMetadata<EndpointRule>()!.Permission is not null)
        .Select(endpoint => (Filled(endpoint), endpoint.Metadata.GetMetadata<EndpointRule>()!.Permission));

    private static string Filled(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments
        .Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => Sample(parameter),
            _ => "x",
        }))));

    private static string Sample(Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter) =>
        parameter.ParameterPolicies.Any(policy => policy.Content == "guid") ? "0193b7a0-0000-7000-8000-000000000001" : "1";
}
