using System.Collections.Frozen;
using System.CommandLine;
using System.CommandLine.Parsing;
using DichVuCong.Registries.Operations.Audit;

namespace DichVuCong.Cli.Running;

/// <summary>
/// Writes commands that change something, or show personal data, into the audit trail: before they do it, since what cannot be written down is not
/// done. What is ordered through a desk of the screen (parked, approvals, audit export, payments, reconciliation, work) is written by the desk, where it
/// can in the transaction of the action.
/// </summary>
internal sealed class CommandTrail
{
    /// <summary>What is for Development alone is not among them, nor what builds, copies or restores the database that the trail is in.</summary>
    private static readonly FrozenSet<string> Changing = new[]
    {
        "account add", "account disable", "catalogue import",
        "accounts check", "accounts approve", "accounts refuse", "accounts hand-on", "accounts lock", "accounts unlock", "accounts suspend", "accounts withdraw",
        "accounts hand-over", "accounts commit", "accounts report", "accounts unit", "accounts import", "accounts restore", "accounts systems issue", "accounts systems rotate",
        "accounts systems revoke",
        "dossier assign", "dossier redeliver", "dossier correct",
        "journal archive",
    }.ToFrozenSet();

    private readonly CliEnvironment _environment;
    private readonly AuditEntry _entry;

    private CommandTrail(CliEnvironment environment, AuditEntry entry) => (_environment, _entry) = (environment, entry);

    /// <summary>The trail of a command; null for one that only looks.</summary>
    public static CommandTrail? Of(CliEnvironment environment, ParseResult arguments)
    {
        var path = PathOf(arguments.CommandResult);
        if (!Changing.Contains(path) && !(path is "dossier show" or "accounts show" && arguments.CommandResult.Children.OfType<OptionResult>().Any(option => option.Option.Name == "--reveal"))) return null;
        var target = arguments.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).FirstOrDefault()?.Value ?? "-";
        var reason = arguments.CommandResult.Children.OfType<OptionResult>().FirstOrDefault(option => option.Option.Name == "--reason")?.Tokens is [var given, ..] ? given.Value : null;
        return new CommandTrail(environment, new AuditEntry(environment.Person, $"cli.{path.Replace(' ', '.')}", "command", target) { Reason = reason });
    }

    /// <summary>Writes that it begins.</summary>
    public Task BeginAsync(CancellationToken cancellationToken) => WriteAsync("ordered", cancellationToken);

    /// <summary>Writes that it came to nothing, or not to everything.</summary>
    public Task FailAsync(int exitCode) => WriteAsync($"failed: exit code {exitCode}", CancellationToken.None);

    private async Task WriteAsync(string result, CancellationToken cancellationToken)
    {
        await using var work = Workplace.Open(_environment);
        await work.Desk<AuditTrail>().WriteAsync(work.Source, _entry with { Result = result }, cancellationToken);
    }

    private static string PathOf(CommandResult result)
    {
        var names = new List<string>();
        for (SymbolResult? at = result; at is CommandResult { Command: not RootCommand } command; at = command.Parent) names.Insert(0, command.Command.Name);
        return string.Join(' ', names);
    }
}
