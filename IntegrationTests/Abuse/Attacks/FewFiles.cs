using System.Globalization;
using DichVuCong.Testing;

namespace DichVuCong.Abuse.Tests.Attacks;

/// <summary>More connections than the process may open files: they are closed at once, and the gateway goes on listening.</summary>
internal static class FewFiles
{
    private const int Files = 1_024;
    private const int Connections = 2_000;

    /// <summary>Does it to a gateway of its own; gives what is wrong with how it was met, or null.</summary>
    public static async Task<string?> RunAsync(string database, int port, CancellationToken cancellationToken)
    {
        using var gateway = HostProcess.Start(
            "Gateway", "dvc-gateway", Files, ("DVC_ENVIRONMENT", "Development"), ("DVC_POSTGRES", database), ("DVC_PORT_BASE", port.ToString(CultureInfo.InvariantCulture)));
        await gateway.ReadyAsync(port);
        using (var crowd = await new AttackField(port, 99, Connections).GatherAsync(Connections, cancellationToken))
        {
            await Eventually.HoldsAsync(() => crowd.Closed() >= Connections - Files, "connections beyond the limit are closed", TimeSpan.FromSeconds(60));
        }

        try
        {
            // Its own first call waits until the crowd is gone.
            await gateway.ReadyAsync(port);
        }
        catch (TimeoutException)
        {
            return $"nobody is answered any more: {gateway.Log}";
        }

        return gateway.Faults.Count == 0 ? null : gateway.Faults[0];
    }
}
