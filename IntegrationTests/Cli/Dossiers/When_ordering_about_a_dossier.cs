using DichVuCong.Cli.Running;
using DichVuCong.Cli.Tests.Support;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Cli.Tests.Dossiers;

internal sealed class When_ordering_about_a_dossier
{
    private DossierWorld _world = null!;

    [OneTimeSetUp]
    public async Task Start() => _world = await DossierWorld.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [Test]
    public async Task Should_deliver_again_what_the_system_refused()
    {
        _world.Agencies.OnCall = ScriptedAgencies.Refuse;
        var code = await _world.FileAsync(10);
        await _world.UntilAsync(code, DossierState.RefusedBySystem);
        _world.Agencies.OnCall = ScriptedAgencies.Take;

        (await _world.Dvc.RunAsync("dossier", "redeliver", code.Value)).ExitCode.ShouldBe(ExitCodes.Ok);

        await _world.UntilAsync(code, DossierState.Registered);
    }

    [Test]
    public async Task Should_send_a_dossier_that_waited_for_coordination_to_the_agency_named()
    {
        var code = await _world.FileAsync(11, routed: false);
        await _world.UntilAsync(code, DossierState.Unrouted);
        (await _world.Dvc.RunAsync("dossier", "tasks")).Output.ShouldContain(code.Value);

        (await _world.Dvc.RunAsync("dossier", "assign", code.Value, "--agency", "H29.168")).ExitCode.ShouldBe(ExitCodes.Ok);

        await _world.UntilAsync(code, DossierState.Registered);
        (await _world.Dvc.RunAsync("dossier", "tasks")).Output.ShouldNotContain(code.Value);
    }

    [Test]
    public async Task Should_not_assign_what_does_not_wait()
    {
        var code = await _world.FileAsync(12);
        await _world.UntilAsync(code, DossierState.Registered);

        (await _world.Dvc.RunAsync("dossier", "assign", code.Value, "--agency", "H29.168")).ExitCode.ShouldBe(ExitCodes.Problems);
    }

    [Test]
    public async Task Should_name_the_successor_of_a_closed_agency()
    {
        var code = await _world.FileAsync(13, routed: false);
        await _world.UntilAsync(code, DossierState.Unrouted);

        var refused = await _world.Dvc.RunAsync("dossier", "assign", code.Value, "--agency", "000.00.01.H22");

        refused.ExitCode.ShouldBe(ExitCodes.Problems);
        refused.Error.ShouldContain("H60");
    }

    [Test]
    public async Task Should_let_a_flagged_row_take_effect_when_an_operator_accepts_it()
    {
        var code = await _world.FileAsync(14);
        await _world.UntilAsync(code, DossierState.Registered);
        var start = TimeProvider.System.GetUtcNow().AddMinutes(-30);
        await _world.SendAsync(code, "00000000000000b1", DossierState.Accepted, start);
        await _world.SendAsync(code, "00000000000000b2", DossierState.Returned, start.AddMinutes(1));
        await Testing.Eventually.HoldsAsync(
            async () => (await _world.Dvc.RunAsync("dossier", "show", code.Value)).Output.Contains("bất thường", StringComparison.Ordinal), "the row is flagged");

        (await _world.Dvc.RunAsync("dossier", "correct", code.Value, "00000000000000b1", "--reason", "x")).ExitCode.ShouldBe(ExitCodes.Problems);
        (await _world.Dvc.RunAsync("dossier", "correct", code.Value, "00000000000000b2", "--reason", "cơ quan xác nhận")).ExitCode.ShouldBe(ExitCodes.Ok);

        await _world.UntilAsync(code, DossierState.Returned);
    }

    [Test]
    public async Task Should_find_dossiers_by_what_is_known_of_them()
    {
        var code = await _world.FileAsync(15);
        await _world.UntilAsync(code, DossierState.Registered);

        (await FindAsync("--submission", "sub-15")).ShouldBe([code.Value]);
        (await FindAsync("--submission", "sub-15", "--state", "3")).ShouldBeEmpty();
        (await FindAsync("--agency", "H29.168", "--procedure", "1.000689", "--limit", "1000")).ShouldContain(code.Value);
        (await FindAsync("--submission", "sub-15", "--until", "2020-01-01")).ShouldBeEmpty();
        var byPerson = await _world.Dvc.RunWithInputAsync("001090000001\n", "dossier", "find", "--personal-id", "--json", "--limit", "1000");
        byPerson.Output.ShouldContain(code.Value);
        byPerson.Output.ShouldNotContain("001090000001");
        (await _world.Dvc.RunWithInputAsync("001090000002\n", "dossier", "find", "--personal-id", "--json")).Output.ShouldNotContain(code.Value);
    }

    private async Task<IReadOnlyList<string>> FindAsync(params string[] criteria) =>
    [
        .. (await _world.Dvc.RunAsync(["dossier", "find", "--json", .. criteria])).Json.GetProperty("dossiers").EnumerateArray()
            .Select(row => row.GetProperty("code").GetString()!),
    ];
}
