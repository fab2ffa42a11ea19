using System.Text.Json;
using DichVuCong.Cli.Running;
using DichVuCong.Cli.Tests.Support;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Cli.Tests.Desk;

internal sealed class When_looking_after_the_machinery
{
    private DossierWorld _world = null!;

    [OneTimeSetUp]
    public async Task FileOne()
    {
        _world = await DossierWorld.StartAsync();
        await _world.UntilAsync(await _world.FileAsync(1), DossierState.Registered);
    }

    [OneTimeTearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [Test]
    public async Task Should_see_the_host_that_is_alive() =>
        (await RunAsync("hosts")).GetProperty("hosts").EnumerateArray().ShouldContain(host => host.GetProperty("isAlive").GetBoolean());

    [Test]
    public async Task Should_list_every_line() =>
        (await RunAsync("lines")).GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("partner").GetString())
            .ShouldBe(["email", "onestop:H29", "sms"], ignoreOrder: true);

    [Test]
    public async Task Should_add_the_figures_of_the_day_up() =>
        (await RunAsync("figures", "--from", "2020-01-01", "--to", "2099-12-31")).GetProperty("figures").EnumerateArray()
            .ShouldContain(sum => sum.GetProperty("figure").GetString() == "delivered" && sum.GetProperty("amount").GetInt64() == 1);

    [Test]
    public async Task Should_find_a_journal_that_nobody_touched_whole()
    {
        var verified = await RunAsync("journal", "verify");

        verified.GetProperty("batches").GetInt64().ShouldBeGreaterThan(0);
        verified.GetProperty("broken").GetArrayLength().ShouldBe(0);
    }

    [Test]
    public async Task Should_find_nothing_to_refuse_about_the_server()
    {
        var checks = (await RunAsync("check-env")).GetProperty("checks").EnumerateArray().ToList();

        checks.ShouldAllBe(check => check.GetProperty("level").GetString() != "refused");
        checks.Select(check => check.GetProperty("what").GetString()).ShouldContain("fsync");
        checks.Single(check => check.GetProperty("what").GetString() == "archive_mode").GetProperty("level").GetString().ShouldBe("advice");
        checks.Single(check => check.GetProperty("what").GetString() == "rows of older schemas").GetProperty("level").GetString().ShouldBe("good");
    }

    [Test]
    public async Task Should_refuse_development_accounts_outside_development()
    {
        var result = await _world.Dvc.With("DVC_ENVIRONMENT", "Production").RunAsync("check-env", "--json");

        result.ExitCode.ShouldBe(ExitCodes.Problems);
        result.Json.GetProperty("checks").EnumerateArray()
            .Single(check => check.GetProperty("what").GetString() == "development accounts").GetProperty("level").GetString().ShouldBe("refused");
    }

    [Test]
    public async Task Should_have_nothing_parked_in_doubt_or_in_conflict()
    {
        (await RunAsync("parked", "list")).GetProperty("parked").GetArrayLength().ShouldBe(0);
        (await RunAsync("doubts")).GetProperty("doubts").GetArrayLength().ShouldBe(0);
        (await RunAsync("conflicts")).GetProperty("conflicts").GetArrayLength().ShouldBe(0);
    }

    [TestCase("retry")]
    [TestCase("discard")]
    public async Task Should_not_know_a_message_that_is_not_parked(string order) =>
        (await _world.Dvc.RunAsync("parked", order, "00000000-0000-0000-0000-000000000001", "--reason", "thử")).ExitCode.ShouldBe(ExitCodes.NotFound);

    private async Task<JsonElement> RunAsync(params string[] command)
    {
        var result = await _world.Dvc.RunAsync([.. command, "--json"]);
        result.ExitCode.ShouldBe(ExitCodes.Ok, result.Output);
        return result.Json;
    }
}
