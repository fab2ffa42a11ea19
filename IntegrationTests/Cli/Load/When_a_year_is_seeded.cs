using DichVuCong.Cli.Running;
using DichVuCong.Cli.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.Cli.Tests.Load;

internal sealed class When_a_year_is_seeded
{
    private const int Count = 1500;

    private TestDatabase _database = null!;
    private Dvc _dvc = null!;

    [OneTimeSetUp]
    public async Task SeedAsync()
    {
        _database = await SeededDatabase.CreateAsync();
        _dvc = new Dvc(_database);
        var seeded = await _dvc.RunAsync("load", "seed", "--dossiers", $"{Count}", "--seed", "7", "--json");
        seeded.ExitCode.ShouldBe(ExitCodes.Ok, seeded.Error);
        seeded.Json.GetProperty("dossiers").GetInt32().ShouldBe(Count);
        seeded.Json.GetProperty("journalRows").GetInt32().ShouldBeGreaterThan(Count * 5);
        seeded.Json.GetProperty("open").GetInt32().ShouldBeInRange(Count / 200, Count / 3);
        seeded.Json.GetProperty("overdue").GetInt32().ShouldBeInRange(Count / 200, Count / 3);
    }

    [OneTimeTearDown]
    public async Task DropAsync() => await _database.DisposeAsync();

    [Test]
    public async Task Should_leave_a_journal_whose_chains_hold()
    {
        var verified = await _dvc.RunAsync("journal", "verify");

        verified.ExitCode.ShouldBe(ExitCodes.Ok);
        verified.Output.ShouldContain("0 lô bị đứt chuỗi");
    }

    [Test]
    public async Task Should_leave_dossiers_that_agree_with_their_sagas()
    {
        (await _database.ScalarAsync<long>("select count(*) from dossier.dossier")).ShouldBe(Count);
        (await _database.ScalarAsync<long>("select count(*) from dossier.content")).ShouldBe(Count);
        (await _database.ScalarAsync<long>("select count(*) from bus.saga s join bus.word w on w.id = s.type where w.name = 'dossiers'")).ShouldBe(Count);
        // The last row that has no flag is where a dossier stands.
        (await _database.ScalarAsync<long>(
            """
            select count(*) from dossier.dossier d
            cross join lateral (select h.state from dossier.history h where h.code = d.code and h.flag is null order by h.at desc, h.state desc limit 1) last where last.state <> d.state
            """)).ShouldBe(0);
        (await _database.ScalarAsync<long>("select count(*) from bus.clock where state = 1 and due < now() - interval '5 minutes'")).ShouldBe(0);
        (await _database.ScalarAsync<long>("select count(*) from bus.clock c join bus.saga s on s.id = c.saga join dossier.dossier d on d.code = s.key where d.state in (3, 7, 8, 10)")).ShouldBe(0);
        (await _database.ScalarAsync<long>("select count(*) from dossier.notice where state = 0 and at < now() - interval '5 minutes'")).ShouldBe(0);
        (await _database.ScalarAsync<bool>("select max(filed_at) - min(filed_at) > interval '350 days' and max(filed_at) < now() from dossier.dossier")).ShouldBeTrue();
    }

    [Test]
    public async Task Should_leave_dossiers_that_can_be_searched_and_opened()
    {
        var code = await _database.ScalarAsync<string>("select code from dossier.dossier where state = 10 and central order by filed_at desc limit 1");

        var shown = (await _dvc.RunAsync("dossiers", "timeline", code, "--json")).Json.GetProperty("entries").EnumerateArray().ToList();
        var kinds = shown.Select(entry => entry.GetProperty("kind").GetString()).ToHashSet();
        foreach (var kind in new[] { "content", "row", "decision", "call", "notice" }) kinds.ShouldContain(kind);
        (await _dvc.RunAsync("dossiers", "timeline", code, "--reveal", "--reason", "thử", "--json")).Output.ShouldContain("Bộ phận một cửa");
        var reread = await _dvc.RunAsync("dossiers", "index", "--from-the-start", "--json");
        reread.Json.GetProperty("read").GetInt32().ShouldBe(Count);
        (await _database.ScalarAsync<long>("select count(*) from operations.dossier_phone")).ShouldBe(Count);
    }

    [Test]
    public async Task Should_seed_nothing_where_something_is()
    {
        var again = await _dvc.RunAsync("load", "seed", "--dossiers", "10");

        again.ExitCode.ShouldBe(ExitCodes.Problems);
        (await _database.ScalarAsync<long>("select count(*) from dossier.dossier")).ShouldBe(Count);
    }

    [Test]
    public async Task Should_seed_nothing_outside_Development() =>
        (await new Dvc(_database).With("DVC_ENVIRONMENT", "Production").RunAsync("load", "seed", "--dossiers", "10")).ExitCode.ShouldBe(ExitCodes.Configuration);
}
