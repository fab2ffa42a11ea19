using System.Text.Json;
using DichVuCong.Cli.Running;
using DichVuCong.Cli.Tests.Support;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Cli.Tests.Dossiers;

internal sealed class When_showing_a_dossier
{
    private DossierWorld _world = null!;
    private DossierCode _code;

    [OneTimeSetUp]
    public async Task FileOneAndLetTheAgencyWork()
    {
        _world = await DossierWorld.StartAsync();
        _code = await _world.FileAsync(1);
        await _world.UntilAsync(_code, DossierState.Registered);
        var start = TimeProvider.System.GetUtcNow().AddMinutes(-30);
        await _world.SendAsync(_code, "00000000000000a1", DossierState.Accepted, start);
        await _world.UntilAsync(_code, DossierState.Accepted);
        // 10 right after 2: the state graph has no such edge.
        await _world.SendAsync(_code, "00000000000000a2", DossierState.Returned, start.AddMinutes(1));
        await _world.SendAsync(_code, "00000000000000a3", DossierState.SupplementRequested, start.AddMinutes(2));
        await _world.UntilAsync(_code, DossierState.SupplementRequested);
    }

    [OneTimeTearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [Test]
    public async Task Should_tell_what_came_what_was_decided_and_what_was_sent_in_the_order_of_time()
    {
        var entries = (await ShowAsync()).GetProperty("entries").EnumerateArray().ToList();

        var times = entries.ConvertAll(entry => entry.GetProperty("at").GetDateTimeOffset());
        times.ShouldBe(times.Order());
        OfKind(entries, "row").Select(entry => entry.GetProperty("state").GetInt32()).ShouldBe([2, 10, 5]);
        OfKind(entries, "decision").Select(entry => entry.GetProperty("what").GetString()).ShouldContain("dossiers.submit-dossier.v1");
        OfKind(entries, "decision").Select(Edge).ShouldContain("Registered->Accepted");
        var call = OfKind(entries, "call").First(entry => entry.GetProperty("what").GetString() == "dossiers.deliver-dossier.v1");
        call.GetProperty("where").GetString().ShouldBe("onestop:H29");
        call.GetProperty("outcome").GetString().ShouldBe("Done");
        TimeSpan.Parse(call.GetProperty("took").GetString()!, System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromSeconds(30));
        OfKind(entries, "notice").Select(entry => entry.GetProperty("what").GetString()).ShouldContain("receipt");
    }

    [Test]
    public async Task Should_flag_the_row_that_cannot_follow()
    {
        var entries = (await ShowAsync()).GetProperty("entries").EnumerateArray().ToList();

        var flagged = OfKind(entries, "row").Single(entry => entry.TryGetProperty("flag", out _));
        flagged.GetProperty("rowId").GetString().ShouldBe("00000000000000a2");
        flagged.GetProperty("flag").GetString().ShouldBe("impossibleTransition");
    }

    [Test]
    public async Task Should_tell_which_clocks_stand_still()
    {
        var clocks = (await ShowAsync()).GetProperty("clocks").EnumerateArray().ToList();

        clocks.Single(clock => clock.GetProperty("name").GetString() == "deadline").GetProperty("isSuspended").GetBoolean().ShouldBeTrue();
    }

    [Test]
    public async Task Should_show_people_the_states_by_their_vietnamese_names()
    {
        var shown = await _world.Dvc.RunAsync("dossier", "show", _code.Value);

        shown.ExitCode.ShouldBe(ExitCodes.Ok);
        shown.Output.ShouldContain("Yêu cầu bổ sung giấy tờ");
        shown.Output.ShouldContain("chuyển trạng thái bất thường");
    }

    [Test]
    public async Task Should_keep_what_agencies_say_of_persons_to_itself()
    {
        var shown = await _world.Dvc.RunAsync("dossier", "show", _code.Value);
        var json = await _world.Dvc.RunAsync("dossier", "show", _code.Value, "--json");

        (shown.Output + json.Output).ShouldNotContain("Trần Thị Cán Bộ");
        (shown.Output + json.Output).ShouldNotContain("Nội dung xử lý nội bộ");
    }

    [Test]
    public async Task Should_reveal_it_for_a_reason_and_record_who_looked()
    {
        var before = await ViewsAsync();

        var revealed = await _world.Dvc.RunAsync("dossier", "show", _code.Value, "--reveal", "--reason", "khiếu nại 12/2026");

        revealed.Output.ShouldContain("Trần Thị Cán Bộ");
        (await ViewsAsync()).ShouldBe(before + 1);
    }

    [Test]
    public async Task Should_reveal_nothing_without_a_reason()
    {
        var before = await ViewsAsync();

        var refused = await _world.Dvc.RunAsync("dossier", "show", _code.Value, "--reveal");

        refused.ExitCode.ShouldBe(ExitCodes.Usage);
        refused.Output.ShouldBeEmpty();
        (await ViewsAsync()).ShouldBe(before);
    }

    [Test]
    public async Task Should_say_that_there_is_no_such_dossier()
    {
        var missing = await _world.Dvc.RunAsync("dossier", "show", "H29-261121-5999999");

        missing.ExitCode.ShouldBe(ExitCodes.NotFound);
        missing.Error.ShouldContain("H29-261121-5999999");
    }

    private async Task<JsonElement> ShowAsync() => (await _world.Dvc.RunAsync("dossier", "show", _code.Value, "--json")).Json;

    private Task<long> ViewsAsync() => _world.Database.ScalarAsync<long>("select count(*) from operations.audit where who = 'os:truc-ban' and action = 'dossier.reveal'");

    private static List<JsonElement> OfKind(List<JsonElement> entries, string kind) => entries.FindAll(entry => entry.GetProperty("kind").GetString() == kind);

    private static string? Edge(JsonElement entry) => entry.TryGetProperty("edge", out var edge) ? edge.GetString() : null;
}
