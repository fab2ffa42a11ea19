using System.Text.Json.Nodes;
using DichVuCong.Adapters.AppNotices;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Notices.Tests.Doubles;
using DichVuCong.Notices.Tests.Sms;

namespace DichVuCong.Notices.Tests.App;

internal sealed class When_an_app_notice_is_sent
{
    private const string Person = "001090000001";

    private static readonly SendAppNotice Notice = new(
        Sample.Dossier, "state-5#2", "state-5.v1", new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 9, 10, 0, 0, TimeSpan.Zero));

    private static readonly CapturedLog<SendAppNoticeOperation> Log = new();

    /// <summary>What the app answers, and what must come of it; true where somebody must put our settings right.</summary>
    private static readonly (int Status, string Body, OutcomeKind Kind, bool IsOurs)[] Cases =
    [
        (202, """{"status":"accepted"}""", OutcomeKind.Done, false),
        (200, """{"status":"accepted"}""", OutcomeKind.Done, false),
        (422, """{"status":"rejected","code":"unknown-person"}""", OutcomeKind.Refused, false),
        (422, """{"status":"rejected","code":"not-installed"}""", OutcomeKind.Refused, false),
        (422, """{"status":"rejected","code":"opted-out"}""", OutcomeKind.Refused, false),
        (422, """{"status":"rejected","code":"unknown-template"}""", OutcomeKind.Transient, true),
        (422, """{"status":"rejected","code":"parameters"}""", OutcomeKind.Transient, true),
        (400, """{"status":"rejected","code":"idempotency-key"}""", OutcomeKind.Transient, true),
        (401, """{"status":"rejected","code":"unauthorized"}""", OutcomeKind.Transient, true),
        (404, "", OutcomeKind.Transient, true),
        (429, "", OutcomeKind.Transient, false),
        (503, """{"status":"rejected","code":"not-installed"}""", OutcomeKind.Transient, false),
        (500, """{"status":"accepted"}""", OutcomeKind.Unknown, false),
        (200, "<html/>", OutcomeKind.Unknown, false),
        (200, """{"status":"new"}""", OutcomeKind.Unknown, false),
    ];

    [Test]
    public async Task Should_send_the_template_and_its_parameters_for_the_person()
    {
        await using var app = await FakeProvider.AnsweringAsync("""{"status":"accepted"}""", 202);

        var outcome = await SendAsync(app);

        outcome.Kind.ShouldBe(OutcomeKind.Done);
        outcome.Reply.ShouldBe(new NoticeSent(Sample.Dossier, "state-5#2", NoticeChannels.App));
        JsonNode.DeepEquals(JsonNode.Parse(app.Requests.Single()), JsonNode.Parse(
            """
            {"recipient":"001090000001","template":"state-5.v1","parameters":{"code":"H29.101-261121-5000001","at":"09:00 02/03/2026",
             "agency":"Ủy ban nhân dân phường Sài Gòn","deadline":"17:00 09/03/2026","number":"2"},"dossierCode":"H29.101-261121-5000001",
             "reference":"H29.101-261121-5000001~state-5#2","reportTo":"https://gateway.example/callbacks/app/x"}
            """)).ShouldBeTrue(app.Requests.Single());
        app.Headers["Authorization"].ShouldBe("Bearer s3cret");
        app.Headers["Idempotency-Key"].ShouldBe(Sample.Call.IdempotencyKey.ToString("D"));
    }

    [TestCaseSource(nameof(Cases))]
    public async Task Should_know_what_an_answer_means((int Status, string Body, OutcomeKind Kind, bool IsOurs) @case)
    {
        await using var app = await FakeProvider.AnsweringAsync(@case.Body, @case.Status);

        var outcome = await SendAsync(app);

        outcome.Kind.ShouldBe(@case.Kind, outcome.Reason);
        outcome.RetryAfter.ShouldBe(@case.IsOurs ? TimeSpan.FromMinutes(15) : null);
        if (@case.Kind == OutcomeKind.Refused) outcome.Reply.ShouldBeOfType<NoticeFailed>().Channel.ShouldBe(NoticeChannels.App);
    }

    [Test]
    public void Should_have_a_case_for_every_code() =>
        AppAnswers.Codes.Keys.Where(code => !Array.Exists(Cases, @case => @case.Body.Contains($"\"{code}\"", StringComparison.Ordinal))).ShouldBeEmpty();

    [Test]
    public async Task Should_refuse_without_a_personal_number_and_call_nobody()
    {
        await using var app = await FakeProvider.AnsweringAsync("""{"status":"accepted"}""");

        (await SendAsync(app, person: null)).Reply.ShouldBeOfType<NoticeFailed>().Reason.ShouldBe("no personal number");
        app.Requests.ShouldBeEmpty();
    }

    [Test]
    public async Task Should_try_again_when_nobody_listens_and_not_know_when_the_answer_is_missing()
    {
        await using var silent = await FakeProvider.StartAsync(context => { context.Abort(); return Task.CompletedTask; });

        (await SendAsync(silent)).Kind.ShouldBe(OutcomeKind.Unknown);
        (await SendAsync(new Uri("http://127.0.0.1:1"))).Kind.ShouldBe(OutcomeKind.Transient);
    }

    [Test]
    public void Should_keep_the_person_out_of_every_line() => Log.Lines.ShouldAllBe(line => !line.Line.Contains(Person));

    [TestCase("""{"reference":"H29.101-261121-5000001~receipt","state":"delivered"}""", NoticeState.Delivered, null)]
    [TestCase("""{"reference":"H29.101-261121-5000001~receipt","state":"failed","reason":"not-installed"}""", NoticeState.Failed, "the person does not use the app")]
    [TestCase("""{"reference":"H29.101-261121-5000001~receipt","state":"failed","reason":"001090000001"}""", NoticeState.Failed, "the app could not show it")]
    public void Should_read_in_a_report_what_became_of_a_notice(string body, NoticeState state, string? reason) =>
        AppReport.Read(System.Text.Encoding.UTF8.GetBytes(body), out _).ShouldBe(new DeliveryTold(Sample.Dossier, "receipt", NoticeChannels.App, state, reason));

    [TestCase("", "body"), TestCase("[]", "body"), TestCase("{}", "reference"), TestCase("""{"reference":"x"}""", "reference"),
     TestCase("""{"reference":"H29.101-261121-5000001~receipt","state":"seen"}""", "state")]
    public void Should_name_the_field_that_cannot_be_read(string body, string field)
    {
        AppReport.Read(System.Text.Encoding.UTF8.GetBytes(body), out var wrong).ShouldBeNull();
        wrong.ShouldBe(field);
    }

    [Test]
    public void Should_name_every_setting_that_is_wrong() =>
        new AppNoticeSettings { ReportTo = new Uri("/x", UriKind.Relative), DuplicateWindow = TimeSpan.Zero, ConfigurationRetryAfter = TimeSpan.Zero }.Validate()
            .Select(error => error.Split(' ')[0]).ShouldBe(["Endpoint", "ReportTo", "Token", "DuplicateWindow", "ConfigurationRetryAfter"]);

    private static Task<Outcome> SendAsync(FakeProvider app, string? person = Person) => SendAsync(app.Endpoint, person);

    private static async Task<Outcome> SendAsync(Uri endpoint, string? person = Person)
    {
        using var http = new HttpClient();
        var settings = new AppNoticeSettings { Endpoint = endpoint, Token = "s3cret", ReportTo = new Uri("https://gateway.example/callbacks/app/x") };
        var recipient = Recipients.Of() with { PersonalId = PersonalId.TryParse(person, out var id) ? id : null };
        var operation = new SendAppNoticeOperation(http, settings, new Recipients(recipient), new ManualTime(), Log);
        return await operation.CallAsync(Notice, Sample.Call, CancellationToken.None).Soon();
    }
}
