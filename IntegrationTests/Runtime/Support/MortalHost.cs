using System.Diagnostics;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Lines;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Runtime.Tests.Support;

/// <summary>A host in a process of its own, which dies or hangs when it decides on a <see cref="Kill"/>.</summary>
internal static class MortalHost
{
    /// <summary>Runs until it is killed.</summary>
    public static async Task RunAsync(string connection, string fate)
    {
        Ledger.Die = fate == "killer" ? Process.GetCurrentProcess().Kill : () => Thread.Sleep(Timeout.Infinite);
        await using var database = new RuntimeDatabase(connection);
        using var logging = LoggerFactory.Create(_ => { });
        using var host = new RuntimeHost(
            database, LedgerTopology.Create(new ScriptedPartner()), new SteppingCalendars(), [new LineRecorder()], new LineDirectory(database.Pooled),
            new RuntimeOptions { Workers = 2 }, TimeProvider.System, logging.CreateLogger<RuntimeHost>());
        await host.StartAsync(CancellationToken.None);
        await host.ExecuteTask!;
    }

    /// <summary>Starts such a process.</summary>
    public static Process Start(string connection, string fate) => Process.Start(new ProcessStartInfo("dotnet")
    {
        ArgumentList = { typeof(MortalHost).Assembly.Location, "host", connection, fate },
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    })!;
}
