using System.Diagnostics;
using System.Globalization;

namespace DichVuCong.Faults.Processes;

/// <summary>
/// One of the system's hosts as a process: started again when a fault killed it, or when it ended by itself (as a service manager would; that
/// is counted). Its id stands in a file while it lives, so that the script can end it whatever becomes of this program.
/// </summary>
internal sealed class HostProcess(string name, string assembly, IReadOnlyDictionary<string, string> environment, string folder, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan BeforeRestart = TimeSpan.FromSeconds(1);
    private readonly Lock _gate = new();
    private Process? _process;
    private bool _wanted;

    /// <summary>Its name: <c>worker-1</c>.</summary>
    public string Name { get; } = name;

    /// <summary>How often it ended without having been told to, and with which codes.</summary>
    public List<int> EndedByItself { get; } = [];

    /// <summary>The most memory that it was seen to take, in MB.</summary>
    public double MostMemory { get; private set; }

    /// <summary>What it logged, all its lives together.</summary>
    public string LogFile => Path.Combine(folder, $"{Name}.log");

    private string PidFile => Path.Combine(folder, $"{Name}.pid");

    /// <summary>Starts it.</summary>
    public void Start()
    {
        var start = new ProcessStartInfo("/bin/sh") { UseShellExecute = false, RedirectStandardInput = true };
        // In a session of its own: Ctrl-C is for this program, which then ends the hosts in their order.
        foreach (var word in new[] { "-c", "exec setsid dotnet \"$0\" >>\"$1\" 2>&1", assembly, LogFile }) start.ArgumentList.Add(word);
        foreach (var (key, value) in environment) start.Environment[key] = value;
        lock (_gate)
        {
            _wanted = true;
            _process = Process.Start(start)!;
            File.WriteAllText(PidFile, string.Create(CultureInfo.InvariantCulture, $"{_process.Id} {StartOf(_process.Id)}\n"));
            _ = WatchAsync(_process);
        }
    }

    /// <summary>SIGKILL: nothing of it runs any more, and nothing was tidied up. A frozen process dies too.</summary>
    public async Task KillAsync()
    {
        Process? process;
        lock (_gate) (process, _wanted) = (_process, false);
        if (process is null) return;
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGSTOP.</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    /// <summary>SIGCONT.</summary>
    public Task ThawAsync() => SignalAsync("CONT");

    /// <summary>Looks how much memory it takes.</summary>
    public void LookAtMemory()
    {
        int id;
        lock (_gate)
        {
            if (_process is not { HasExited: false }) return;
            id = _process.Id;
        }

        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
            if (line is null) return;
            var kilobytes = double.Parse(line.AsSpan(6).Trim().ToString().Split(' ')[0], CultureInfo.InvariantCulture);
            MostMemory = Math.Max(MostMemory, kilobytes / 1024);
        }
        catch (IOException)
        {
            // It ended while it was looked at.
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        File.Delete(PidFile);
    }

    private async Task SignalAsync(string signal)
    {
        int id;
        lock (_gate)
        {
            if (_process is not { HasExited: false }) return;
            id = _process.Id;
        }

        await Shell.TryAsync("kill", [$"-{signal}", id.ToString(CultureInfo.InvariantCulture)], environment: null, CancellationToken.None);
    }

    private async Task WatchAsync(Process process)
    {
        await process.WaitForExitAsync();
        lock (_gate)
        {
            if (!_wanted || _process != process) return;
            EndedByItself.Add(process.ExitCode);
        }

        await Task.Delay(BeforeRestart, time, CancellationToken.None);
        lock (_gate)
        {
            if (!_wanted || _process != process) return;
        }

        Start();
    }

    /// <summary>When a process started, in the kernel's ticks: with the id it names a process for good.</summary>
    private static string StartOf(int id)
    {
        var status = File.ReadAllText($"/proc/{id}/stat");
        return status[(status.LastIndexOf(')') + 2)..].Split(' ')[19];
    }
}
