using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Access;

namespace DichVuCong.Cli.Commands.Access;

/// <summary><c>dvc account list</c>: who may call. Secrets are not among it: only their hashes are kept.</summary>
internal sealed class AccountListCommand : DvcCommand
{
    private readonly Option<bool> _development = new("--development") { Description = "Development accounts too." };

    public AccountListCommand(CliEnvironment environment)
        : base(environment, "list", "List the accounts; those of development only with --development.") => Options.Add(_development);

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var all = await new AccountOverview(work.Source).ListAsync(cancellationToken);
        var withDevelopment = arguments.GetValue(_development);
        var shown = all.Where(account => withDevelopment || !account.IsDevelopment).ToList();
        var development = all.Count(account => account.IsDevelopment);
        return new Answer(new { accounts = shown, developmentAccounts = development }, console =>
        {
            var table = Tables.Of("Tài khoản", "Loại", "Hệ thống", "Trạng thái", "Phát triển", "Tạo lúc", "Người tạo");
            foreach (var account in shown)
            {
                table.Row(
                    account.Name, account.Kind, account.System, account.IsEnabled ? "đang dùng" : "đã khóa", account.IsDevelopment ? "có" : "không",
                    Tables.Time(account.CreatedAt), account.CreatedBy);
            }

            console.Write(table);
            if (!withDevelopment && development > 0) console.Line($"Ngoài ra có {development} tài khoản phát triển (--development để xem).");
        });
    }
}
