using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Sandbox.Tests.Support;
using DichVuCong.Testing;
using Microsoft.AspNetCore.Http;

namespace DichVuCong.Sandbox.Tests.Agencies;

public class When_calls_to_the_portal_fail
{
    private SandboxFixture _sandbox = null!;
    private Deliveries _portal = null!;

    [SetUp]
    public async Task SetUp()
    {
        _sandbox = await SandboxFixture.StartAsync();
        _sandbox.Always("usual");
        _portal = new Deliveries(_sandbox);
    }

    [TearDown]
    public async Task TearDown()
    {
        _portal.Dispose();
        await _sandbox.DisposeAsync();
    }

    [TestCase("H29-261121-5000001")]
    [TestCase("H41-261121-5000001")]
    [TestCase("H52-261121-5000001")]
    public async Task Should_send_again_what_was_not_acknowledged(string code)
    {
        var calls = 0;
        _sandbox.Gateway.Misbehave = (call, context) =>
        {
            if (!call.Codes.Contains(code)) return Task.FromResult(false);
            switch (Interlocked.Increment(ref calls))
            {
                case 1:
                    context.Abort();
                    return Task.FromResult(true);
                case 2:
                    context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                    return Task.FromResult(true);
                default:
                    return Task.FromResult(false);
            }
        };

        await PushToTheEndAsync(code);

        States(code).Distinct().ShouldBe(["2", "4", "9", "10"]);
        calls.ShouldBeGreaterThanOrEqualTo(6);
    }

    [Test]
    public async Task Should_send_again_a_row_that_the_portal_had_no_time_for()
    {
        var refused = 0;
        _sandbox.Gateway.Outcome = (call, _) => call.User == "H29" && call.Rows[0].TrangThai == "2" && Interlocked.Increment(ref refused) == 1 ? ItemOutcome.TryAgain : ItemOutcome.Stored;

        await PushToTheEndAsync("H29-261121-5000001");

        States("H29-261121-5000001").ShouldBe(["2", "2", "4", "9", "10"]);
    }

    [Test]
    public async Task Should_log_in_again_when_the_session_is_refused()
    {
        await PushToTheEndAsync("H29-261121-5000001");
        _sandbox.Gateway.ForgetSessions();

        await PushToTheEndAsync("H29-261121-5000002");

        _sandbox.Gateway.Logins.Count(login => login.User == "H29").ShouldBe(2);
    }

    [Test]
    public async Task Should_give_up_what_the_portal_refuses_again_and_again_and_say_so()
    {
        _sandbox.Gateway.Outcome = (_, _) => ItemOutcome.NotKnown;
        await _portal.PushAsync("H29-261121-5000001");

        await Eventually.HoldsAsync(
            async () => (await _sandbox.DossierAsync("H29-261121-5000001")).GetProperty("givenUp").GetString() == "dossier.MaHoSo.unknown", "it is given up");
        States("H29-261121-5000001").Count.ShouldBe(8);
        (await _sandbox.GetAsync("/sandbox/ledger")).GetProperty("dossiers").GetProperty("pushed").GetProperty("givenUp").GetInt32().ShouldBe(1);
    }

    [Test]
    public async Task Should_repeat_its_own_calls_on_purpose()
    {
        await _sandbox.FaultAsync("onestop:H29", "duplicate");

        await PushToTheEndAsync("H29-261121-5000001");

        await Eventually.HoldsAsync(
            () => States("H29-261121-5000001").GroupBy(state => state).All(group => group.Count() is 2 or 3), "every row came two or three times");
        States("H29-261121-5000001").Distinct().Count().ShouldBe(4);
    }

    [Test]
    public async Task Should_send_rows_in_the_wrong_order_on_purpose()
    {
        await _sandbox.FaultAsync("onestop:H29", "reorder");

        await PushToTheEndAsync("H29-261121-5000001");

        States("H29-261121-5000001").ShouldBe(["4", "2", "10", "9"]);
        var rows = _sandbox.Gateway.Calls.Where(call => call.User == "H29").SelectMany(call => call.Rows).ToList();
        string.CompareOrdinal(rows[0].ThoiDiemXuLy, rows[1].ThoiDiemXuLy).ShouldBePositive("the times still tell the order");
    }

    [Test]
    public async Task Should_lose_a_call_once_and_send_it_later()
    {
        await _sandbox.FaultAsync("onestop:H29", "lose", delayMs: 5);

        await PushToTheEndAsync("H29-261121-5000001");

        States("H29-261121-5000001").ShouldBe(["2", "4", "9", "10"]);
        (await _sandbox.GetAsync("/sandbox/ledger")).GetProperty("sends").GetProperty("lost").GetInt32().ShouldBe(4);
    }

    private List<string> States(string code) => [.. _sandbox.Gateway.Calls.SelectMany(call => call.Rows).Where(row => row.MaHoSo == code).Select(row => row.TrangThai!)];

    private async Task PushToTheEndAsync(string code)
    {
        await _portal.PushAsync(code);
        await Eventually.HoldsAsync(async () => (await _sandbox.DossierAsync(code)).GetProperty("isFinished").GetBoolean(), "the journey is over");
        _sandbox.Gateway.Unreadable.ShouldBeEmpty();
    }
}
