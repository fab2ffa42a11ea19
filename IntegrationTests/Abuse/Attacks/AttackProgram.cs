using System.Globalization;
using DichVuCong.Testing;

namespace DichVuCong.Abuse.Tests.Attacks;

/// <summary>Attacks a gateway process with everything, one attack after the other, while an honest client goes on calling.</summary>
internal static class AttackProgram
{
    /// <summary>The memory in which the gateway has to do, whatever is done to it, in MB.</summary>
    private const long MostMegabytes = 1_200;

    /// <summary>Sockets that a quiet gateway may have open: its database, its listener, callers that keep theirs.</summary>
    private const int QuietSockets = 60;

    private static readonly TimeSpan Release = TimeSpan.FromSeconds(150);

    public static async Task<int> RunAsync(Options options)
    {
        await using var database = await SeededDatabase.CreateAsync();
        var port = (int)options.Number("--port", FreePort.Base());
        var connections = (int)options.Number("--connections", 10_000);
        using var gateway = HostProcess.Start(
            "Gateway", "dvc-gateway", 0, ("DVC_ENVIRONMENT", "Development"), ("DVC_POSTGRES", database.ConnectionString), ("DVC_PORT_BASE", port.ToString(CultureInfo.InvariantCulture)));
        await gateway.ReadyAsync(port);
        var failures = 0;
        var peak = 0L;
        byte address = 10;
        Console.WriteLine($"{"attack",-34} {"honest",7} {"failed",7} {"p99 ms",8} {"peak MB",8} {"after MB",9} {"sockets",8}");
        var only = options.Text("--only");
        foreach (var attack in Everything.Where(attack => only is null || attack.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            var found = await MakeAsync(attack, gateway, new AttackField(port, address++, connections));
            failures += found.Count;
            peak = Math.Max(peak, gateway.PeakMegabytes);
            foreach (var one in found) Console.WriteLine($"  FAILED {one}");
        }

        if (only is null || "few files".Contains(only, StringComparison.OrdinalIgnoreCase))
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
            var wrong = await FewFiles.RunAsync(database.ConnectionString, port + 40, patience.Token);
            Console.WriteLine(wrong is null ? "more connections than files            as it should be" : $"  FAILED more connections than files: {wrong}");
            failures += wrong is null ? 0 : 1;
        }

        foreach (var fault in gateway.Faults.Take(10)) Console.WriteLine($"  FAILED logged: {fault}");
        failures += gateway.Faults.Count;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"connections={connections}\npeak_mb={peak}\nfailures={failures}"));
        return failures == 0 ? 0 : 1;
    }

    private static IEnumerable<Attack> Everything => [.. SlowAttacks.All, .. HeavyAttacks.All, .. RudeAttacks.All];

    private static async Task<IReadOnlyList<string>> MakeAsync(Attack attack, HostProcess gateway, AttackField field)
    {
        gateway.ForgetPeak();
        var failures = new List<string>();
        var honest = new HonestClient(field.Port);
        await using (honest)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
            try
            {
                if (await attack.RunAsync(field, patience.Token) is { } wrong) failures.Add(wrong);
            }
            catch (OperationCanceledException)
            {
                failures.Add("the attack did not come to its end");
            }
        }

        try
        {
            await Eventually.HoldsAsync(() => gateway.Sockets <= QuietSockets, "the connections are released", Release);
        }
        catch (TimeoutException)
        {
            failures.Add($"{gateway.Sockets} sockets are open {Release.TotalSeconds} s later");
        }

        if (gateway.PeakMegabytes > MostMegabytes) failures.Add($"{gateway.PeakMegabytes} MB of memory");
        failures.AddRange(honest.Failures.Take(3).Select(failure => $"an honest call: {failure}"));
        if (honest.Answered == 0) failures.Add("no honest call was answered");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{attack.Name,-34} {honest.Answered,7} {honest.Failures.Count,7} {honest.P99,8:F0} {gateway.PeakMegabytes,8} {gateway.ResidentMegabytes,9} {gateway.Sockets,8}"));
        return failures;
    }
}
