using System.Net;
using System.Net.Sockets;
using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Adapters.Banks.Vnpay;
using DichVuCong.Banks.Tests.Fakes;
using DichVuCong.Contracts.Payments;
using Microsoft.AspNetCore.Http;

namespace DichVuCong.Banks.Tests.Http;

/// <summary>One client stands for all: they share the way.</summary>
internal sealed class When_the_way_to_a_partner_breaks
{
    [Test]
    public async Task Should_know_that_nothing_was_done_when_nobody_is_there()
    {
        using var http = BankHttp.CreateClient(BankHttp.CreateHandler());
        var answer = await RefundAsync(http, new Uri($"http://127.0.0.1:{FreePort()}"), TimeProvider.System);
        answer.ShouldBeOfType<PartnerAnswer<VnpayRefund>.NotSent>().Reason.ShouldBe("ConnectionError before sending");
    }

    [Test]
    public async Task Should_not_know_when_the_connection_is_cut_before_the_answer()
    {
        await using var partner = await FakePartner.StartAsync();
        partner.Answer = (_, context) =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        (await RefundAsync(partner)).ShouldBeOfType<PartnerAnswer<VnpayRefund>.Unknown>();
        partner.Requests.Count.ShouldBe(1);
    }

    [Test]
    public async Task Should_not_know_when_the_connection_is_cut_in_the_middle_of_the_answer()
    {
        await using var partner = await FakePartner.StartAsync();
        partner.Answer = async (_, context) =>
        {
            context.Response.ContentLength = 200;
            await context.Response.WriteAsync("""{"vnp_ResponseCode":"00",""");
            await context.Response.Body.FlushAsync();
            context.Abort();
        };
        (await RefundAsync(partner)).ShouldBeOfType<PartnerAnswer<VnpayRefund>.Unknown>();
    }

