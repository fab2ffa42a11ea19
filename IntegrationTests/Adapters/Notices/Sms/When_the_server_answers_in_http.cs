using DichVuCong.Adapters.SmsBrandname;
using DichVuCong.Messaging;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Notices.Tests.Sms;

internal sealed class When_the_server_answers_in_http
{
    [TestCase(204, OutcomeKind.Unknown, false)]
    [TestCase(302, OutcomeKind.Transient, true)]
    [TestCase(400, OutcomeKind.Transient, true)]
    [TestCase(401, OutcomeKind.Transient, true)]
    [TestCase(404, OutcomeKind.Transient, true)]
    [TestCase(408, OutcomeKind.Transient, false)]
    [TestCase(429, OutcomeKind.Transient, false)]
    [TestCase(500, OutcomeKind.Unknown, false)]
    [TestCase(502, OutcomeKind.Unknown, false)]
    [TestCase(503, OutcomeKind.Transient, false)]
    [TestCase(504, OutcomeKind.Unknown, false)]
    public async Task Should_judge_by_the_status(int status, OutcomeKind expected, bool slowly)
    {
        await using var provider = await FakeProvider.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            if (status == 302) context.Response.Headers.Location = "http://elsewhere.example/";
            return Task.CompletedTask;
        });
        using var bench = new SmsBench(provider.Endpoint);

        var outcome = await bench.SendAsync();

        outcome.Kind.ShouldBe(expected);
        outcome.RetryAfter.ShouldBe(slowly ? TimeSpan.FromMinutes(15) : null);
        bench.Log.Lines.Any(line => line.Level == LogLevel.Error).ShouldBe(slowly);
    }

    [Test]
    public async Task Should_not_believe_a_good_answer_under_a_bad_status()
    {
        await using var provider = await FakeProvider.AnsweringAsync(FakeProvider.Answer("Insert MT_QUEUE: OK", "1"), 500);
        using var bench = new SmsBench(provider.Endpoint);

        (await bench.SendAsync()).Kind.ShouldBe(OutcomeKind.Unknown);
    }

    [TestCase("S:Client", OutcomeKind.Transient)]
    [TestCase("S:Server", OutcomeKind.Unknown)]
    public async Task Should_tell_a_fault_of_ours_from_one_of_the_server(string faultCode, OutcomeKind expected)
    {
        var fault =
            $"""
            <S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>
              <S:Fault><faultcode>{faultCode}</faultcode><faultstring>no</faultstring></S:Fault>
            </S:Body></S:Envelope>
            """;
        await using var provider = await FakeProvider.AnsweringAsync(fault, 500);
        using var bench = new SmsBench(provider.Endpoint);

        (await bench.SendAsync()).Kind.ShouldBe(expected);
    }

    [TestCase("120", 120)]
    [TestCase("Sat, 21 Nov 2026 02:05:00 GMT", 300)]
    [TestCase("Sat, 21 Nov 2026 01:00:00 GMT", 0)]
    [TestCase("999999", 3600)]
    public async Task Should_wait_as_long_as_it_asks_within_an_hour(string header, int seconds)
    {
        await using var provider = await FakeProvider.StartAsync(context =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = header;
            return Task.CompletedTask;
        });
        using var bench = new SmsBench(provider.Endpoint);

        (await bench.SendAsync()).RetryAfter.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Test]
    public void Should_have_a_row_for_every_status() =>
        Enumerable.Range(100, 900).ShouldAllBe(status => HttpAnswers.Table.Any(row => status >= row.From && status <= row.To));
}
