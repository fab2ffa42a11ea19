using System.Net;
using System.Text;
using DichVuCong.Gateway.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Gateway.Tests.Notices;

/// <summary>Reports of what became of notices, from providers that sign nothing: a secret in the address, each word once, nothing taken before it is durable.</summary>
internal sealed class When_a_provider_reports
{
    private GatewayFixture _gateway = null!;
    private string _code = null!;

    [OneTimeSetUp]
    public async Task SetUp()
    {
        _gateway = await GatewayFixture.StartAsync();
        using var portal = _gateway.As("dev-portal");
        _code = (await Filings.FileAsync(portal, Filings.GroundWater("reported")))["code"]!.GetValue<string>();
    }

    [OneTimeTearDown]
    public async Task TearDown() => await _gateway.DisposeAsync();

    [Test]
    public async Task Should_tell_the_saga_once_however_often_esms_calls()
    {
        var before = await ToldAsync();
        for (var call = 0; call < 5; call++) (await GetAsync(Esms("dev-esms", "state-9", success: 1))).ShouldBe(HttpStatusCode.OK);
        (await ToldAsync()).ShouldBe(before + 1);

        (await GetAsync(Esms("dev-esms", "state-9", success: 0))).ShouldBe(HttpStatusCode.OK);
        (await ToldAsync()).ShouldBe(before + 2, "another word about the same notice is another call");
    }

    [TestCase("wrong")]
    [TestCase("dev-app")]
    [TestCase("%20")]
    public async Task Should_know_nobody_without_the_secret(string secret)
    {
        var before = await ToldAsync();

        (await GetAsync(Esms(secret, "state-10", success: 1))).ShouldBe(HttpStatusCode.NotFound);

        (await ToldAsync()).ShouldBe(before);
    }

    [Test]
    public async Task Should_take_and_drop_what_names_no_notice_of_ours()
    {
        var before = await ToldAsync();

        (await GetAsync("/callbacks/esms/dev-esms?RequestId=nothing&SendStatus=5&SendSuccess=1&SendFailed=0")).ShouldBe(HttpStatusCode.OK);
        (await GetAsync("/callbacks/esms/dev-esms?RequestId=H29.101-200101-9999999~receipt&SendStatus=5&SendSuccess=1&SendFailed=0")).ShouldBe(HttpStatusCode.OK);
        (await GetAsync(Esms("dev-esms", "state-7", success: 0, status: 2))).ShouldBe(HttpStatusCode.OK, "it is still under way");

        (await ToldAsync()).ShouldBe(before);
    }

    [Test]
    public async Task Should_refuse_what_cannot_be_read_and_say_which_field()
    {
        using var answer = await _gateway.Http.GetAsync(new Uri($"/callbacks/esms/dev-esms?RequestId={_code}~receipt&SendStatus=x", UriKind.Relative));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("SendStatus");
    }

    [TestCase("delivered", HttpStatusCode.OK, 1)]
    [TestCase("seen", HttpStatusCode.BadRequest, 0)]
    public async Task Should_hear_the_app(string state, HttpStatusCode status, int told)
    {
        var before = await ToldAsync();

        (await PostAsync("/callbacks/app/dev-app", $$"""{"reference":"{{_code}}~receipt","state":"{{state}}"}""", "application/json")).ShouldBe(status);

        (await ToldAsync()).ShouldBe(before + told);
    }

    [Test]
    public async Task Should_read_a_mail_that_came_back_and_ignore_what_else_is_in_the_mailbox()
    {
        var before = await ToldAsync();
        var report =
            $"""
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b
            Content-Type: message/delivery-status

            Final-Recipient: rfc822; thu.nghiem@example.vn
            Action: failed
            Status: 5.1.1

            --b
            Content-Type: text/rfc822-headers

            Message-ID: <{_code}~receipt~{Guid.NewGuid():N}@dvcqg.example>

            --b--
            """;

        (await PostAsync("/callbacks/mail/dev-mail", report, "message/rfc822")).ShouldBe(HttpStatusCode.OK);
        (await PostAsync("/callbacks/mail/dev-mail", report, "message/rfc822")).ShouldBe(HttpStatusCode.OK);
        (await PostAsync("/callbacks/mail/dev-mail", "Subject: Trả lời tự động\r\n\r\nTôi đi vắng.", "message/rfc822")).ShouldBe(HttpStatusCode.OK);
        (await PostAsync("/callbacks/mail/wrong", report, "message/rfc822")).ShouldBe(HttpStatusCode.NotFound);

        (await ToldAsync()).ShouldBe(before + 1);
    }

    [Test]
    public async Task Should_read_what_a_mail_server_drops_into_the_folder_once()
    {
        var folder = Directory.CreateTempSubdirectory("dvc-returned-").FullName;
        try
        {
            var mail = $"Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nAction: failed\nStatus: 5.2.2\n\n"
                + $"--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <{_code}~state-3~{Guid.NewGuid():N}@dvcqg.example>\n\n--b--\n";
            foreach (var (name, text) in new[] { ("1.eml", mail), ("2.eml", mail), ("3.eml", "Subject: x\n\nTôi đi vắng.") })
            {
                await File.WriteAllTextAsync(Path.Combine(folder, name), text);
                File.SetLastWriteTimeUtc(Path.Combine(folder, name), DateTime.UtcNow.AddMinutes(-1));
            }

            await File.WriteAllTextAsync(Path.Combine(folder, "4.eml"), "it is still being written");
            var before = await ToldAsync();

            await _gateway.Services.GetRequiredService<Gateway.Notices.ReturnedMailFolder>().ReadAsync(folder, CancellationToken.None);

            (await ToldAsync()).ShouldBe(before + 1);
            Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)
                .ShouldBe(["4.eml", Path.Combine("other", "3.eml"), Path.Combine("read", "1.eml"), Path.Combine("read", "2.eml")]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void Should_refuse_a_short_secret_outside_development()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Sms:Esms:CallbackSecret", "short")]).Build();

        Should.Throw<Registries.Settings.SettingsException>(() => Gateway.Notices.NoticeReportOptions.Read(configuration, isDevelopment: false))
            .Message.ShouldBe("Sms:Esms:CallbackSecret must have at least 24 characters.");
        Gateway.Notices.NoticeReportOptions.Read(new ConfigurationBuilder().Build(), isDevelopment: false).Esms.ShouldBeNull("unsaid, nobody is listened to");
    }

    private string Esms(string secret, string occasion, int success, int status = 5) =>
        $"/callbacks/esms/{secret}?SMSID=1&RequestId={_code}~{occasion}&SendStatus={status}&SendSuccess={success}&SendFailed={1 - success}";

    private async Task<HttpStatusCode> GetAsync(string address)
    {
        using var answer = await _gateway.Http.GetAsync(new Uri(address, UriKind.Relative));
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> PostAsync(string address, string body, string type)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var answer = await _gateway.Http.PostAsync(new Uri(address, UriKind.Relative), content);
        return answer.StatusCode;
    }

    private async Task<long> ToldAsync() => await _gateway.Database.ScalarAsync<long>(
        "select count(*) from bus.ready r join bus.word w on w.id = r.type and w.kind = 'type' where w.name = 'notifications.delivery-told.v1'");
}
