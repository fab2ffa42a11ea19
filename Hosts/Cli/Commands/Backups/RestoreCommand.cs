using System.CommandLine;
using DichVuCong.Cli.Backups;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Runtime.Restoring;
using Npgsql;

namespace DichVuCong.Cli.Commands.Backups;

/// <summary><c>dvc restore</c>: a data folder as it was at a time, marked so that nothing is given out or done twice.</summary>
internal sealed class RestoreCommand : DvcCommand
{
    private const string AllThereIs = "latest";

    private readonly Option<string?> _at = new("--at") { Description = "The time to restore to, in Asia/Ho_Chi_Minh unless it has an offset; 'latest' for all there is.", HelpName = "TIME" };
    private readonly Option<string?> _to = new("--to") { Description = "The data folder to make: absolute, empty or not there.", HelpName = "DIR" };
    private readonly Option<string?> _folder = BackupOptions.Folder();
    private readonly Option<string?> _oldData = new("--old-data") { Description = "The data folder of the old, stopped cluster: log that was not archived yet is read from there.", HelpName = "DIR" };
    private readonly Option<string?> _backup = new("--backup") { Description = "The base backup. Default: the newest that ended before the time.", HelpName = "NAME" };
    private readonly Option<string> _database = new("--database") { Description = "The hosts' database. Default: that of DVC_POSTGRES, or dvc.", HelpName = "NAME", DefaultValueFactory = _ => "" };
    private readonly Option<string> _user = new("--user") { Description = "The cluster's superuser. Default: that of DVC_POSTGRES, or postgres.", HelpName = "NAME", DefaultValueFactory = _ => "" };
    private readonly Option<long> _gap = RestoreGaps.Counters();
    private readonly Option<long> _codeGap = RestoreGaps.Codes();
    private readonly Option<int> _patience = Parameters.Count("--patience", "Minutes that recovery may take.", otherwise: 240, most: 10_000);
    private readonly Option<bool> _rehearse = new("--rehearse") { Description = "Restore and look, mark nothing: no host works on what comes of it." };

    public RestoreCommand(CliEnvironment environment)
        : base(environment, "restore", "Restore to a time: make a data folder from a backup and the archived log, and mark it. Runs on the server's machine.")
    {
        foreach (var option in new Option[] { _at, _to, _folder, _oldData, _backup, _database, _user, _gap, _codeGap, _patience, _rehearse }) Options.Add(option);
        Subcommands.Add(new RestoreFinishCommand(environment));
        Subcommands.Add(new RestoreReportCommand(environment));
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var order = OrderOf(arguments);
        var done = await new RestoreRun(new ServerTools(Environment.Variable), Environment.FolderOf(arguments, _folder), Environment).RunAsync(order, cancellationToken);
        return new Answer(new { restored = done }, console =>
        {
            console.Line($"Đã khôi phục từ {done.Backup} về {Tables.Time(done.RestoredTo)} vào {done.To}: {Tables.Number(done.Dossiers)} hồ sơ.");
            console.Line(done.Incarnation is { } number
                ? $"Đã đánh dấu lần khôi phục {number - 1}. Khởi động PostgreSQL trên {done.To}, rồi các Worker và Gateway; sau đó: dvc restore report"
                : "Đây là lần diễn tập: không đánh dấu gì, không máy chủ nghiệp vụ nào làm việc trên bản này.");
        });
    }

    private RestoreOrder OrderOf(ParseResult arguments)
    {
        var at = arguments.GetValue(_at) ?? throw CliProblemException.Usage("Which time? Say --at TIME, or --at latest for all there is.");
        var to = arguments.GetValue(_to) ?? throw CliProblemException.Usage("Where to? Say --to DIR: an absolute path, empty or not there.");
        if (!Path.IsPathFullyQualified(to) || to.Contains('\'', StringComparison.Ordinal)) throw CliProblemException.Usage("--to must be an absolute path without quotes.");
        var target = at == AllThereIs ? (DateTimeOffset?)null : BackupOptions.Instant("--at", at);
        if (target > Environment.Time.GetUtcNow()) throw CliProblemException.Usage("--at lies ahead.");
        var server = Environment.Variable("DVC_POSTGRES") is { Length: > 0 } ? new NpgsqlConnectionStringBuilder(new CliSettings(Environment.Variable).Postgres) : null;
        return new RestoreOrder(
            target, Path.GetFullPath(to), arguments.GetValue(_oldData), arguments.GetValue(_backup),
            Of(_database, server?.Database, "dvc"), Of(_user, server?.Username, "postgres"),
            arguments.GetValue(_gap), arguments.GetValue(_codeGap), TimeSpan.FromMinutes(arguments.GetValue(_patience)), arguments.GetValue(_rehearse));

        string Of(Option<string> option, string? environment, string otherwise) =>
            arguments.GetValue(option) is { Length: > 0 } said ? said : environment is { Length: > 0 } ? environment : otherwise;
    }
}

/// <summary>By how much counters are raised.</summary>
internal static class RestoreGaps
{
    /// <summary>The counters of messages, sagas, events.</summary>
    public static Option<long> Counters() => Of("--gap", "By how much every counter is raised: more than was given out in the time that is lost.", RestoreTerms.UsualGap);

    /// <summary>The numbers of dossier codes.</summary>
    public static Option<long> Codes() =>
        Of("--code-gap", "By how much the numbers of dossier codes are raised: more than one agency was given in the time that is lost.", new DossierCodeOptions().GapAfterRestore);

    private static Option<long> Of(string name, string description, long otherwise)
    {
        var option = new Option<long>(name) { Description = $"{description} Default {otherwise}.", HelpName = "N", DefaultValueFactory = _ => otherwise };
        option.Validators.Add(result =>
        {
            if (!result.Errors.Any() && result.GetValueOrDefault<long>() < 1) result.AddError($"{name} must be at least 1.");
        });
        return option;
    }
}
