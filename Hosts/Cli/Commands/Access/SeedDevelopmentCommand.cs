using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Access;
using DichVuCong.Registries.Payments.Accounts;

namespace DichVuCong.Cli.Commands.Access;

/// <summary><c>dvc account seed-development</c>: the accounts whose secrets are public, and the invented accounts to which agencies' fees go.</summary>
internal sealed class SeedDevelopmentCommand(CliEnvironment environment)
    : DvcCommand(environment, "seed-development", "Make the accounts of development (dev-portal, dev-<code>) and for agencies' fees. Refused outside Development.")
{
    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        work.Settings.RequireDevelopment("dvc account seed-development");
        var catalogue = (await work.LoadCatalogueAsync(cancellationToken)).Data;
        var accounts = DevelopmentAccounts.Of(catalogue);
        await new AccountStore(work.Source).SaveAsync(accounts, Environment.Operator, cancellationToken);
        await new AgencyAccountImport(work.Source).RunAsync(DevelopmentAgencyAccounts.Of(catalogue), Environment.Operator, cancellationToken);
        return new Answer(
            new { accounts = accounts.Count },
            console => console.Line($"{accounts.Count} tài khoản phát triển: cổng dùng dev-portal, điều phối dùng dev-coordination, hệ thống một cửa dùng mã và dev-<mã>."));
    }
}
