using System.Diagnostics;

namespace DichVuCong.Faults.Processes;

/// <summary>Runs a program of the system to its end.</summary>
internal static class Shell
{
    /// <summary>What it wrote on standard output.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<string> RunAsync(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment, CancellationToken cancellationToken)
    {
        var (code, output, error) = await TryAsync(program, arguments, environment, cancellationToken);
        return code == 0 ? output : throw new InvalidOperationException($"{Path.GetFileName(program)} {string.Join(' ', arguments)} ended with {code}: {error}{output}");
    }

    /// <summary>Its exit code and what it wrote.</summary>
    public static async Task<(int Code, string Output, string Error)> TryAsync(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var (key, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal)) start.Environment[key] = value;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        // A server that it left behind may hold standard error open: what came until now is enough.
        var text = await Task.WhenAny(error, Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken)) == error ? await error : "";
        return (process.ExitCode, await output, text);
    }
}
