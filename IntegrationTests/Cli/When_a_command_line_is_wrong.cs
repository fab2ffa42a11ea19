using DichVuCong.Cli.Running;
using DichVuCong.Cli.Tests.Support;

namespace DichVuCong.Cli.Tests;

internal sealed class When_a_command_line_is_wrong
{
    [TestCase("khong-co")]
    [TestCase("dossier", "show")]
    [TestCase("dossier", "show", "X")]
    [TestCase("dossier", "find", "--state", "12")]
    [TestCase("dossier", "find", "--since", "21/11/2026")]
    [TestCase("dossier", "find", "--limit", "0")]
    [TestCase("load", "dossiers", "0")]
    [TestCase("load", "dossiers", "5", "--bad-share", "2")]
    [TestCase("account", "add", "x", "--kind", "khac")]
    public async Task Should_say_so_and_point_to_the_help(params string[] arguments)
    {
        var result = await new Dvc().RunAsync(arguments);

        result.ExitCode.ShouldBe(ExitCodes.Usage);
        result.Error.ShouldContain("--help");
        result.Output.ShouldBeEmpty();
    }

    [Test]
    public async Task Should_say_that_the_server_does_not_answer()
    {
        var result = await new Dvc().With("DVC_POSTGRES", "Host=127.0.0.1;Port=1;Username=x;Password=y;Database=z").RunAsync("dossier", "find");

        result.ExitCode.ShouldBe(ExitCodes.Configuration);
        result.Error.ShouldContain("PostgreSQL");
    }

    [Test]
    public async Task Should_not_repeat_a_connection_string_that_is_none()
    {
        var result = await new Dvc().With("DVC_POSTGRES", "mat-khau-bi-mat").RunAsync("dossier", "find", "--json");

        result.ExitCode.ShouldBe(ExitCodes.Configuration);
        result.Json.GetProperty("error").GetString()!.ShouldNotContain("mat-khau-bi-mat");
    }
}
