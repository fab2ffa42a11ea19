using System.Diagnostics;
using System.Globalization;
using DichVuCong.Cli.Running;

namespace DichVuCong.Cli.Backups;

/// <summary>
/// PostgreSQL's own programs on this machine, run as the OS user of the server, which owns the data and the backups. Run as root they run as
/// that user (<c>DVC_POSTGRES_OS_USER</c>, postgres); otherwise whoever runs this must be that user.
/// </summary>
internal sealed class ServerTools(Func<string, string?> variable)
{
    private const string Packages = "/usr/lib/postgresql";

    private readonly Lazy<string> _folder = new(() => FindFolder(variable("DVC_POSTGRES_BIN")));

    /// <summary>The OS user of the server when this is root; null when this runs as that user already.</summary>
    public string? ServerUser { get; } = Environment.UserName == "root" ? variable("DVC_POSTGRES_OS_USER") is { Length: > 0 } named ? named : "postgres" : null;

    /// <summary>Runs one of the server's programs.</summary>
    public Task<ToolResult> RunAsync(string tool, IReadOnlyList<string> arguments, CancellationToken cancellationToken, string? password = null) =>
        StartAsync(Path.Combine(_folder.Value, tool), arguments, password, cancellationToken);

    /// <summary>Runs a program of the system, as the server's user.</summary>
    public Task<ToolResult> RunSystemAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        StartAsync(program, arguments, password: null, cancellationToken);

    /// <summary>Makes a folder that belongs to the server's user and nobody else may look into.</summary>
    public async Task MakeFolderAsync(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (ServerUser is not { } user) return;
        using var process = Process.Start("chown", [user, folder]);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0) throw CliProblemException.Refused($"{folder} cannot be given to the OS user {user}.");
    }

    private async Task<ToolResult> StartAsync(string program, IReadOnlyList<string> arguments, string? password, CancellationToken cancellationToken)
    {
        // Output goes through pipes of ours: a server that pg_ctl starts must not inherit them, so it has a log file of its own.
        var start = new ProcessStartInfo(ServerUser is null ? program : "runuser")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        };
        if (ServerUser is { } user) foreach (var word in new[] { "-u", user, "--", program }) start.ArgumentList.Add(word);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["LC_ALL"] = "C";
        if (password is not null) start.Environment["PGPASSWORD"] = password;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        try
        {
            await process.WaitForExitAsync(cancellationToken);
            return new ToolResult(Path.GetFileName(program), process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static string FindFolder(string? given)
    {
        var folders = given is { Length: > 0 } ? [given] : Installed();
        return folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "pg_basebackup")) && File.Exists(Path.Combine(folder, "pg_ctl")))
            ?? throw new CliProblemException(
                ExitCodes.Configuration,
                "PostgreSQL's programs (pg_basebackup, pg_verifybackup, pg_ctl) are not on this machine. Run this on the server's machine, or name their folder in DVC_POSTGRES_BIN.");
    }

    private static IEnumerable<string> Installed() => Directory.Exists(Packages)
        ? Directory.EnumerateDirectories(Packages)
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"))
        : [];
}

/// <summary>How a program ended.</summary>
internal sealed record ToolResult(string Tool, int ExitCode, string Output, string Error)
{
    /// <summary>Goes on only if it succeeded.</summary>
    /// <exception cref="CliProblemException">It did not; its own last words are shown.</exception>
    public ToolResult Require(string what) => ExitCode == 0
        ? this
        : throw CliProblemException.Refused($"{what}: {Tool} ended with {ExitCode}.{Environment.NewLine}{LastLines(Error.Length > 0 ? Error : Output)}");

    /// <summary>The last lines of a text.</summary>
    public static string LastLines(string text, int lines = 12) =>
        string.Join(Environment.NewLine, text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(lines));
}
