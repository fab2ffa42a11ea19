using DichVuCong.Adapters.SmsBrandname;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Notices.Tests.Sms;

internal sealed class When_the_provider_answers
{
    private static readonly TimeSpan Slowly = TimeSpan.FromMinutes(15);

    /// <summary>Real messages for every row of the table, and what must come of them.</summary>
    private static readonly (string Message, OutcomeKind Kind, bool Slowly, string Reason)[] Cases =
    [
        ("Insert MT_QUEUE: OK", OutcomeKind.Done, false, "queued by the provider"),
        ("Authenticate: USERNAME_NULL_OR_BLANK", OutcomeKind.Transient, true, "the provider refuses our account or address (USERNAME_NULL_OR_BLANK)"),
        ("Authenticate: CP_CODE_NOT_FOUND", OutcomeKind.Transient, true, "the provider refuses our account or address (CP_CODE_NOT_FOUND)"),
        ("Authenticate: WRONG_INFORMATION_AUTHENTICATE", OutcomeKind.Transient, true, "the provider refuses our account or address (WRONG_INFORMATION_AUTHENTICATE)"),
        ("Authenticate: IP_INVALID", OutcomeKind.Transient, true, "the provider refuses our account or address (IP_INVALID)"),
        ("Check RequestID: REQUEST_ID_NOT_NUMBER", OutcomeKind.Transient, true, "the provider refuses the setting RequestID (REQUEST_ID_NOT_NUMBER)"),
        ("Check CommandCode: NULL_OR_BLANK", OutcomeKind.Transient, true, "the provider refuses the setting CommandCode (NULL_OR_BLANK)"),
        ("Check UserID: FORMAT_ERROR", OutcomeKind.Refused, false, "the provider refuses the number (FORMAT_ERROR)"),
        ("Check ReceiverID: FORMAT_ERROR", OutcomeKind.Refused, false, "the provider refuses the number (FORMAT_ERROR)"),
        ("UserID_NOT_EQUAL_ReceiverID", OutcomeKind.Refused, false, "the provider refuses the number"),
        ("Unable to check telco from input receiver 84912345678", OutcomeKind.Refused, false, "the provider knows no operator for the number"),
        ("Check ServiceID: DUPLICATE MESSAGE", OutcomeKind.Done, false, "the provider had this text for this number already"),
        ("Check ServiceID: ALIAS_INVALID:TELCO=VN", OutcomeKind.Refused, false, "the brandname is not registered with the recipient's operator (ALIAS_INVALID)"),
        ("Check ServiceID: NULL_OR_BLANK", OutcomeKind.Transient, true, "the provider refuses the setting ServiceID (NULL_OR_BLANK)"),
        ("Check Content: MAXLENGTH_LIMIT_480_BYTE", OutcomeKind.Refused, false, "the provider refuses the content (MAXLENGTH_LIMIT)"),
        ("Check Content: MSG_ERROR_CONTAIN_BLACKLIST: Ho so", OutcomeKind.Refused, false, "the provider refuses the content (MSG_ERROR_CONTAIN_BLACKLIST)"),
        ("Check template: CONTENT_NOT_MATCH_TEMPLATE", OutcomeKind.Refused, false, "the content matches no template registered with the provider (CONTENT_NOT_MATCH_TEMPLATE)"),
        ("Check information error", OutcomeKind.Transient, false, "the provider could not check the message"),
        ("Something new about 84912345678: QUEUE_IS_FULL", OutcomeKind.Transient, false, "the provider gives an error that is in no list (QUEUE_IS_FULL)"),
    ];

    [TestCaseSource(nameof(Cases))]
    public async Task Should_know_what_it_means((string Message, OutcomeKind Kind, bool Slowly, string Reason) @case)
    {
        await using var provider = await FakeProvider.AnsweringAsync(FakeProvider.Answer(@case.Message, @case.Kind == OutcomeKind.Done ? "1" : "0"));
        using var bench = new SmsBench(provider.Endpoint);

        var outcome = await bench.SendAsync();

        outcome.Kind.ShouldBe(@case.Kind);
        outcome.Reason.ShouldBe(@case.Reason);
        outcome.RetryAfter.ShouldBe(@case.Slowly ? Slowly : null);
        bench.Log.Lines.Any(line => line.Level == LogLevel.Error).ShouldBe(@case.Slowly);
        if (@case.Kind == OutcomeKind.Refused) outcome.Reply.ShouldBeOfType<NoticeFailed>().Reason.ShouldBe(@case.Reason);
        if (@case.Kind == OutcomeKind.Done) outcome.Reply.ShouldBeOfType<NoticeSent>();
    }

