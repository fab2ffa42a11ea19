using System.Net;
using DichVuCong.Cli.Running;
using DichVuCong.Cli.Tests.Support;
using DichVuCong.Registries.Access;
using DichVuCong.Testing;

namespace DichVuCong.Cli.Tests.Access;

internal sealed class When_keeping_accounts
{
    private TestDatabase _database = null!;

    [OneTimeSetUp]
    public async Task Create() => _database = await SeededDatabase.CreateAsync();

    [OneTimeTearDown]
    public async Task Drop() => await _database.DisposeAsync();

    [Test]
    public async Task Should_show_a_secret_it_made_once_and_keep_only_its_hash()
    {
        var added = await new Dvc(_database).RunAsync("account", "add", "cong-dvc", "--kind", "portal", "--json");

        var secret = added.Json.GetProperty("secret").GetString()!;
        (await DirectoryAsync()).FindByToken(secret)!.Name.ShouldBe("cong-dvc");
        (await new Dvc(_database).RunAsync("account", "list", "--json")).Output.ShouldNotContain(secret);
    }

    [Test]
    public async Task Should_take_the_password_of_a_system_from_standard_input()
    {
        var added = await new Dvc(_database).RunWithInputAsync(
            "mot-mat-khau-dai\n", "account", "add", "H29.02", "--kind", "onestop", "--system", "H29", "--network", "10.1.0.0/16", "--secret-stdin");

        added.ExitCode.ShouldBe(ExitCodes.Ok);
        added.Output.ShouldNotContain("mot-mat-khau-dai");
        var account = (await DirectoryAsync()).LogIn("H29.02", "mot-mat-khau-dai");
        AccountDirectory.Trusts(account!, IPAddress.Parse("10.1.2.3")).ShouldBeTrue();
    }

    [TestCase("--kind", "portal", "--system", "H29")]
    [TestCase("--kind", "onestop")]
    public async Task Should_refuse_a_system_that_does_not_go_with_the_kind(params string[] options) =>
        (await new Dvc(_database).RunAsync(["account", "add", "sai", .. options])).ExitCode.ShouldBe(ExitCodes.Usage);

    [Test]
    public async Task Should_refuse_a_system_that_does_not_exist() =>
        (await new Dvc(_database).RunAsync("account", "add", "sai", "--kind", "onestop", "--system", "H999")).ExitCode.ShouldBe(ExitCodes.NotFound);

    [Test]
    public async Task Should_refuse_a_short_password() =>
        (await new Dvc(_database).RunWithInputAsync("ngan\n", "account", "add", "sai", "--kind", "operator", "--secret-stdin")).ExitCode.ShouldBe(ExitCodes.Usage);

    [Test]
    public async Task Should_disable_an_account_once()
    {
        await new Dvc(_database).RunAsync("account", "add", "tam-thoi", "--kind", "operator");

        (await new Dvc(_database).RunAsync("account", "disable", "tam-thoi")).ExitCode.ShouldBe(ExitCodes.Ok);
        (await new Dvc(_database).RunAsync("account", "disable", "tam-thoi")).ExitCode.ShouldBe(ExitCodes.NotFound);
        (await DirectoryAsync()).Find("tam-thoi").ShouldBeNull();
    }

    [TestCase("account", "seed-development")]
    [TestCase("sandbox", "connect")]
    [TestCase("demo")]
    [TestCase("load", "dossiers", "1")]
    public async Task Should_do_nothing_of_development_outside_it(params string[] command)
    {
        var refused = await new Dvc(_database).With("DVC_ENVIRONMENT", "Production").RunAsync(command);

        refused.ExitCode.ShouldBe(ExitCodes.Configuration);
        refused.Error.ShouldContain("DVC_ENVIRONMENT");
    }

    private async Task<AccountDirectory> DirectoryAsync()
    {
        var directory = new AccountDirectory(TimeProvider.System, isDevelopment: true);
        directory.Replace(await new AccountStore(_database.Source).LoadAsync(CancellationToken.None));
        return directory;
    }
}
