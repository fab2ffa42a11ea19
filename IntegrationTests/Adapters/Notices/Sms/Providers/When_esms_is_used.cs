using DichVuCong.Adapters.SmsBrandname;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Notices.Tests.Doubles;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Notices.Tests.Sms.Providers;

internal sealed class When_esms_is_used
{
    private const string Reference = "H29.101-261121-5000001~state-2";

    /// <summary>Every documented code, and what must come of it; true where somebody must put our settings right.</summary>
    private static readonly (string Code, OutcomeKind Kind, bool IsOurs)[] Cases =
    [
        ("100", OutcomeKind.Done, false), ("99", OutcomeKind.Refused, false), ("101", OutcomeKind.Transient, true), ("102", OutcomeKind.Transient, true),
        ("103", OutcomeKind.Transient, true), ("104", OutcomeKind.Transient, true), ("105", OutcomeKind.Transient, true), ("106", OutcomeKind.Transient, true),
        ("107", OutcomeKind.Transient, true), ("108", OutcomeKind.Refused, false), ("110", OutcomeKind.Refused, false), ("118", OutcomeKind.Transient, true),
    ];

    [Test]
    public async Task Should_send_the_documented_body()
    {
        await using var provider = await ProviderBench.JsonAsync(Answer("100"));
        using var bench = Bench(provider);

        (await bench.SendAsync()).Kind.ShouldBe(OutcomeKind.Done);

        var body = ProviderBench.BodyOf(provider);
        body.Select(field => $"{field.Key}={field.Value}").ShouldBe([
            "ApiKey=dvc-key", "SecretKey=s3cret", "Phone=84912345678",
            "Content=Ho so H29.101-261121-5000001 da duoc Uy ban nhan dan phuong Sai Gon tiep nhan.",
            "Brandname=DVCQG", "SmsType=2", "IsUnicode=0", $"RequestId={Reference}", "campaignid=", "Sandbox=0",
            "CallbackUrl=https://gateway.example/callbacks/esms/x",
        ]);
    }

    [TestCaseSource(nameof(Cases))]
    public async Task Should_know_what_a_code_means((string Code, OutcomeKind Kind, bool IsOurs) @case)
    {
        await using var provider = await ProviderBench.JsonAsync(Answer(@case.Code));
        using var bench = Bench(provider);

        var outcome = await bench.SendAsync(provider: null);

        outcome.Kind.ShouldBe(@case.Kind, outcome.Reason);
        outcome.RetryAfter.ShouldBe(@case.IsOurs ? TimeSpan.FromMinutes(15) : null);
        bench.Log.Lines.Any(line => line.Level == LogLevel.Error).ShouldBe(@case.IsOurs);
    }

    [Test]
    public void Should_have_a_case_for_every_code() =>
        EsmsAnswers.Codes.Rows.SelectMany(row => row.Codes).Order().ShouldBe(Cases.Select(@case => @case.Code).Order());

    [TestCase(500, "101", OutcomeKind.Transient, "a known error is believed, whatever its status")]
    [TestCase(500, "100", OutcomeKind.Unknown, "a success in the clothes of a failure may be one, or not")]
    [TestCase(503, "", OutcomeKind.Transient, "the status says that nothing was done")]
    public async Task Should_read_the_body_of_a_failure_with_care(int status, string code, OutcomeKind kind, string because)
    {
        await using var provider = await ProviderBench.JsonAsync(Answer(code), status);
        using var bench = Bench(provider);

        (await bench.SendAsync(provider: null)).Kind.ShouldBe(kind, because);
    }

    [TestCase(5, 1, 0, NoticeState.Delivered, null)]
    [TestCase(5, 0, 1, NoticeState.Failed, "the operator could not deliver it")]
    [TestCase(4, 0, 0, NoticeState.Failed, "the provider rejected it after it had taken it")]
    public void Should_read_in_a_report_what_became_of_a_message(int status, int success, int failed, NoticeState state, string? reason) =>
        EsmsReport.Read(Query(status, success, failed)).ShouldBe(
            new SmsReportReading.Told(new DeliveryTold(Sample.Dossier, Sample.Occasion, NoticeChannels.Sms, state, reason)));

    [TestCase(1), TestCase(2), TestCase(7), TestCase(3)]
    public void Should_wait_while_a_message_is_under_way(int status) => EsmsReport.Read(Query(status, 0, 0)).ShouldBeOfType<SmsReportReading.StillUnderWay>();

    [Test]
    public void Should_not_take_finished_without_any_result_for_an_end() => EsmsReport.Read(Query(5, 0, 0)).ShouldBeOfType<SmsReportReading.StillUnderWay>();

    [TestCase(null), TestCase(""), TestCase("abc"), TestCase("~receipt"), TestCase("H29.101-261121-5000001"), TestCase("H29.101-261121-5000001~"),
     TestCase("H29.101-261121-5000001~<script>"), TestCase("nothing~receipt")]
    public void Should_know_that_a_report_is_of_nobody_of_ours(string? reference) =>
        EsmsReport.Read(name => name == "RequestId" ? reference : "5").ShouldBeOfType<SmsReportReading.Strange>();

    [TestCase("SendStatus"), TestCase("SendSuccess"), TestCase("SendFailed")]
    public void Should_name_the_field_that_cannot_be_read(string field) =>
        EsmsReport.Read(name => name == field ? "x" : Query(5, 1, 0)(name)).ShouldBe(new SmsReportReading.Malformed(field));

    [Test]
    public void Should_name_every_setting_that_is_wrong()
    {
        var errors = new EsmsSettings { SmsType = "", CallbackUrl = new Uri("ftp://x"), DuplicateWindow = TimeSpan.Zero }.Validate();

        foreach (var field in new[] { "Endpoint", "Brandname", "ApiKey", "SecretKey", "SmsType", "CallbackUrl", "DuplicateWindow" })
        {
            errors.ShouldContain(error => error.StartsWith(field, StringComparison.Ordinal), field);
        }
    }

    private static ProviderBench Bench(FakeProvider provider) => new((http, time) => new EsmsProvider(http, ProviderBench.Esms(provider.Endpoint), time));

    private static string Answer(string code) => $$"""{"CodeResult":"{{code}}","CountRegenerate":0,"SMSID":"s-1","ErrorMessage":"about 84912345678"}""";

    private static Func<string, string?> Query(int status, int success, int failed) => name => name switch
    {
        "RequestId" => Reference,
        "SendStatus" => $"{status}",
        "SendSuccess" => $"{success}",
        "SendFailed" => $"{failed}",
        "SMSID" => "s-1",
        _ => null,
    };
}
