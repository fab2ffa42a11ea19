using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Web;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Gateway.Tests.Support;
using DichVuCong.Sandbox.Hosting;
using DichVuCong.Testing;
using Microsoft.AspNetCore.Builder;

namespace DichVuCong.Gateway.Tests.Identity.Support;

/// <summary>A gateway and the Sandbox beside it, on real ports: the simulated VNeID, broker and national data.</summary>
internal sealed class SignInFixture : IAsyncDisposable
{
    public const string Binding = "a-secret-of-the-session";

    private readonly WebApplication _sandbox;
    private readonly List<WebApplication> _siblings = [];

    private SignInFixture(GatewayFixture gateway, WebApplication sandbox)
    {
        (Gateway, _sandbox) = (gateway, sandbox);
        Portal = gateway.As("dev-portal");
        SandboxUrl = $"http://127.0.0.1:{gateway.Settings.SandboxPort}";
    }

    public GatewayFixture Gateway { get; }

    public string SandboxUrl { get; }

    /// <summary>The portal.</summary>
    public HttpClient Portal { get; }

    /// <summary>A browser: it carries no account, and follows redirects only when a test has it.</summary>
    public HttpClient Browser { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public string ReturnTo => $"{SandboxUrl}/portal/signed-in";

    public static async Task<SignInFixture> StartAsync(params string[] arguments)
    {
        var gateway = await GatewayFixture.StartAsync(development: true, arguments);
        var sandbox = SandboxHost.Create(
            new SandboxOptions(gateway.Settings.SandboxPort, gateway.Settings.SandboxMailPort, new Uri($"http://127.0.0.1:{gateway.Settings.GatewayPort}")), TimeProvider.System);
        await sandbox.StartAsync();
        return new SignInFixture(gateway, sandbox);
    }

    /// <summary>Another gateway on the same database.</summary>
    public async Task<HttpClient> StartSiblingAsync(string token)
    {
        var settings = Gateway.Settings with { PortBase = FreePort.Base() };
        var app = GatewayHost.Build(settings, []);
        await app.StartAsync();
        _siblings.Add(app);
        var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{settings.GatewayPort}") };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        await Eventually.HoldsAsync(async () => (await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode, "the other gateway is ready");
        return client;
    }

    /// <summary>Has a simulated party misbehave.</summary>
    public async Task FaultAsync(string party, object fault)
    {
        using var answer = await Browser.PutAsJsonAsync(new Uri($"{SandboxUrl}/sandbox/faults/{party}"), fault);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Posts JSON as an account.</summary>
    public static async Task<(HttpStatusCode Status, JsonObject Body)> PostAsync(HttpClient client, string path, JsonObject body)
    {
        using var answer = await client.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject());
    }

    /// <summary>Begins a sign-in and goes to the source's page as a person; the address of the callback to which it sends the browser.</summary>
    public async Task<Uri> GoAsync(string person = "an", string source = "vneid", string binding = Binding, HttpClient? portal = null)
    {
        var (status, begun) = await PostAsync(
            portal ?? Portal, "/v1/sign-ins", new JsonObject { ["source"] = source, ["returnTo"] = ReturnTo, ["binding"] = binding, ["state"] = "caller-state" });
        status.ShouldBe(HttpStatusCode.Created, begun.ToJsonString());
        using var sent = await Browser.GetAsync(new Uri($"{(string)begun["authorizeUrl"]!}&login_hint={person}"));
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return sent.Headers.Location!;
    }

    /// <summary>Follows the browser to the callback; the parameters with which it comes back to the caller.</summary>
    public async Task<System.Collections.Specialized.NameValueCollection> ComeBackAsync(Uri callback)
    {
        using var back = await Browser.GetAsync(callback);
        back.StatusCode.ShouldBe(HttpStatusCode.Redirect, await back.Content.ReadAsStringAsync());
        back.Headers.Location!.GetLeftPart(UriPartial.Path).ShouldBe(ReturnTo);
        return HttpUtility.ParseQueryString(back.Headers.Location.Query);
    }

    /// <summary>Fetches who it is.</summary>
    public Task<(HttpStatusCode Status, JsonObject Body)> FetchAsync(string? result, string binding = Binding, HttpClient? portal = null) =>
        PostAsync(portal ?? Portal, "/v1/sign-ins/results", new JsonObject { ["result"] = result, ["binding"] = binding });

    /// <summary>The whole way: who it is.</summary>
    public async Task<JsonObject> SignInAsync(string person = "an", string source = "broker", HttpClient? portal = null)
    {
        var back = await ComeBackAsync(await GoAsync(person, source, portal: portal));
        var (status, body) = await FetchAsync(back["result"], portal: portal);
        status.ShouldBe(HttpStatusCode.OK, body.ToJsonString());
        return body;
    }

    public async ValueTask DisposeAsync()
    {
        Portal.Dispose();
        Browser.Dispose();
        foreach (var app in _siblings.Append(_sandbox))
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        await Gateway.DisposeAsync();
    }
}
