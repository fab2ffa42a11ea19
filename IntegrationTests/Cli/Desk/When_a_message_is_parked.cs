using System.Text.Json;
using DichVuCong.Cli.Running;
using DichVuCong.Cli.Tests.Support;
using DichVuCong.Contracts;
using DichVuCong.Messaging;
using DichVuCong.Testing;

namespace DichVuCong.Cli.Tests.Desk;

internal sealed class When_a_message_is_parked
{
    private DossierWorld _world = null!;
    private DossierCode _dossier;
    private string _message = "";

    [SetUp]
    public async Task Stick()
    {
        _world = await DossierWorld.StartAsync(maxAttempts: 1);
        _world.Agencies.OnCall = _ => Outcome.Transient("HTTP 503");
        _dossier = await _world.FileAsync(1);
        await Eventually.HoldsAsync(async () => await _world.Database.ScalarAsync<long>("select count(*) from bus.parked") == 1, "the delivery is parked");
        _message = (await RunAsync("parked", "list")).GetProperty("parked")[0].GetProperty("id").GetString()!;
    }

    [TearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [Test]
    public async Task Should_go_on_with_a_second_persons_word()
    {
        var proposed = await RunAsync("parked", "retry", _message, "--reason", "đã khắc phục");
        var approval = proposed.GetProperty("approval").GetString()!;
        _world.Agencies.OnCall = ScriptedAgencies.Take;

        (await _world.Dvc.RunAsync("approvals", "approve", approval, "--reason", "tự duyệt")).ExitCode.ShouldBe(ExitCodes.Problems);
        (await _world.Database.ScalarAsync<long>("select count(*) from bus.parked")).ShouldBe(1);
        (await _world.Dvc.With("DVC_OPERATOR", "minh").RunAsync("approvals", "approve", approval, "--reason", "đồng ý")).ExitCode.ShouldBe(ExitCodes.Ok);

        await Eventually.HoldsAsync(async () => await _world.Database.ScalarAsync<long>("select count(*) from bus.parked") == 0, "it has gone on");
        (await RunAsync("audit", "list", "--target", _message)).GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("action").GetString())
            .ShouldBe(["approval.approve", "parked.retry", "approval.propose"]);
        (await RunAsync("parked", "progress", approval)).GetProperty("gone").GetInt64().ShouldBe(1);
        (await RunAsync("audit", "verify")).GetProperty("findings").GetArrayLength().ShouldBe(0);
    }

    [Test]
    public async Task Should_go_on_as_a_group()
    {
        var cause = (await RunAsync("parked", "causes")).GetProperty("causes")[0].GetProperty("cause").GetString()!;
        var approval = (await RunAsync("parked", "retry-group", cause, "--reason", "đã khắc phục")).GetProperty("approval").GetString()!;
        (await RunAsync("approvals", "list", "--state", "open")).GetProperty("approvals")[0].GetProperty("id").GetString().ShouldBe(approval);
        (await _world.Dvc.With("DVC_OPERATOR", "minh").RunAsync("approvals", "reject", approval, "--reason", "chưa phải lúc")).ExitCode.ShouldBe(ExitCodes.Ok);
        (await RunAsync("approvals", "list", "--state", "rejected")).GetProperty("approvals").GetArrayLength().ShouldBe(1);
        (await _world.Dvc.RunAsync("parked", "retry-group", "nowhere", "--reason", "thử")).ExitCode.ShouldBe(ExitCodes.NotFound);
    }

    [Test]
    public async Task Should_show_its_body_only_for_a_recorded_reason()
    {
        (await RunAsync("parked", "show", _message)).TryGetProperty("body", out _).ShouldBeFalse();
        (await _world.Dvc.RunAsync("parked", "show", _message, "--body")).ExitCode.ShouldBe(ExitCodes.Usage);
        (await RunAsync("parked", "show", _message, "--body", "--reason", "đối chiếu")).GetProperty("body").GetString()!.ShouldContain(_dossier.Value);
        (await RunAsync("audit", "list", "--action", "parked.reveal")).GetProperty("rows").GetArrayLength().ShouldBe(1);
    }

    [Test]
    public async Task Should_not_let_one_person_be_two_outside_development()
    {
        var production = _world.Dvc.With("DVC_ENVIRONMENT", "Production").With("DVC_DATA_KEYS", "1:" + Convert.ToBase64String(new byte[32]));
        var proposed = await production.With("DVC_OPERATOR", "lan").RunAsync("parked", "retry", _message, "--reason", "đã khắc phục", "--json");
        proposed.ExitCode.ShouldBe(ExitCodes.Ok, proposed.Error);
        var approval = proposed.Json.GetProperty("approval").GetString()!;

        var refused = await production.With("DVC_OPERATOR", "minh").RunAsync("approvals", "approve", approval, "--reason", "đồng ý");

        refused.ExitCode.ShouldBe(ExitCodes.Problems, refused.Error);
        refused.Error.ShouldContain("Whoever proposed it");
        (await _world.Database.ScalarAsync<long>("select count(*) from operations.approval where state = 'open'")).ShouldBe(1);
    }

    private async Task<JsonElement> RunAsync(params string[] command)
    {
        var result = await _world.Dvc.RunAsync([.. command, "--json"]);
        result.ExitCode.ShouldBe(ExitCodes.Ok, result.Output + result.Error);
        return result.Json;
    }
}
