using DichVuCong.Cli.Running;
using DichVuCong.Cli.Tests.Support;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Cli.Tests.Dossiers;

internal sealed class When_searching_dossiers
{
    private DossierWorld _world = null!;
    private DossierCode _routed;
    private DossierCode _unrouted;

    [OneTimeSetUp]
    public async Task FileTwo()
    {
        _world = await DossierWorld.StartAsync();
        _routed = await _world.FileAsync(1);
        await _world.UntilAsync(_routed, DossierState.Registered);
        _unrouted = await _world.FileAsync(2, routed: false);
    }

    [OneTimeTearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [TestCase("dossiers", "search")]
    [TestCase("dossier", "find")]
    public async Task Should_find_by_state_and_turn_pages_under_either_name(string group, string name)
    {
        (await CodesAsync(group, name, "--state", "-2")).ShouldBe([_unrouted.Value]);

        var first = await _world.Dvc.RunAsync(group, name, "--limit", "1", "--json");
        var next = first.Json.GetProperty("next").GetString()!;
        (await CodesAsync(group, name, "--limit", "1", "--after", next)).ShouldBe([_routed.Value]);
    }

    [Test]
    public async Task Should_find_a_person_by_a_number_that_no_command_line_holds()
    {
        var found = await _world.Dvc.RunWithInputAsync("001090000001\n", "dossiers", "search", "--personal-id", "--json");

        found.Json.GetProperty("dossiers").GetArrayLength().ShouldBe(2);
        (found.Output + found.Error).ShouldNotContain("001090000001");
        (await _world.Dvc.RunWithInputAsync("0912345678\n", "dossiers", "search", "--phone", "--json")).Json.GetProperty("dossiers").GetArrayLength().ShouldBe(0);
        (await _world.Dvc.RunWithInputAsync("xyz\n", "dossiers", "search", "--phone")).ExitCode.ShouldBe(ExitCodes.Usage);
    }

    [Test]
    public async Task Should_refuse_a_place_that_is_none() =>
        (await _world.Dvc.RunAsync("dossiers", "search", "--after", "nonsense")).ExitCode.ShouldBe(ExitCodes.Usage);

    [Test]
    public async Task Should_show_the_timeline_under_its_other_name()
    {
        var shown = await _world.Dvc.RunAsync("dossiers", "timeline", _routed.Value);

        shown.ExitCode.ShouldBe(ExitCodes.Ok);
        shown.Output.ShouldContain(_routed.Value);
        shown.Output.ShouldContain(" ms");
    }

    [Test]
    public async Task Should_say_that_the_index_is_complete()
    {
        var indexed = await _world.Dvc.RunAsync("dossiers", "index", "--from-the-start", "--json");

        indexed.ExitCode.ShouldBe(ExitCodes.Ok);
        indexed.Json.GetProperty("completedAt").GetString().ShouldNotBeNull();
    }

    [Test]
    public async Task Should_count_the_sagas_and_list_those_that_are_stuck()
    {
        var list = await _world.Dvc.RunAsync("sagas", "list", "--json");
        list.Json.GetProperty("counts").EnumerateArray().Where(row => row.GetProperty("type").GetString() == "dossiers").Sum(row => row.GetProperty("amount").GetInt32()).ShouldBe(2);

        await using (var late = _world.Database.Source.CreateCommand($"update dossier.dossier set state_since = now() - interval '9 hours' where code = '{_unrouted}'"))
        {
            await late.ExecuteNonQueryAsync();
        }

        (await _world.Dvc.RunAsync("sagas", "stuck", "--rule", "dossier-unrouted", "--last", "--json")).Json.GetProperty("stuck").GetArrayLength().ShouldBe(0);
        var stuck = await _world.Dvc.RunAsync("sagas", "stuck", "--rule", "dossier-unrouted", "--json");
        stuck.Json.GetProperty("stuck").EnumerateArray().Select(row => row.GetProperty("key").GetString()).ShouldBe([_unrouted.Value]);
        (await _world.Dvc.RunAsync("sagas", "stuck", "--rule", "dossier-unrouted")).Output.ShouldContain(_unrouted.Value);
        (await _world.Dvc.RunAsync("sagas", "stuck", "--rule", "no-such-rule")).ExitCode.ShouldBe(ExitCodes.NotFound);
    }

    private async Task<IEnumerable<string?>> CodesAsync(params string[] arguments)
    {
        var found = await _world.Dvc.RunAsync([.. arguments, "--json"]);
        return found.Json.GetProperty("dossiers").EnumerateArray().Select(row => row.GetProperty("code").GetString());
    }
}
