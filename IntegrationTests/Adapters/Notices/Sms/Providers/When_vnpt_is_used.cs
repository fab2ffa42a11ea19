using DichVuCong.Adapters.SmsBrandname;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Notices.Tests.Doubles;

namespace DichVuCong.Notices.Tests.Sms.Providers;

internal sealed class When_vnpt_is_used
{
    [Test]
    public async Task Should_send_the_values_of_the_registered_template()
    {
        await using var provider = await ProviderBench.JsonAsync(Reply("0"));
        using var bench = Bench(provider);

        var outcome = await bench.SendAsync();

        outcome.Kind.ShouldBe(OutcomeKind.Done);
        var request = ProviderBench.BodyOf(provider)["RQST"]!.AsObject();
        request["name"]!.GetValue<string>().ShouldBe("send_sms_list");
        request["REQID"]!.GetValue<string>().ShouldBe(Sample.Call.IdempotencyKey.ToString("N"));
        request["TEMPLATEID"]!.GetValue<string>().ShouldBe("1001");
        request["PARAMS"]!.ToJsonString().ShouldBe(
            """[{"NUM":"1","CONTENT":"H29.101-261121-5000001"},{"NUM":"2","CONTENT":"Uy ban nhan dan phuong Sai Gon"}]""");
        request["MOBILELIST"]!.GetValue<string>().ShouldBe("84912345678");
        request["CONTRACTTYPEID"]!.GetValue<string>().ShouldBe("1");
        request["SCHEDULETIME"]!.GetValue<string>().ShouldBe("");
        request["DATACODING"]!.GetValue<string>().ShouldBe("0");
        request.Select(field => field.Key).ShouldBe([
            "name", "REQID", "LABELID", "CONTRACTTYPEID", "CONTRACTID", "TEMPLATEID", "PARAMS", "SCHEDULETIME", "MOBILELIST", "ISTELCOSUB", "AGENTID", "APIUSER",
            "APIPASS", "USERNAME", "DATACODING",
        ]);
    }

    [TestCase("0", OutcomeKind.Done, "queued by the provider")]
    [TestCase("31", OutcomeKind.Unknown, "the provider's code is not documented, and was seen with a success (31)")]
    [TestCase("17", OutcomeKind.Transient, "the provider gives an error that is in no list (17)")]
    public async Task Should_know_what_a_code_means(string code, OutcomeKind kind, string reason)
    {
        await using var provider = await ProviderBench.JsonAsync(Reply(code));
        using var bench = Bench(provider);

        var outcome = await bench.SendAsync();

        (outcome.Kind, outcome.Reason).ShouldBe((kind, reason));
    }

    [Test]
    public void Should_have_a_case_for_every_code() => VnptAnswers.Codes.Rows.SelectMany(row => row.Codes).ShouldBe(["0", "31"]);

    [TestCase("""{"rply":{"error":0,"error_desc":"ok"}}""", OutcomeKind.Done)]
    [TestCase("\"{\\\"RPLY\\\":{\\\"ERROR\\\":\\\"0\\\"}}\"", OutcomeKind.Done)]
    [TestCase("{}", OutcomeKind.Unknown)]
    [TestCase("<html>ok</html>", OutcomeKind.Unknown)]
    [TestCase("[]", OutcomeKind.Unknown)]
    [TestCase("", OutcomeKind.Unknown)]
    public async Task Should_read_an_answer_tolerantly_and_believe_none_that_is_none(string answer, OutcomeKind kind)
    {
        await using var provider = await ProviderBench.JsonAsync(answer);
        using var bench = Bench(provider);

        (await bench.SendAsync()).Kind.ShouldBe(kind);
    }

    [Test]
    public async Task Should_refuse_for_good_what_matches_no_template_and_call_nobody()
    {
        await using var provider = await ProviderBench.JsonAsync(Reply("0"));
        var settings = ProviderBench.Vnpt(provider.Endpoint);
        var other = new VnptSettings
        {
            Endpoint = settings.Endpoint,
            Brandname = settings.Brandname,
            LabelId = settings.LabelId,
            ContractId = settings.ContractId,
            AgentId = settings.AgentId,
            ApiUser = settings.ApiUser,
            ApiPass = settings.ApiPass,
            UserName = settings.UserName,
            Templates = [new SmsTemplate("1", "Chào {ten}!")],
        };
        using var bench = new ProviderBench((http, time) => new VnptProvider(http, other, time));

        var outcome = await bench.SendAsync();

        outcome.Kind.ShouldBe(OutcomeKind.Refused);
        outcome.Reply.ShouldBeOfType<NoticeFailed>().Reason.ShouldBe("the text matches no template registered with the provider");
        provider.Requests.ShouldBeEmpty();
    }

    [Test]
    public void Should_be_neither_repeated_nor_asked_unless_a_setting_says_that_it_recognises_a_request()
    {
        using var bench = new ProviderBench((http, time) => new VnptProvider(http, ProviderBench.Vnpt(new Uri("http://provider.example")), time));

        bench.Operation.RepeatabilityOf(Sample.Sms).Class.ShouldBe(RepeatabilityClass.Neither);
    }

    [Test]
    public void Should_name_every_field_that_is_wrong()
    {
        var errors = new VnptSettings().Validate();

        foreach (var field in new[] { "Endpoint", "Brandname", "LabelId", "ContractId", "AgentId", "ApiUser", "ApiPass", "UserName", "Templates" })
        {
            errors.ShouldContain(error => error.StartsWith(field, StringComparison.Ordinal), field);
        }
    }

    private static ProviderBench Bench(FakeProvider provider) => new((http, time) => new VnptProvider(http, ProviderBench.Vnpt(provider.Endpoint), time));

    private static string Reply(string code) => $$$"""{"RPLY":{"name":"send_sms_list","ERROR":"{{{code}}}","ERROR_DESC":"about 84912345678"}}""";
}
