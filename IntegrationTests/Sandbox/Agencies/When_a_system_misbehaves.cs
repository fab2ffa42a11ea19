using DichVuCong.Messaging;
using DichVuCong.Sandbox.Tests.Support;

namespace DichVuCong.Sandbox.Tests.Agencies;

public class When_a_system_misbehaves
{
    private const string Code = "H29.101-261121-5000001";

    private SandboxFixture _sandbox = null!;
    private Deliveries _portal = null!;

    [SetUp]
    public async Task SetUp()
    {
        _sandbox = await SandboxFixture.StartAsync();
        _portal = new Deliveries(_sandbox) { Patience = TimeSpan.FromSeconds(2) };
    }

    [TearDown]
    public async Task TearDown()
    {
        _portal.Dispose();
        await _sandbox.DisposeAsync();
    }

    [TestCase("slow", OutcomeKind.Done, 1)]
    [TestCase("server-error", OutcomeKind.Unknown, 0)]
    [TestCase("server-error-after", OutcomeKind.Unknown, 1)]
    [TestCase("too-many", OutcomeKind.Transient, 0)]
    [TestCase("timeout-before", OutcomeKind.Unknown, 0)]
    [TestCase("timeout-after", OutcomeKind.Unknown, 1)]
    [TestCase("cut-before", OutcomeKind.Unknown, 0)]
    [TestCase("cut-after", OutcomeKind.Unknown, 1)]
    [TestCase("cut-in-answer", OutcomeKind.Unknown, 1)]
    [TestCase("wrong-json", OutcomeKind.Unknown, 1)]
    [TestCase("doubled-json", OutcomeKind.Done, 1)]
    [TestCase("int-codes", OutcomeKind.Done, 1)]
    [TestCase("string-codes", OutcomeKind.Done, 1)]
    [TestCase("padded-codes", OutcomeKind.Done, 1)]
    [TestCase("success-as-error", OutcomeKind.Done, 1)]
    [TestCase("exists-as-error", OutcomeKind.Done, 1)]
    [TestCase("refuse", OutcomeKind.Refused, 0)]
    public async Task Should_be_seen_by_the_portal_for_what_it_is(string mode, OutcomeKind seen, int copies)
    {
        await _sandbox.FaultAsync("onestop:H29", mode, delayMs: mode == "slow" ? 50 : mode.StartsWith("timeout") ? 10_000 : null);

        (await _portal.PushAsync(Code)).Kind.ShouldBe(seen);

        await _sandbox.Http.DeleteAsync("/sandbox/faults");
        (await _portal.AskAsync(Code)).Kind.ShouldBe(copies == 0 ? OutcomeKind.Absent : OutcomeKind.Done);
        if (seen != OutcomeKind.Refused) (await _portal.PushAsync(Code)).Kind.ShouldBe(OutcomeKind.Done);
        if (seen != OutcomeKind.Refused) (await _sandbox.DossierAsync(Code)).GetProperty("copies").GetInt32().ShouldBe(1, "no fault of the way makes a second copy");
    }

    [Test]
    public async Task Should_keep_a_second_copy_when_it_does_not_look_for_the_first()
    {
        await _sandbox.FaultAsync("onestop:H29", "no-duplicate-check");

        await _portal.PushAsync(Code);
        await _portal.PushAsync(Code);

        (await _sandbox.DossierAsync(Code)).GetProperty("copies").GetInt32().ShouldBe(2);
        (await _sandbox.GetAsync("/sandbox/ledger")).GetProperty("dossiers").GetProperty("pushed").GetProperty("doubled").GetInt32().ShouldBe(1);
    }

    [Test]
    public async Task Should_neither_answer_nor_call_while_it_is_down()
    {
        await _sandbox.FaultAsync("onestop:H29", "down");
        (await _portal.PushAsync(Code)).Kind.ShouldNotBe(OutcomeKind.Done);
        (await _portal.AskAsync(Code)).Kind.ShouldBe(OutcomeKind.Unknown);
        (await _portal.PushAsync("H26-261121-5000001")).Kind.ShouldBe(OutcomeKind.Done, "others never notice");

        await _sandbox.Http.DeleteAsync("/sandbox/faults/onestop:H29");

        (await _portal.PushAsync(Code)).Kind.ShouldBe(OutcomeKind.Done);
    }

    [Test]
    public async Task Should_strike_all_systems_at_once()
    {
        await _sandbox.FaultAsync("onestop:*", "refuse");

        (await _portal.PushAsync(Code)).Kind.ShouldBe(OutcomeKind.Refused);
        (await _portal.PushAsync("G01-261121-5000001")).Kind.ShouldBe(OutcomeKind.Refused);
    }

    [Test]
    public async Task Should_strike_a_share_of_dossiers_that_follows_from_the_seed()
    {
        await _sandbox.FaultAsync("onestop:*", "refuse", share: 0.3);
        var first = await RefusedAsync();
        await _sandbox.FaultAsync("onestop:*", "refuse", share: 0.3);
        var second = await RefusedAsync();

        second.ShouldBe(first);
        first.Count.ShouldBeInRange(30, 90);
    }

    [Test]
    public async Task Should_strike_a_dossier_as_often_as_it_is_told()
    {
        await _sandbox.FaultAsync("onestop:H29", "server-error", times: 2);

        (await _portal.PushAsync(Code)).Kind.ShouldBe(OutcomeKind.Unknown);
        (await _portal.PushAsync(Code)).Kind.ShouldBe(OutcomeKind.Unknown);
        (await _portal.PushAsync(Code)).Kind.ShouldBe(OutcomeKind.Done);
    }

    private async Task<List<string>> RefusedAsync()
    {
        var refused = new List<string>();
        foreach (var code in Enumerable.Range(1, 200).Select(number => $"H29-261121-{5000000 + number}"))
        {
            if ((await _portal.PushAsync(code)).Kind == OutcomeKind.Refused) refused.Add(code);
        }

        return refused;
    }
}
