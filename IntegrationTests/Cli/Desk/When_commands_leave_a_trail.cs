using DichVuCong.Cli.Running;
using DichVuCong.Cli.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.Cli.Tests.Desk;

internal sealed class When_commands_leave_a_trail
{
    private TestDatabase _database = null!;
    private string _folder = "";

    private Dvc Dvc => new(_database);

    [SetUp]
    public async Task Open()
    {
        _database = await SeededDatabase.CreateAsync();
        _folder = Directory.CreateTempSubdirectory("dvc-audit").FullName;
    }

    [TearDown]
    public async Task Close()
    {
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task Should_write_down_what_changes_something_and_nothing_else()
    {
        await Dvc.RunAsync("account", "list");
        (await Dvc.RunAsync("account", "disable", "portal")).ExitCode.ShouldBe(ExitCodes.Ok);
        (await Dvc.RunAsync("account", "disable", "nobody")).ExitCode.ShouldBe(ExitCodes.NotFound);

        (await RowsAsync()).ShouldBe(
            ["cli.account.disable nobody failed: exit code 2", "cli.account.disable nobody ordered", "cli.account.disable portal ordered"]);
    }

    [Test]
    public async Task Should_do_nothing_that_cannot_be_written_down()
    {
        await using (var command = _database.Source.CreateCommand("drop table operations.audit cascade")) await command.ExecuteNonQueryAsync();

        (await Dvc.RunAsync("account", "disable", "portal")).ExitCode.ShouldBe(ExitCodes.Configuration);
        (await _database.ScalarAsync<bool>("select enabled from access.account where name = 'portal'")).ShouldBeTrue();
    }

    [Test]
    public async Task Should_name_the_altered_row()
    {
        for (var row = 0; row < 3; row++) await Dvc.RunAsync("account", "disable", "portal");
        (await Dvc.RunAsync("audit", "verify")).ExitCode.ShouldBe(ExitCodes.Ok);
        await using (var command = _database.Source.CreateCommand(
            "alter table operations.audit disable trigger user; update operations.audit set target = 'x' where number = 2; alter table operations.audit enable trigger user"))
        {
            await command.ExecuteNonQueryAsync();
        }

        var verified = await Dvc.RunAsync("audit", "verify");

        verified.ExitCode.ShouldBe(ExitCodes.Problems);
        verified.Output.ShouldContain("Dòng 2: bị sửa");
    }

    [Test]
    public async Task Should_be_exported_with_a_signature_that_others_can_check()
    {
        await Dvc.RunAsync("account", "disable", "portal");
        var (key, copy) = (Path.Combine(_folder, "key.pem"), Path.Combine(_folder, "copy.jsonl"));
        (await Dvc.RunAsync("audit", "make-key", "--out", key)).ExitCode.ShouldBe(ExitCodes.Ok);
        (await Dvc.RunAsync("audit", "export", "--out", copy)).ExitCode.ShouldBe(ExitCodes.Configuration, "no key is named");
        (await Dvc.RunAsync("audit", "export", "--key", key, "--out", copy)).ExitCode.ShouldBe(ExitCodes.Ok);

        (await Dvc.RunAsync("audit", "check-export", copy, "--key", $"{key}.pub")).ExitCode.ShouldBe(ExitCodes.Ok);
        await File.WriteAllTextAsync(copy, (await File.ReadAllTextAsync(copy)).Replace("portal", "others", StringComparison.Ordinal));
        (await Dvc.RunAsync("audit", "check-export", copy, "--key", $"{key}.pub")).ExitCode.ShouldBe(ExitCodes.Problems);
        (await Dvc.RunAsync("audit", "list", "--action", "audit.export")).Output.ShouldContain("audit.export");
    }

    private async Task<IEnumerable<string>> RowsAsync() =>
        (await Dvc.RunAsync("audit", "list", "--json")).Json.GetProperty("rows").EnumerateArray()
            .Select(row => $"{row.GetProperty("action").GetString()} {row.GetProperty("target").GetString()} {row.GetProperty("result").GetString()}");
}
