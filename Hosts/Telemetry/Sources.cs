namespace DichVuCong.Telemetry;

/// <summary>What is exported: our own instruments, and those of the platform that dashboards and alerts are made of.</summary>
public static class Sources
{
    private const string Ours = "DichVuCong";

    /// <summary>The meters.</summary>
    public static IReadOnlyList<string> Meters { get; } =
        [Ours, "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http"];

    /// <summary>The sources of traces: a call at the door, what sagas decide, calls to partners.</summary>
    public static IReadOnlyList<string> Traces { get; } = [Ours, "Microsoft.AspNetCore", "System.Net.Http"];
}
