using DichVuCong.Cli.Running;
using DichVuCong.Cli.Tests.Support;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Cli.Tests.Desk;

internal sealed class When_the_journal_is_archived
{
    private DossierWorld _world = null!;
    private DossierCode _code;
    private string _folder = "";

    /// <summary>A dossier of fourteen months ago, of which the journal of that time tells one decision.</summary>
    [OneTimeSetUp]
    public async Task ArchiveAnOldDossier()
    {
        _folder = Directory.CreateTempSubdirectory("dvc-archive-").FullName;
        _world = await DossierWorld.StartAsync();
        _code = await _world.FileAsync(1);
        await _world.UntilAsync(_code, DossierState.Registered);
        await _world.Database.ScalarAsync<object>(
            $"""
            do $$ declare past timestamptz := date_trunc('month', now()) - interval '14 months' + interval '10 days'; begin
              perform bus.make_partitions(past::date);
              update dossier.dossier set created_at = past where code = '{_code}';
              insert into bus.journal (at, saga, n, lane, batch, type, outcome, message)
              select past, s.id, 77, {Runtime.Lanes.Lane.Of(_code.Value)}, 1, (select id from bus.word where kind = 'type' and name = 'dossiers.redeliver-dossier.v1'), 0, gen_random_uuid()
              from bus.saga s join bus.word w on w.id = s.type where s.key = '{_code}' and w.name = 'dossiers';
            end $$; select 1
            """);
        (await Dvc.RunAsync("journal", "archive")).ExitCode.ShouldBe(ExitCodes.Ok);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _world.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Dvc Dvc => _world.Dvc.With("DVC_ARCHIVE", _folder);

    [Test]
    public async Task Should_list_where_the_months_are()
    {
        var months = (await Dvc.RunAsync("journal", "archives", "--json")).Json.GetProperty("archives").EnumerateArray().ToList();

        months.ShouldNotBeEmpty();
        months.ShouldAllBe(month => month.GetProperty("isThere").GetBoolean() && month.GetProperty("sha256").GetString()!.Length == 64);
        months.Sum(month => month.GetProperty("rows").GetInt64()).ShouldBe(1);
    }

    [Test]
    public async Task Should_still_tell_the_dossiers_old_decisions()
    {
        var entries = (await Dvc.RunAsync("dossier", "show", _code.Value, "--json")).Json.GetProperty("entries").EnumerateArray().ToList();

        entries.Count(entry => entry.GetProperty("what").GetString() == "dossiers.redeliver-dossier.v1").ShouldBe(1);
        entries.Count(entry => entry.GetProperty("what").GetString() == "dossiers.submit-dossier.v1").ShouldBe(1);
    }

    [Test]
    public async Task Should_say_which_months_it_could_not_read()
    {
        foreach (var file in Directory.GetFiles(_folder)) File.Move(file, file + ".away");
        try
        {
            var shown = await Dvc.RunAsync("dossier", "show", _code.Value, "--json");

            shown.ExitCode.ShouldBe(ExitCodes.Ok);
            shown.Json.GetProperty("unreadMonths").GetArrayLength().ShouldBeGreaterThan(0);
        }
        finally
        {
            foreach (var file in Directory.GetFiles(_folder)) File.Move(file, file[..^".away".Length]);
        }
    }

    [Test]
    public async Task Should_need_to_be_told_the_folder() =>
        (await _world.Dvc.RunAsync("journal", "archive")).ExitCode.ShouldBe(ExitCodes.Configuration);

    [Test]
    public async Task Should_refuse_what_is_no_month() =>
        (await Dvc.RunAsync("journal", "archive", "--before", "2025")).ExitCode.ShouldBe(ExitCodes.Usage);
}
