using System.CommandLine;
using System.Globalization;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Registries.Accounts.Desk;

namespace DichVuCong.Cli.Commands.Accounts;

/// <summary><c>dvc accounts locking</c>: whose lock for inactivity is announced (A11.1d).</summary>
internal sealed class LockingCommand : DvcCommand
{
    private readonly Option<int> _within = Parameters.Count("--within", "Days ahead.", 14, most: 400);
    private readonly Option<int> _limit = Parameters.Limit(100);

    public LockingCommand(CliEnvironment environment)
        : base(environment, "locking", "List accounts that will be locked for inactivity, the first first.")
    {
        Options.Add(_within);
        Options.Add(_limit);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var until = Environment.Time.GetUtcNow().AddDays(arguments.GetValue(_within));
        var accounts = await new AccountWatchLists(work.Source).LockingAsync(until, arguments.GetValue(_limit), cancellationToken);
        return new Answer(new { accounts }, console =>
        {
            var table = Tables.Of("Tài khoản", "Đơn vị", "Đăng nhập gần nhất", "Khóa lúc");
            foreach (var row in accounts) table.Row(row.Account.Value, string.Join(", ", row.Agencies), Tables.Time(row.ActiveAt), Tables.Time(row.LockAt));
            console.Write(table);
            console.Line($"{accounts.Count} tài khoản.");
        });
    }
}

/// <summary><c>dvc accounts pushes</c>: what one-stop systems have not confirmed, or refused.</summary>
internal sealed class PushesCommand : DvcCommand
{
    private readonly Option<bool> _refused = new("--refused") { Description = "Only what was refused." };
    private readonly Option<int> _limit = Parameters.Limit(100);

    public PushesCommand(CliEnvironment environment)
        : base(environment, "pushes", "List changes that one-stop systems refused or have not confirmed yet, the oldest first.")
    {
        Options.Add(_refused);
        Options.Add(_limit);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var pushes = await new AccountWatchLists(work.Source).PushesAsync(arguments.GetValue(_refused), arguments.GetValue(_limit), cancellationToken);
        return new Answer(new { pushes }, console =>
        {
            var table = Tables.Of("Hệ thống", "Tài khoản", "Bản", "Đồng bộ", "Lý do", "Lúc");
            foreach (var row in pushes)
                table.Row(row.System, row.Account.Value, row.Version.ToString(CultureInfo.InvariantCulture), AccountWords.Of(row.State), row.Reason, Tables.Time(row.At));
            console.Write(table);
            console.Line($"{pushes.Count} thay đổi.");
        });
    }
}

/// <summary><c>dvc accounts reviews</c>: when agencies' six-monthly reviews are due (A11.4).</summary>
internal sealed class ReviewsCommand : DvcCommand
{
    private readonly Option<bool> _overdue = new("--overdue") { Description = "Only those that are overdue." };
    private readonly Option<int> _limit = Parameters.Limit(200);

    public ReviewsCommand(CliEnvironment environment)
        : base(environment, "reviews", "List agencies' reviews of their accounts, the first to be due first.")
    {
        Options.Add(_overdue);
        Options.Add(_limit);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var reviews = await new AccountWatchLists(work.Source).ReviewsAsync(
            arguments.GetValue(_overdue) ? Environment.Time.GetUtcNow() : null, arguments.GetValue(_limit), cancellationToken);
        return new Answer(new { reviews }, console =>
        {
            var table = Tables.Of("Đơn vị", "Lần trước", "Hạn", "Tình trạng");
            foreach (var row in reviews)
                table.Row(row.Agency.Value, row.LastOn?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), Tables.Time(row.Due), row.IsOverdue ? "quá hạn" : "");
            console.Write(table);
            console.Line($"{reviews.Count} đơn vị.");
        });
    }
}

/// <summary><c>dvc accounts unit</c>: what may be given in a unit at most (A9.3).</summary>
internal sealed class UnitCommand : DvcCommand
{
    private readonly Option<AgencyCode?> _agency = Parameters.Agency("The unit.", required: true);
    private readonly Option<string?> _groups = new("--groups") { Description = "The groups that may be given there, after commas; without it they are shown.", HelpName = "WORDS" };

    public UnitCommand(CliEnvironment environment)
        : base(environment, "unit", "Show or set what may be given in a unit at most.")
    {
        Options.Add(_agency);
        Options.Add(_groups);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var code = arguments.GetValue(_agency)!.Value;
        await using var work = Open();
        var catalogue = await work.LoadCatalogueAsync(cancellationToken);
        var today = VietnamTime.DayOf(Environment.Time.GetUtcNow());
        if (catalogue.Agencies.Find(code, today) is not { } agency) throw CliProblemException.NotFound($"There is no agency {code}.");
        var units = new AccountUnits(work.Source);
        if (arguments.GetValue(_groups) is { } words) await units.SetAsync(agency.Code, Read(words), AccountDoor.By(work), cancellationToken);
        var unit = await units.FindAsync(catalogue, agency.Code, today, cancellationToken);
        return new Answer(
            new { agency = unit.Agency.Value, groups = unit.Most, systems = unit.Systems },
            console => console.Line($"{unit.Agency}: được cấp {unit.Most}; hệ thống một cửa: {string.Join(", ", unit.Systems)}."));
    }

    private static GroupSet Read(string words)
    {
        try
        {
            return GroupSet.Parse(words.Replace(" ", "", StringComparison.Ordinal));
        }
        catch (FormatException problem)
        {
            throw CliProblemException.Usage($"--groups: {problem.Message}");
        }
    }
}