    [Test]
    public async Task Should_not_know_when_no_answer_comes_in_time()
    {
        await using var partner = await FakePartner.StartAsync();
        var time = new ManualTime();
        partner.Answer = async (_, context) =>
        {
            time.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        var answer = await RefundAsync(partner.Http, partner.BaseUrl, time);
        answer.ShouldBeOfType<PartnerAnswer<VnpayRefund>.Unknown>().Reason.ShouldBe("timed out after sending");
    }

    [Test]
    public async Task Should_throw_only_when_the_caller_cancels()
    {
        await using var partner = await FakePartner.StartAsync();
        using var stop = new CancellationTokenSource();
        partner.Answer = async (_, context) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        await Should.ThrowAsync<OperationCanceledException>(() => RefundAsync(partner.Http, partner.BaseUrl, TimeProvider.System, stop.Token));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Should_not_read_an_answer_without_end(bool announced)
    {
        await using var partner = await FakePartner.StartAsync();
        partner.Answer = async (_, context) =>
        {
            if (announced) context.Response.ContentLength = 3L << 30;
            var chunk = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
        };
        (await RefundAsync(partner)).ShouldBeOfType<PartnerAnswer<VnpayRefund>.Unknown>();
    }

    [TestCase("")]
    [TestCase("<html>ok</html>")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("null")]
    [TestCase("""{"vnp_ResponseCode":null}""")]
    [TestCase("""{"vnp_ResponseCode":"00"}""")]
    [TestCase("""{"vnp_ResponseCode":"00","vnp_responsecode":"95"}""")]
    public async Task Should_not_know_from_garbage(string body)
    {
        await using var partner = await FakePartner.StartAsync();
        partner.Answers(200, body);
        (await RefundAsync(partner)).ShouldBeOfType<PartnerAnswer<VnpayRefund>.Unknown>();
    }

    [TestCase(500, typeof(PartnerAnswer<VnpayRefund>.Unknown))]
    [TestCase(502, typeof(PartnerAnswer<VnpayRefund>.Unknown))]
    [TestCase(503, typeof(PartnerAnswer<VnpayRefund>.Unknown))]
    [TestCase(504, typeof(PartnerAnswer<VnpayRefund>.Unknown))]
    [TestCase(408, typeof(PartnerAnswer<VnpayRefund>.Unknown))]
    [TestCase(429, typeof(PartnerAnswer<VnpayRefund>.NotSent))]
    [TestCase(302, typeof(PartnerAnswer<VnpayRefund>.Unknown))]
    [TestCase(307, typeof(PartnerAnswer<VnpayRefund>.Unknown))]
    [TestCase(409, typeof(PartnerAnswer<VnpayRefund>.Unknown))]
    [TestCase(425, typeof(PartnerAnswer<VnpayRefund>.Unknown))]
    [TestCase(401, typeof(PartnerAnswer<VnpayRefund>.Refused))]
    [TestCase(404, typeof(PartnerAnswer<VnpayRefund>.Refused))]
    public async Task Should_judge_by_the_status_where_the_body_says_nothing(int status, Type expected)
    {
        await using var partner = await FakePartner.StartAsync();
        partner.Answers(status, "no");
        (await RefundAsync(partner)).ShouldBeOfType(expected);
    }

    [Test]
    public async Task Should_wait_as_long_as_the_partner_asks()
    {
        await using var partner = await FakePartner.StartAsync();
        partner.Answers(429, "", ("Retry-After", "120"));
        (await RefundAsync(partner)).ShouldBeOfType<PartnerAnswer<VnpayRefund>.NotSent>().RetryAfter.ShouldBe(TimeSpan.FromMinutes(2));
        partner.Answers(429, "", ("Retry-After", "999999"));
        (await RefundAsync(partner)).ShouldBeOfType<PartnerAnswer<VnpayRefund>.NotSent>().RetryAfter.ShouldBe(TimeSpan.FromHours(1));
    }

    [Test]
    public async Task Should_not_know_from_a_503_that_nothing_was_done()
    {
        await using var partner = await FakePartner.StartAsync();
        partner.Answers(503, "", ("Retry-After", "120"));
        (await RefundAsync(partner)).ShouldBeOfType<PartnerAnswer<VnpayRefund>.Unknown>();
    }

    [Test]
    public async Task Should_believe_a_success_in_an_errors_clothes_only_when_it_is_signed()
    {
        await using var partner = await FakePartner.StartAsync();
        partner.Answers(500, """{"vnp_ResponseCode":"95"}""");
        (await RefundAsync(partner)).ShouldBeOfType<PartnerAnswer<VnpayRefund>.Refused>();
        var signed = Vnpay.Sample.SignedAnswer(
            VnpayPipe.RefundResponse,
            ("vnp_Command", "refund"), ("vnp_TxnRef", "TT1"), ("vnp_Amount", "100000"), ("vnp_TransactionType", "02"), ("vnp_TransactionStatus", "05"));
        partner.Answers(500, signed);
        (await RefundAsync(partner)).ShouldBeOfType<PartnerAnswer<VnpayRefund>.Done>().Value.State.ShouldBe(VnpayRefundState.Accepted);
        partner.Answers(500, signed.Replace("100000", "900000", StringComparison.Ordinal));
        (await RefundAsync(partner)).ShouldBeOfType<PartnerAnswer<VnpayRefund>.Unknown>();
    }

    private static Task<PartnerAnswer<VnpayRefund>> RefundAsync(FakePartner partner) => RefundAsync(partner.Http, partner.BaseUrl, TimeProvider.System);

    private static Task<PartnerAnswer<VnpayRefund>> RefundAsync(HttpClient http, Uri baseUrl, TimeProvider time, CancellationToken cancellationToken = default) =>
        new VnpayClient(http, VnpaySettings.Development(baseUrl, new Uri("https://example.test/return")), time).RefundAsync(new VnpayRefundOrder
        {
            RequestId = "R1",
            Reference = "TT1",
            OrderCreatedAt = DateTimeOffset.UnixEpoch,
            Amount = new Vnd(1000),
            IsFull = true,
            CreatedBy = "canbo01",
            Info = "Hoan",
        }, cancellationToken);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