    [Test]
    public void Should_have_a_case_for_every_row() =>
        ProviderAnswers.Table.Where(row => !Array.Exists(Cases, @case => FirstRowOf(@case.Message) == row.Prefix)).ShouldBeEmpty();

    [TestCase("0", "0", OutcomeKind.Done)]
    [TestCase("0", "1", OutcomeKind.Transient)]
    [TestCase("1", "1", OutcomeKind.Done)]
    [TestCase("1", "0", OutcomeKind.Transient)]
    [TestCase("1", "", OutcomeKind.Transient)]
    public async Task Should_read_the_result_as_the_settings_say_when_the_text_says_nothing(string success, string result, OutcomeKind expected)
    {
        await using var provider = await FakeProvider.AnsweringAsync(FakeProvider.Answer("whatever", result));
        using var bench = new SmsBench(provider.Endpoint, settings: SmsBench.Settings(provider.Endpoint, success));

        (await bench.SendAsync()).Kind.ShouldBe(expected);
    }

    [Test]
    public async Task Should_believe_an_error_text_even_in_the_clothes_of_success()
    {
        await using var provider = await FakeProvider.AnsweringAsync(FakeProvider.Answer("Authenticate: IP_INVALID", "1"));
        using var bench = new SmsBench(provider.Endpoint);

        (await bench.SendAsync()).Kind.ShouldBe(OutcomeKind.Transient);
    }

    [TestCase("""
        <?xml version="1.0"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>
        <wsCpMtResponse xmlns="http://impl.bulkSms.ws/"><return><message>Insert MT_QUEUE: OK</message><result>1</result></return></wsCpMtResponse>
        </soap:Body></soap:Envelope>
        """)]
    [TestCase("""
        <e:Envelope xmlns:e="x"><e:Body><a:r xmlns:a="y">
        <a:return><a:Message> <![CDATA[Insert MT_QUEUE: OK]]> </a:Message><a:Result> 1 </a:Result></a:return>
        </a:r></e:Body></e:Envelope>
        """)]
    [TestCase("<return><result>1</result></return>")]
    [TestCase("\uFEFF<return><message/><result>1</result></return>")]
    public async Task Should_read_it_whatever_its_prefixes(string answer)
    {
        await using var provider = await FakeProvider.AnsweringAsync(answer);
        using var bench = new SmsBench(provider.Endpoint);

        (await bench.SendAsync()).Kind.ShouldBe(OutcomeKind.Done);
    }

    [TestCase("")]
    [TestCase("OK")]
    [TestCase("<html><body>Welcome</body></html>")]
    [TestCase("<return><result>1</result>")]
    [TestCase("""<!DOCTYPE r [<!ENTITY a "1">]><return><result>&a;</result></return>""")]
    public async Task Should_not_know_the_outcome_of_an_answer_that_is_none(string answer)
    {
        await using var provider = await FakeProvider.AnsweringAsync(answer);
        using var bench = new SmsBench(provider.Endpoint);

        (await bench.SendAsync()).Kind.ShouldBe(OutcomeKind.Unknown);
    }

    [Test]
    public async Task Should_not_know_the_outcome_of_an_answer_without_bounds()
    {
        await using var provider = await FakeProvider.AnsweringAsync(FakeProvider.Answer(new string('x', 70_000), "1"));
        using var bench = new SmsBench(provider.Endpoint);

        (await bench.SendAsync()).ToString().ShouldBe("Unknown: the answer is too long, or no XML");
    }

    private static string? FirstRowOf(string message) =>
        ProviderAnswers.Table.Select(row => row.Prefix).FirstOrDefault(prefix => message.StartsWith(prefix, StringComparison.Ordinal));
}
