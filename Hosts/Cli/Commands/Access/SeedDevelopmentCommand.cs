using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Access;

namespace DichVuCong.Cli.Commands.Access;

/// <summary><c>dvc account seed-development</c>: the accounts whose secrets are public.</summary>
internal sealed class SeedDevelopmentCommand(CliEnvironment environment)
    : DvcCommand(environment, "seed-development", "Make the accounts of development (dev-portal, dev-<code>). Refused outside Development.")
{
    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        work.Settings.RequireDevelopment("dvc account seed-development");
        var accounts = DevelopmentAccounts.Of((await work.LoadCatalogueAsync(cancellationToken)).Data);
        await new AccountStore(work.Source).SaveAsync(accounts, Environment.Operator, cancellationToken);
        return new Answer(
            new { accounts = accounts.Count },
            console => console.Line($"{accounts.Count} tài khoản phát triển: cổng dùng dev-portal, điều phối dùng dev-coordination, hệ thống một cửa dùng mã và dev-<mã>."));
    }
}
