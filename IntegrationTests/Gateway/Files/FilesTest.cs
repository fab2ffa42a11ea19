using System.Text.Json;
using DichVuCong.Gateway.Files;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Gateway.Tests.Files;

/// <summary>One gateway and one portal for the tests of a class; each test has dossiers of its own.</summary>
internal abstract class FilesTest
{
    protected FilesFixture System { get; private set; } = null!;

    protected HttpClient Http => System.Gateway.Http;

    protected FakePortal Portal => System.Portal;

    [OneTimeSetUp]
    public async Task StartAsync() => System = await FilesFixture.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await System.DisposeAsync();

    /// <summary>Whatever came of the call, nothing is kept of it.</summary>
    [TearDown]
    public async Task NothingIsLeftAsync()
    {
        var spool = System.Gateway.Services.GetRequiredService<FileSpool>();
        await Testing.Eventually.HoldsAsync(() => spool.Taken == (0, 0), "the spool is empty");
    }

    protected static async Task<string> CodeOfAsync(HttpResponseMessage response)
    {
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        using var body = JsonDocument.Parse(await response.Content.ReadAsStreamAsync());
        body.RootElement.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
        return body.RootElement.GetProperty("code").GetString()!;
    }
}
