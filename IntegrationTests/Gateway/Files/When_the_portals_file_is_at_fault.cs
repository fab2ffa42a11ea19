using System.Net;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Gateway.Tests.Files;

internal sealed class When_the_portals_file_is_at_fault : FilesTest
{
    private static readonly byte[] Content = FilesFixture.Bytes(400_000);

    [TestCase(404)]
    [TestCase(410)]
    public async Task Should_report_a_missing_file_once(int status)
    {
        var code = await System.FileAsync(FilesFixture.Describe(Content, Portal.Status($"/gone/{status}", status)));
        foreach (var _ in Enumerable.Range(0, 3))
        {
            var response = await Http.GetAsync(System.Link(code));
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await CodeOfAsync(response)).ShouldBe("file-missing");
        }

        (await System.FaultsAsync(code)).ShouldBe($$"""{"dossier":"{{code}}","fileNumber":1,"revision":1,"fault":"missing"}""");
        (await System.ViewsAsync(code)).ShouldBeEmpty();
    }

    [Test]
    public async Task Should_report_every_file_and_every_fault()
    {
        var url = Portal.Status("/two", 404);
        var code = await System.FileAsync(FilesFixture.Describe(Content, url), FilesFixture.Describe(Content, url, number: 2));
        await Http.GetAsync(System.Link(code));
        await Http.GetAsync(System.Link(code, 2));
        Portal.Serve("/two", FilesFixture.Bytes(5));
        await Http.GetAsync(System.Link(code));
        (await System.FaultsAsync(code)).Split(' ').Length.ShouldBe(3);
    }

    [Test]
    public async Task Should_let_nothing_out_whose_hash_is_another()
    {
        var other = (byte[])Content.Clone();
        other[^1]++;
        await RefusesAsync(FilesFixture.Describe(Content, Portal.Serve("/hash", other)), "file-wrong-hash", "wrongHash");
    }

    [Test]
    public async Task Should_believe_no_length_but_its_own_count()
    {
        await RefusesAsync(FilesFixture.Describe(Content, Portal.Serve("/said", FilesFixture.Bytes(400_001))), "file-wrong-size", "wrongSize");
        await RefusesAsync(FilesFixture.Describe(Content, Unsaid("/longer", [.. Content, 1])), "file-wrong-size", "wrongSize");
        await RefusesAsync(FilesFixture.Describe(Content, Unsaid("/shorter", Content[1..])), "file-wrong-size", "wrongSize");
    }

    [Test]
    public async Task Should_stop_reading_a_file_without_end()
    {
        var hungUp = Portal.Aborted;
        var url = Portal.Answer("/endless", async context =>
        {
            while (true) await context.Response.Body.WriteAsync(Content, context.RequestAborted);
        });
        await RefusesAsync(FilesFixture.Describe(Content, url), "file-wrong-size", "wrongSize");
        await Testing.Eventually.HoldsAsync(() => Portal.Aborted > hungUp, "the gateway hangs up");
    }

    [Test]
    public async Task Should_take_a_file_that_was_put_right()
    {
        var url = Portal.Serve("/repaired", FilesFixture.Bytes(5));
        var code = await System.FileAsync(FilesFixture.Describe(Content, url));
        (await Http.GetAsync(System.Link(code))).StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        Portal.Serve("/repaired", Content);
        (await Http.GetByteArrayAsync(System.Link(code))).ShouldBe(Content);
    }

    [TestCase(500)]
    [TestCase(503)]
    [TestCase(429)]
    public Task Should_ask_to_come_back_when_the_portal_fails(int status) => ComesBackAsync(Portal.Status($"/down/{status}", status));

    [Test]
    public Task Should_ask_to_come_back_when_the_file_breaks_off() => ComesBackAsync(Portal.Answer("/cut", async context =>
    {
        context.Response.ContentLength = Content.Length;
        await context.Response.Body.WriteAsync(Content.AsMemory(0, 1000));
        await context.Response.Body.FlushAsync();
        context.Abort();
    }));

    [Test]
    public Task Should_ask_to_come_back_when_nobody_listens() => ComesBackAsync(new Uri($"http://127.0.0.1:{DichVuCong.Testing.FreePort.Base(1)}/x"));

    [Test]
    public async Task Should_follow_no_redirect()
    {
        Portal.Serve("/inside", Content);
        var url = Portal.Answer("/redirect", context =>
        {
            context.Response.Redirect(Portal.Url("/inside").ToString());
            return Task.CompletedTask;
        });
        await RefusesAsync(FilesFixture.Describe(Content, url), "file-not-fetchable", fault: null);
        Portal.Asked("/inside").ShouldBe(0);
    }

    [Test]
    public Task Should_not_take_what_is_packed_for_what_was_meant() => RefusesAsync(
        FilesFixture.Describe(Content, Portal.Answer("/packed", context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.Body.WriteAsync(Content).AsTask();
        })),
        "file-not-fetchable",
        fault: null);

    [TestCase("http://192.0.2.1/x")]
    [TestCase("http://169.254.169.254/latest/meta-data")]
    [TestCase("http://user@127.0.0.1.nip.test/x")]
    public Task Should_fetch_from_no_host_that_is_not_allowed(string url) =>
        RefusesAsync(FilesFixture.Describe(Content, new Uri(url)), "file-not-fetchable", fault: null);

    private Uri Unsaid(string path, byte[] content) => Portal.Answer(path, async context =>
    {
        await context.Response.Body.WriteAsync(content.AsMemory(0, 1000));
        await context.Response.Body.FlushAsync();
        await context.Response.Body.WriteAsync(content.AsMemory(1000));
    });

    private async Task RefusesAsync(DossierFile file, string problem, string? fault)
    {
        var (code, response) = await System.FetchAsync(file);
        response.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        (await CodeOfAsync(response)).ShouldBe(problem);
        (await System.FaultsAsync(code)).ShouldBe(fault is null ? "" : $$"""{"dossier":"{{code}}","fileNumber":1,"revision":1,"fault":"{{fault}}"}""");
        (await System.ViewsAsync(code)).ShouldBeEmpty();
    }

    private async Task ComesBackAsync(Uri url)
    {
        var (code, response) = await System.FetchAsync(FilesFixture.Describe(Content, url));
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(60));
        (await CodeOfAsync(response)).ShouldBe("file-store-unreachable");
        (await System.FaultsAsync(code)).ShouldBeEmpty();
    }
}
