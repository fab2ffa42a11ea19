using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using DichVuCong.Testing;

namespace DichVuCong.Abuse.Tests.Attacks;

/// <summary>A host as a process of its own, whose memory and sockets are looked at from outside.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private HostProcess(Process process) => _process = process;

    /// <summary>The last lines that it wrote.</summary>
    public string Log => string.Join('\n', _lines.TakeLast(20));

    /// <summary>Lines that tell of a failure.</summary>
    public IReadOnlyList<string> Faults => [.. _lines.Where(line => line.Contains(" fail: ", StringComparison.Ordinal) || line.Contains(" crit: ", StringComparison.Ordinal))];

    /// <summary>Memory in use now, in MB.</summary>
    public long ResidentMegabytes => StatusOf("VmRSS:") / 1024;

    /// <summary>The most memory that was in use since <see cref="ForgetPeak"/>, in MB.</summary>
    public long PeakMegabytes => StatusOf("VmHWM:") / 1024;

    /// <summary>Sockets that it has open.</summary>
    public int Sockets => Directory.EnumerateFiles($"/proc/{_process.Id}/fd").Count(IsSocket);

    /// <summary>Starts a host from its own folder: beside this program some of its libraries are missing, which are in the framework here.</summary>
    /// <param name="room">Its folder under Hosts.</param>
    /// <param name="name">Its assembly.</param>
    /// <param name="openFiles">How many files it may open; 0 for as many as we.</param>
    /// <param name="environment">Its settings.</param>
    public static HostProcess Start(string room, string name, int openFiles, params (string Name, string Value)[] environment)
    {
        var build = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/'));
        var assembly = Path.Combine(TestCluster.Root, "Hosts", room, "bin", build.Parent!.Name, build.Name, $"{name}.dll");
        var limit = openFiles > 0 ? string.Create(CultureInfo.InvariantCulture, $"ulimit -n {openFiles}; ") : "";
        var start = new ProcessStartInfo("bash") { ArgumentList = { "-c", $"{limit}exec dotnet \"{assembly}\"" }, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (variable, value) in environment) start.Environment[variable] = value;
        var host = new HostProcess(new Process { StartInfo = start });
        host._process.OutputDataReceived += (_, line) => host.Keep(line.Data);
        host._process.ErrorDataReceived += (_, line) => host.Keep(line.Data);
        host._process.Start();
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        return host;
    }

    /// <summary>Waits until it answers.</summary>
    public async Task ReadyAsync(int port)
    {
        using var client = new HttpClient();
        await Eventually.HoldsAsync(
            async () =>
            {
                if (_process.HasExited) throw new InvalidOperationException($"The host has ended: {Log}");
                try
                {
                    return (await client.GetAsync(new Uri($"http://127.0.0.1:{port}/health/ready"))).IsSuccessStatusCode;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            },
            "the host is ready", TimeSpan.FromSeconds(90));
    }

    /// <summary>Peak memory is counted anew from here.</summary>
    public void ForgetPeak() => File.WriteAllText($"/proc/{_process.Id}/clear_refs", "5");

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private static bool IsSocket(string descriptor)
    {
        try
        {
            return File.ResolveLinkTarget(descriptor, returnFinalTarget: false)?.Name.StartsWith("socket:", StringComparison.Ordinal) == true;
        }
        catch (IOException)
        {
            // Closed between being listed and being looked at.
            return false;
        }
    }

    private long StatusOf(string line) => long.Parse(
        File.ReadLines($"/proc/{_process.Id}/status").First(row => row.StartsWith(line, StringComparison.Ordinal))[line.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(),
        CultureInfo.InvariantCulture);

    private void Keep(string? line)
    {
        if (line is not null) _lines.Enqueue(line);
        while (_lines.Count > 5_000) _lines.TryDequeue(out _);
    }
}
