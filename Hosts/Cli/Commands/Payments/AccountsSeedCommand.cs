using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Payments.Accounts;

namespace DichVuCong.Cli.Commands.Payments;

/// <summary><c>dvc payments accounts seed-development</c>: accounts that do not exist.</summary>
internal sealed class AccountsSeedCommand(CliEnvironment environment)
    : DvcCommand(environment, "seed-development", "Give each agency an invented account. Refused outside Development.")
{
    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        work.Settings.RequireDevelopment("dvc payments accounts seed-development");
        var reading = DevelopmentAgencyAccounts.Of((await work.LoadCatalogueAsync(cancellationToken)).Data);
        await PaymentsDesk.NoteAsync(work, "accounts.seed", "accounts", "development", cancellationToken);
        var result = await new AgencyAccountImport(work.Source).RunAsync(reading, Environment.Operator, cancellationToken);
        return new Answer(result, console => console.Line($"Đã ghi {result.Written} tài khoản phát triển cho {reading.Lines.Count} cơ quan."));
    }
}
