using System.CommandLine;
using System.Globalization;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Registries.Accounts;
using DichVuCong.Registries.Accounts.Desk;

namespace DichVuCong.Cli.Commands.Accounts;

/// <summary><c>dvc accounts show</c>: one account with its posts, systems, requests and steps. Who it is, only with <c>--reveal</c>, which is written down.</summary>
internal sealed class ShowCommand : DvcCommand
{
    private readonly Argument<AccountId> _account = AccountParameters.Account();
    private readonly Option<bool> _reveal = new("--reveal") { Description = "Show who it belongs to; the audit trail says that you looked." };

    public ShowCommand(CliEnvironment environment)
        : base(environment, "show", "Show one account: posts, one-stop systems, requests, every step with who and why.")
    {
        Arguments.Add(_account);
        Options.Add(_reveal);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var account = await AccountParameters.FindAsync(work, arguments.GetRequiredValue(_account), cancellationToken);
        var standings = new AccountStandings(work.Source);
        var (systems, requests, steps) = (
            await standings.SystemsAsync(account.Account, cancellationToken), await standings.RequestsAsync(account.Account, cancellationToken),
            await standings.StepsAsync(account.Account, cancellationToken));
        var profile = arguments.GetValue(_reveal) ? await RevealAsync(work, standings, account.Account, cancellationToken) : null;
        var model = new { account, systems, requests, steps, profile = profile is null ? null : Open(profile) };
        return new Answer(model, console =>
        {
            console.Line($"{account.Account}: {AccountWords.Of(account.Kind)}, {AccountWords.Of(account.State)} từ {Tables.Time(account.Since)}, bản {account.Version}{CauseOf(account)}");
            if (profile is not null) console.Line(string.Join(" · ", Open(profile).Values));
            if (account.ActiveAt is { } active) console.Line($"Đăng nhập gần nhất: {Tables.Time(active)}");
            if (account.LockAt is { } due) console.Line($"Sẽ bị khóa do không hoạt động: {Tables.Time(due)}");
            var posts = Tables.Of("Đơn vị", "Nhóm quyền", "Hệ thống một cửa");
            foreach (var post in account.Posts) posts.Row(post.Agency.Value, post.Groups.ToString(), string.Join(", ", post.Systems));
            console.Write(posts);
            var pushes = Tables.Of("Hệ thống", "Bản", "Đồng bộ", "Lý do", "Lúc");
            foreach (var push in systems) pushes.Row(push.System, Text(push.Version), AccountWords.Of(push.State), push.Reason, Tables.Time(push.At));
            console.Write(pushes);
            if (requests.Count > 0) console.Write(RequestsCommand.TableOf(requests, work.Environment.Time.GetUtcNow()));
            var done = Tables.Of("Lúc", "Bản", "Việc", "Người thực hiện", "Lý do", "Văn bản");
            foreach (var step in steps) done.Row(Tables.Time(step.At), Text(step.Version), step.Step, step.By, step.Reason, step.Document);
            console.Write(done);
        });
    }

    private static string CauseOf(AccountRow account) => account.Cause is { } cause ? $" ({AccountWords.Of(cause)})" : "";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task<AccountProfile?> RevealAsync(Workplace work, AccountStandings standings, AccountId account, CancellationToken cancellationToken)
    {
        await standings.NoteViewAsync(account, AccountDoor.By(work), cancellationToken);
        return await new AccountLookup(work.Source, work.Sealer).OpenAsync(account, await standings.ProfileRevisionAsync(account, cancellationToken), cancellationToken);
    }

    private static Dictionary<string, string> Open(AccountProfile profile) => new(StringComparer.Ordinal)
    {
        ["fullName"] = profile.FullName.Reveal(),
        ["personalId"] = profile.PersonalId.Reveal(),
        ["unit"] = profile.Unit.Value,
        ["position"] = profile.Position,
        ["phone"] = profile.Phone.Reveal(),
        ["email"] = profile.Email.Reveal(),
    };
}
