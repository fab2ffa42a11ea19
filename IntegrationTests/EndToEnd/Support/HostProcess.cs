using System.Collections.Concurrent;
using System.Diagnostics;

namespace DichVuCong.EndToEnd.Tests.Support;

/// <summary>A host as its own process, so that it can be killed like one.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Process _process;

    private HostProcess(Process process) => _process = process;

    /// <summary>What it has written, for the message of a test that fails.</summary>
    public string Log => string.Join('\n', _lines.TakeLast(60));

    public static HostProcess Start(string name, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(TestContext.CurrentContext.TestDirectory, $"{name}.dll") },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (key, value) in environment) start.Environment[key] = value;
        var host = new HostProcess(new Process { StartInfo = start });
        host._process.OutputDataReceived += (_, line) => host.Keep(line.Data);
        host._process.ErrorDataReceived += (_, line) => host.Keep(line.Data);
        host._process.Start();
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        return host;
    }

    /// <summary>SIGKILL: nothing of it runs any more, and nothing was tidied up.</summary>
    public void Kill()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null) _lines.Enqueue(line);
        while (_lines.Count > 500) _lines.TryDequeue(out _);
    }
}
