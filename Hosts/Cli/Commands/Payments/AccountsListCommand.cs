using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts;
using DichVuCong.Payments.Desk;
using DichVuCong.Registries.Payments.Accounts;

namespace DichVuCong.Cli.Commands.Payments;

/// <summary><c>dvc payments accounts list</c>.</summary>
internal sealed class AccountsListCommand : DvcCommand
{
    private readonly Option<AgencyCode?> _agency = Parameters.Agency("Only those of this agency.");

    public AccountsListCommand(CliEnvironment environment)
        : base(environment, "list", "List the accounts that agencies registered for their fees.") => Options.Add(_agency);

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var reader = new AgencyAccounts(work.Source);
        var accounts = arguments.GetValue(_agency) is { } agency ? await reader.OfAsync(agency, cancellationToken) : await reader.AllAsync(cancellationToken);
        return new Answer(new { accounts }, console =>
        {
            var table = Tables.Of("Cơ quan", "Ngân hàng", "Số tài khoản", "Tên tài khoản", "Kho bạc", "Từ ngày", "Đến ngày");
            foreach (var row in accounts)
            {
                table.Row(
                    row.Agency.Value, row.Account.Bank, row.Account.Number, row.Account.Name, row.Account.IsTreasury ? "có" : "không",
                    PaymentWords.Day(row.ValidFrom), PaymentWords.Day(row.ValidTo));
            }

            console.Write(table);
            console.Line($"{accounts.Count} tài khoản.");
        });
    }
}
