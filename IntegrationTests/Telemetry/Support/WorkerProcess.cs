using System.Diagnostics;
using System.Globalization;
using DichVuCong.Testing;

namespace DichVuCong.Telemetry.Tests.Support;

/// <summary>A Worker as an installation runs it, in a process of its own.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    /// <summary>As it was built for itself: the copy beside the tests shares their assemblies.</summary>
    private static readonly string Program = Path.Combine(
        TestCluster.Root, "Hosts", "Worker",
        Path.GetRelativePath(Path.Combine(TestCluster.Root, "IntegrationTests", "Telemetry"), AppContext.BaseDirectory), "dvc-worker.dll");

    private readonly Process _process;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };

    private WorkerProcess(Process process, int port)
    {
        _process = process;
        _http.BaseAddress = new Uri($"http://127.0.0.1:{port}");
    }

    public static WorkerProcess Start(TestDatabase database, params (string Name, string Value)[] environment)
    {
        var ports = FreePort.Base();
        var start = new ProcessStartInfo("dotnet", [Program])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DVC_POSTGRES"] = database.ConnectionString;
        start.Environment["DVC_ENVIRONMENT"] = "Development";
        start.Environment["DVC_PORT_BASE"] = ports.ToString(CultureInfo.InvariantCulture);
        start.Environment["DVC_HEALTH_PORT"] = (ports + 6).ToString(CultureInfo.InvariantCulture);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => TestContext.Progress.WriteLine(line.Data);
        process.ErrorDataReceived += (_, line) => TestContext.Progress.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new WorkerProcess(process, ports + 6);
    }

    /// <summary>What it answers; null while nobody listens.</summary>
    public async Task<(int Status, string Text)?> AskAsync(string path)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
            return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
