using System.CommandLine;
using System.Globalization;
using DichVuCong.Cli.Backups;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts;

namespace DichVuCong.Cli.Commands.Backups;

/// <summary>What the commands of backups and restores have in common.</summary>
internal static class BackupOptions
{
    /// <summary>The folder of the backups.</summary>
    public static Option<string?> Folder() => new("--dir") { Description = "The folder of the backups. Default: DVC_BACKUP_DIR.", HelpName = "DIR" };

    /// <summary>The folder that a command line or the environment names.</summary>
    public static BackupFolder FolderOf(this CliEnvironment environment, ParseResult arguments, Option<string?> option) =>
        (arguments.GetValue(option) ?? environment.Variable("DVC_BACKUP_DIR")) is { Length: > 0 } path
            ? Path.IsPathFullyQualified(path) && path.All(letter => letter is not ('\'' or '"' or '\\' or '%' or '$' or '`' or '\n'))
                ? new BackupFolder(path)
                : throw CliProblemException.Usage("The folder of the backups must be an absolute path without quotes, backslashes, %, $ and `: the server's shell reads it.")
            : throw CliProblemException.Usage("Where are the backups? Say --dir DIR, or set DVC_BACKUP_DIR.");

    /// <summary>An instant: with an offset, or in Asia/Ho_Chi_Minh.</summary>
    public static DateTimeOffset Instant(string name, string text)
    {
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > 10)) return instant;
        return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), VietnamTime.Offset)
            : throw CliProblemException.Usage($"{name}: '{text}' is not a time such as 2026-11-22T14:05:00 (Asia/Ho_Chi_Minh) or 2026-11-22T07:05:00Z.");
    }
}
