using System.Globalization;
using DichVuCong.Faults.Plan;
using DichVuCong.Faults.Processes;
using Npgsql;

namespace DichVuCong.Faults.Inject;

/// <summary>Faults of the database's own. It may be down already, for another fault: then there is nothing to end.</summary>
internal sealed class DatabaseFaults(RunningSystem system)
{
    /// <summary>Ends some sessions of the hosts, again and again while the fault lasts.</summary>
    public async Task EndSessionsAsync(PlannedFault fault)
    {
        var (random, times) = (new Random(fault.Chance), 1 + (int)fault.For.TotalSeconds);
        for (var time = 0; time < times; time++)
        {
            if (time > 0) await Task.Delay(TimeSpan.FromMilliseconds(700), CancellationToken.None);
            await IfItRunsAsync(async () =>
            {
                var sessions = (await system.Cluster.SessionsAsync()).ToArray();
                random.Shuffle(sessions);
                await system.Cluster.EndAsync(sessions[..Math.Min(sessions.Length, 1 + random.Next(4))]);
            });
        }
    }

    /// <summary>Kills one backend: the server cannot know what it left behind in shared memory, so it ends all and recovers.</summary>
    public Task KillBackendAsync(PlannedFault fault) => IfItRunsAsync(async () =>
    {
        var sessions = await system.Cluster.SessionsAsync();
        if (sessions.Count == 0) return;
        var pid = sessions[fault.Chance % sessions.Count].ToString(CultureInfo.InvariantCulture);
        await Shell.TryAsync("kill", ["-KILL", pid], environment: null, CancellationToken.None);
    });

    /// <summary>Starts the server if it is down, as whoever watches over it would: after a full disk it may have ended itself.</summary>
    public async Task UntilItRunsAsync()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await system.Cluster.StartAsync(CancellationToken.None);
                return;
            }
            catch (InvalidOperationException) when (attempt < 20)
            {
                // It is still going down, or another fault has stopped it again.
                await Task.Delay(TimeSpan.FromMilliseconds(300), CancellationToken.None);
            }
        }
    }

    private static async Task IfItRunsAsync(Func<Task> fault)
    {
        try
        {
            await fault();
        }
        catch (Exception down) when (down is NpgsqlException or TimeoutException)
        {
            // Another fault has it already.
        }
    }
}
