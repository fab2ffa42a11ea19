using System.Text;
using DichVuCong.Adapters.SmsBrandname;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Notices.Tests.Doubles;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Notices.Tests.Sms.Providers;

internal sealed class When_fpt_is_used
{
    private const string Taken = """{"MessageId":"m-1","Phone":"84912345678"}""";

    /// <summary>Every documented code, and what must come of it; true where somebody must put our settings right.</summary>
    private static readonly (string Code, OutcomeKind Kind, bool IsOurs)[] Cases =
    [
        ("0", OutcomeKind.Done, false), ("200", OutcomeKind.Done, false),
        ("1008", OutcomeKind.Transient, true), ("1011", OutcomeKind.Transient, true), ("1013", OutcomeKind.Transient, true),
        ("1", OutcomeKind.Done, false), ("2501", OutcomeKind.Done, false),
        ("2", OutcomeKind.Transient, true), ("-8", OutcomeKind.Transient, true), ("2513", OutcomeKind.Transient, true),
        ("5", OutcomeKind.Refused, false), ("-20", OutcomeKind.Refused, false), ("2518", OutcomeKind.Refused, false),
        ("6", OutcomeKind.Refused, false), ("-18", OutcomeKind.Refused, false), ("2519", OutcomeKind.Refused, false),
    ];

    [Test]
    public async Task Should_ask_for_a_token_and_send_the_text_in_base64()
    {
        await using var provider = await ProviderBench.FptAsync(_ => Taken);
        using var bench = Bench(provider);

        (await bench.SendAsync()).Kind.ShouldBe(OutcomeKind.Done);

        var token = ProviderBench.BodyOf(provider);
        token["grant_type"]!.GetValue<string>().ShouldBe("client_credentials");
        token["client_id"]!.GetValue<string>().ShouldBe("dvc-client");
        token["scope"]!.GetValue<string>().ShouldBe("send_brandname_otp send_brandname");
        var sent = ProviderBench.BodyOf(provider, 1);
        sent["access_token"]!.GetValue<string>().ShouldBe("token-1");
        sent["session_id"]!.GetValue<string>().ShouldBe(token["session_id"]!.GetValue<string>());
        sent["BrandName"]!.GetValue<string>().ShouldBe("DVCQG");
        sent["Phone"]!.GetValue<string>().ShouldBe("84912345678");
        sent["RequestId"]!.GetValue<string>().ShouldBe(Sample.Call.IdempotencyKey.ToString("N"));
        Encoding.UTF8.GetString(Convert.FromBase64String(sent["Message"]!.GetValue<string>()))
            .ShouldBe("Ho so H29.101-261121-5000001 da duoc Uy ban nhan dan phuong Sai Gon tiep nhan.");
        provider.Headers["Authorization"].ShouldBe("Bearer token-1");
    }

    [Test]
    public async Task Should_use_a_token_until_shortly_before_its_end()
    {
        await using var provider = await ProviderBench.FptAsync(_ => Taken);
        using var bench = Bench(provider);

        await bench.SendAsync();
        bench.Time.Advance(TimeSpan.FromSeconds(3500));
        await bench.SendAsync();
        provider.Requests.Count.ShouldBe(3, "one token, two messages");
        bench.Time.Advance(TimeSpan.FromSeconds(60));
        await bench.SendAsync();

        provider.Requests.Count.ShouldBe(5, "a new token for the third");
        ProviderBench.BodyOf(provider, 4)["access_token"]!.GetValue<string>().ShouldBe("token-2");
    }

    [TestCase(1013)]
    [TestCase(1011)]
    public async Task Should_renew_a_token_that_is_not_taken_any_more_and_send_again_at_once(int code)
    {
        await using var provider = await ProviderBench.FptAsync(number => number == 1 ? Error(code.ToString()) : Taken);
        using var bench = Bench(provider);

        (await bench.SendAsync()).Kind.ShouldBe(OutcomeKind.Done);

        provider.Requests.Count.ShouldBe(4);
        ProviderBench.BodyOf(provider, 3)["access_token"]!.GetValue<string>().ShouldBe("token-2");
        ProviderBench.BodyOf(provider, 3)["RequestId"]!.GetValue<string>().ShouldBe(ProviderBench.BodyOf(provider, 1)["RequestId"]!.GetValue<string>());
    }

    [Test]
    public async Task Should_renew_a_token_once_for_all_who_need_it()
    {
        await using var provider = await ProviderBench.FptAsync(_ => Taken);
        using var bench = Bench(provider);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 20).Select(number => bench.SendAsync(key: new Guid(number, 0, 0, new byte[8])))).Soon();

        outcomes.ShouldAllBe(outcome => outcome.Kind == OutcomeKind.Done);
        provider.Requests.Count.ShouldBe(21, "one token, twenty messages");
    }

    [TestCaseSource(nameof(Cases))]
    public async Task Should_know_what_a_code_means((string Code, OutcomeKind Kind, bool IsOurs) @case)
    {
        await using var provider = await ProviderBench.FptAsync(_ => Error(@case.Code));
        using var bench = Bench(provider);

        var outcome = await bench.SendAsync(provider: null);

        outcome.Kind.ShouldBe(@case.Kind, outcome.Reason);
        outcome.RetryAfter.ShouldBe(@case.IsOurs ? TimeSpan.FromMinutes(15) : null);
        bench.Log.Lines.Any(line => line.Level == LogLevel.Error).ShouldBe(@case.IsOurs);
        if (@case.Kind == OutcomeKind.Refused) outcome.Reply.ShouldBeOfType<NoticeFailed>();
    }

    [Test]
    public void Should_have_a_case_for_every_code() =>
        FptAnswers.Codes.Rows.SelectMany(row => row.Codes).Order().ShouldBe(Cases.Select(@case => @case.Code).Order());

    [TestCase("""{"access_token":""}""", OutcomeKind.Transient)]
    [TestCase("<html/>", OutcomeKind.Transient)]
    [TestCase("""{"error":1008}""", OutcomeKind.Transient)]
    public async Task Should_have_sent_nothing_without_a_token(string answer, OutcomeKind kind)
    {
        await using var provider = await ProviderBench.FptAsync(_ => Taken, _ => answer);
        using var bench = Bench(provider);

        (await bench.SendAsync()).Kind.ShouldBe(kind);

        provider.Requests.Count.ShouldBe(1, "the message was not sent");
    }

    [Test]
    public void Should_recognise_a_repetition_for_five_minutes()
    {
        using var bench = new ProviderBench((http, time) => new FptProvider(http, ProviderBench.Fpt(new Uri("http://provider.example")), time));

        bench.Operation.RepeatabilityOf(Sample.Sms).ShouldBe(Repeatability.Deduplicates(TimeSpan.FromMinutes(5)));
    }

    [Test]
    public void Should_name_every_field_that_is_wrong()
    {
        var errors = new FptSettings { Scope = "", SendPath = "", TokenLifetime = TimeSpan.Zero, DuplicateWindow = TimeSpan.Zero }.Validate();

        foreach (var field in new[] { "Endpoint", "Brandname", "ClientId", "ClientSecret", "Scope", "SendPath", "TokenLifetime", "DuplicateWindow" })
        {
            errors.ShouldContain(error => error.StartsWith(field, StringComparison.Ordinal), field);
        }
    }

    private static ProviderBench Bench(FakeProvider provider) => new((http, time) => new FptProvider(http, ProviderBench.Fpt(provider.Endpoint), time));

    private static string Error(string code) => $$"""{"error":{{code}},"error_description":"about 84912345678"}""";
}
