using DichVuCong.Cli.Running;
using DichVuCong.Cli.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.Cli.Tests.Catalogue;

internal sealed class When_importing_by_command
{
    private TestDatabase _database = null!;

    [OneTimeSetUp]
    public async Task Create() => _database = await SeededDatabase.CreateAsync();

    [OneTimeTearDown]
    public async Task Drop() => await _database.DisposeAsync();

    [Test]
    public async Task Should_say_that_a_second_import_changed_nothing()
    {
        var imported = (await new Dvc(_database).RunAsync("catalogue", "import", "--json")).Json;

        imported.GetProperty("changed").GetBoolean().ShouldBeFalse();
        imported.GetProperty("findings").EnumerateArray().Select(row => row.GetProperty("code").GetString()).ShouldContain("spaces-repaired");
    }

    [Test]
    public async Task Should_name_a_folder_that_is_not_there() =>
        (await new Dvc(_database).RunAsync("catalogue", "import", "/khong/co")).ExitCode.ShouldBe(ExitCodes.NotFound);

    [Test]
    public async Task Should_list_the_findings_of_one_code()
    {
        var findings = (await new Dvc(_database).RunAsync("catalogue", "findings", "--code", "spaces-repaired", "--json")).Json.GetProperty("findings");

        findings.GetArrayLength().ShouldBeGreaterThan(0);
        findings.EnumerateArray().ShouldAllBe(row => row.GetProperty("code").GetString() == "spaces-repaired");
    }

    [Test]
    public async Task Should_point_every_system_at_the_sandbox()
    {
        await new Dvc(_database).RunAsync("sandbox", "connect", "--url", "http://127.0.0.1:9102/");

        (await _database.ScalarAsync<string>("select base_url from catalogue.one_stop_system where code = 'H29'")).ShouldBe("http://127.0.0.1:9102/agency/H29");
        (await _database.ScalarAsync<long>("select count(*) from catalogue.one_stop_system where base_url is null or redirect_template is null")).ShouldBe(0);
    }

    [Test]
    public async Task Should_check_the_routes_and_be_strict_only_when_told()
    {
        (await new Dvc(_database).RunAsync("routing", "check", "--date", "2026-11-23")).ExitCode.ShouldBe(ExitCodes.Ok);
        (await new Dvc(_database).RunAsync("routing", "check", "--date", "2026-11-23", "--strict")).ExitCode.ShouldBe(ExitCodes.Problems);
    }

    [TestCase("79/26740", ExitCodes.Ok, "H29.168")]
    [TestCase("79/99999", ExitCodes.Problems, "79/99999")]
    public async Task Should_resolve_a_place(string place, int exitCode, string said)
    {
        var resolved = await new Dvc(_database).RunAsync("routing", "resolve", "--procedure", "1.000689", "--level", "commune", "--place", place, "--date", "2026-11-23");

        resolved.ExitCode.ShouldBe(exitCode);
        resolved.Output.ShouldContain(said);
    }
}
