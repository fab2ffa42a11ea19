using DichVuCong.Gateway.Tests.Identity.Support;
using DichVuCong.Testing;

namespace DichVuCong.Gateway.Tests.Identity;

internal sealed class When_a_source_misbehaves
{
    private SignInFixture _fixture = null!;

    [OneTimeSetUp]
    public async Task SetUp() => _fixture = await SignInFixture.StartAsync();

    [OneTimeTearDown]
    public async Task TearDown() => await _fixture.DisposeAsync();

    [TearDown]
    public async Task EndFaults()
    {
        using var answer = await _fixture.Browser.DeleteAsync(new Uri($"{_fixture.SandboxUrl}/sandbox/faults"));
    }

    [TestCase("vneid", "wrong-key", "failed")]
    [TestCase("vneid", "tampered", "failed")]
    [TestCase("vneid", "token-expired", "expired")]
    [TestCase("vneid", "server-error", "unavailable")]
    [TestCase("vneid", "too-many", "unavailable")]
    [TestCase("vneid", "cut-before", "unavailable")]
    [TestCase("vneid", "cut-in-answer", "unavailable")]
    [TestCase("vneid", "down", "unavailable")]
    [TestCase("vneid", "timeout-before", "unavailable")]
    [TestCase("broker", "token-expired", "expired")]
    [TestCase("broker", "other-client", "failed")]
    [TestCase("broker", "server-error", "unavailable")]
    [TestCase("broker", "cut-before", "unavailable")]
    public async Task Should_tell_the_portal_how_it_ended_and_begin_anew(string source, string mode, string error)
    {
        var callback = await _fixture.GoAsync(source: source);
        await _fixture.FaultAsync(source, new { mode, delayMs = 12_000 });

        var back = await _fixture.ComeBackAsync(callback);

        back["error"].ShouldBe(error);
        back["state"].ShouldBe("caller-state");
        back["result"].ShouldBeNull();
        await EndFaults();
        await _fixture.SignInAsync("an", source);
    }

    [TestCase("vneid")]
    [TestCase("broker")]
    public async Task Should_tell_the_portal_of_a_person_who_did_not_want_to(string source)
    {
        await _fixture.FaultAsync(source, new { mode = "refuse" });

        (await _fixture.ComeBackAsync(await _fixture.GoAsync(source: source)))["error"].ShouldBe("declined");
    }

    [Test]
    public async Task Should_wait_for_a_slow_one()
    {
        await _fixture.FaultAsync("vneid", new { mode = "slow", delayMs = 500 });

        (await _fixture.ComeBackAsync(await _fixture.GoAsync()))["result"].ShouldNotBeNull();
    }

    [Test]
    public async Task Should_tell_operators_whose_doing_it_was()
    {
        var callback = await _fixture.GoAsync();
        await _fixture.FaultAsync("vneid", new { mode = "wrong-key" });
        await _fixture.ComeBackAsync(callback);

        await Eventually.HoldsAsync(
            async () => await _fixture.Gateway.Database.ScalarAsync<bool>("select exists (select from identity.partner_outcome where partner = 'vneid' and side = 'partner' and kind = 3)"),
            "the failure is written");
        (await _fixture.Gateway.Database.ScalarAsync<string>("select string_agg(o::text, ' ') from identity.partner_outcome o")).ShouldNotContain("001090000001");
    }
}
