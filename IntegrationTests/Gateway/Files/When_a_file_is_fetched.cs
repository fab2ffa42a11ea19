using System.Net;
using System.Net.Http.Headers;
using DichVuCong.Registries.Files;
using DichVuCong.Registries.Sealing;

namespace DichVuCong.Gateway.Tests.Files;

internal sealed class When_a_file_is_fetched : FilesTest
{
    [TestCase(1)]
    [TestCase(256 * 1024, Description = "The largest that is held in memory")]
    [TestCase(256 * 1024 + 1, Description = "The smallest that goes to the spool")]
    [TestCase(5_000_000)]
    public async Task Should_hand_it_out_byte_for_byte(int size)
    {
        var content = FilesFixture.Bytes(size);
        var (code, response) = await System.FetchAsync(FilesFixture.Describe(content, Portal.Serve($"/sizes/{size}", content)));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(content);
        response.Content.Headers.ContentLength.ShouldBe(size);
        (await System.FaultsAsync(code)).ShouldBeEmpty();
    }

    [Test]
    public async Task Should_say_what_it_is_and_let_no_browser_open_or_cache_it()
    {
        var content = FilesFixture.Bytes(100);
        var (_, response) = await System.FetchAsync(FilesFixture.Describe(content, Portal.Serve("/headers", content)));
        response.Content.Headers.ContentType!.ToString().ShouldBe("application/pdf");
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.CacheControl!.ToString().ShouldBe("no-store, private");
        response.Headers.ETag.ShouldNotBeNull();
    }

    [TestCase("Đơn \"khẩn\" của bà Ánh.pdf")]
    [TestCase("a'b;c=d,e%41.pdf")]
    [TestCase("Giấy chứng sinh 🙂.pdf")]
    public async Task Should_keep_the_name_whatever_is_in_it(string name)
    {
        var content = FilesFixture.Bytes(10);
        var (_, response) = await System.FetchAsync(FilesFixture.Describe(content, Portal.Serve("/names", content), name));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe(name);
    }

    [Test]
    public async Task Should_hand_out_a_type_that_is_none_as_bytes()
    {
        var content = FilesFixture.Bytes(10);
        var (_, response) = await System.FetchAsync(FilesFixture.Describe(content, Portal.Serve("/type", content)) with { MediaType = "văn bản\r\nX-Y: z" });
        response.Content.Headers.ContentType!.ToString().ShouldBe("application/octet-stream");
        response.Headers.Contains("X-Y").ShouldBeFalse();
    }

    [Test]
    public async Task Should_record_every_access()
    {
        var content = FilesFixture.Bytes(10);
        var code = await System.FileAsync(FilesFixture.Describe(content, Portal.Serve("/views", content)));
        (await Http.GetAsync(System.Link(code))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Http.GetAsync(System.Link(code))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await System.ViewsAsync(code)).ShouldBe("file-link: file 1 of revision 1; file-link: file 1 of revision 1");
    }

    [Test]
    public async Task Should_answer_head_without_the_content()
    {
        var content = FilesFixture.Bytes(1000);
        var code = await System.FileAsync(FilesFixture.Describe(content, Portal.Serve("/head", content)));
        using var request = new HttpRequestMessage(HttpMethod.Head, System.Link(code));
        using var response = await Http.SendAsync(request);
        (response.StatusCode, response.Content.Headers.ContentLength).ShouldBe((HttpStatusCode.OK, 1000));
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Test]
    public async Task Should_hand_out_a_part()
    {
        var content = FilesFixture.Bytes(1000);
        var code = await System.FileAsync(FilesFixture.Describe(content, Portal.Serve("/range", content)));
        using var request = new HttpRequestMessage(HttpMethod.Get, System.Link(code)) { Headers = { Range = new RangeHeaderValue(10, 19) } };
        using var response = await Http.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(content[10..20]);
    }

    [Test]
    public async Task Should_fetch_at_most_four_of_a_dossier_at_once_and_serve_all()
    {
        var content = FilesFixture.Bytes(300_000);
        var started = new SemaphoreSlim(0);
        var go = new TaskCompletionSource();
        var url = Portal.Answer("/many", async context =>
        {
            started.Release();
            await go.Task.WaitAsync(context.RequestAborted);
            await context.Response.Body.WriteAsync(content, context.RequestAborted);
        });
        var code = await System.FileAsync(FilesFixture.Describe(content, url));
        var calls = Enumerable.Range(0, 20).Select(_ => Http.GetByteArrayAsync(System.Link(code))).ToList();
        for (var call = 0; call < 4; call++) (await started.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeTrue();
        go.SetResult();
        foreach (var body in await Task.WhenAll(calls)) body.ShouldBe(content);
        Portal.MostAtOnce.ShouldBeLessThanOrEqualTo(4);
        Portal.Asked("/many").ShouldBe(20);
    }

    [Test]
    public async Task Should_know_no_link_that_it_did_not_issue()
    {
        var content = FilesFixture.Bytes(10);
        var code = await System.FileAsync(FilesFixture.Describe(content, Portal.Serve("/foreign", content)));
        var foreign = new FileTokens(new byte[32], TimeProvider.System).Issue(code, 1, 1);
        foreach (var link in new[] { FilesFixture.Link("x"), FilesFixture.Link(foreign), FilesFixture.Link(new string('a', 300)), System.Link(code, 2) })
        {
            var response = await Http.GetAsync(link);
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await CodeOfAsync(response)).ShouldBe("not-found");
        }

        (await System.ViewsAsync(code)).ShouldBeEmpty();
        Portal.Asked("/foreign").ShouldBe(0);
    }

    [Test]
    public async Task Should_refuse_a_link_that_has_ended()
    {
        var content = FilesFixture.Bytes(10);
        var code = await System.FileAsync(FilesFixture.Describe(content, Portal.Serve("/ended", content)));
        var issuer = new FileTokens(KeyRing.Parse(KeyRing.Development).Derive("file links"), TimeProvider.System) { Lifetime = TimeSpan.FromSeconds(-1) };
        var response = await Http.GetAsync(FilesFixture.Link(issuer.Issue(code, 1, 1)));
        response.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await CodeOfAsync(response)).ShouldBe("link-ended");
        Portal.Asked("/ended").ShouldBe(0);
    }

    [Test]
    public async Task Should_only_be_read() =>
        (await Http.PostAsync(FilesFixture.Link("x"), content: null)).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
}
