using DichVuCong.Faults.Plan;
using DichVuCong.Faults.Processes;
using DichVuCong.Faults.Proxy;

namespace DichVuCong.Faults.Inject;

/// <summary>Does what the plan says: begins a fault, and ends it so that the system could be whole again.</summary>
internal sealed class Injector(RunningSystem system)
{
    private static readonly TimeSpan SlowBy = TimeSpan.FromMilliseconds(120);

    /// <summary>Begins a fault. The task that it returns completes when there is nothing more to do but wait for its end.</summary>
    public Task BeginAsync(PlannedFault fault) => fault.Kind.Action switch
    {
        FaultAction.Kill or FaultAction.KillPartners => Host(fault).KillAsync(),
        FaultAction.Freeze => Host(fault).FreezeAsync(),
        FaultAction.StopPostgres => system.Cluster.StopAtOnceAsync(),
        FaultAction.EndSessions => new DatabaseFaults(system).EndSessionsAsync(fault),
        FaultAction.KillBackend => new DatabaseFaults(system).KillBackendAsync(fault),
        FaultAction.FillDisk => system.Disk.FillAsync(),
        FaultAction.JumpClock => Jump(fault, JumpOf(fault)),
        FaultAction.Misbehave => system.Sandbox.BreakAsync(fault.Misdeed!),
        _ => Set(fault, LinkModeOf(fault.Kind.Action)),
    };

    /// <summary>Ends a fault.</summary>
    public Task EndAsync(PlannedFault fault)
    {
        switch (fault.Kind.Action)
        {
            case FaultAction.Kill or FaultAction.KillPartners:
                Host(fault).Start();
                return Task.CompletedTask;
            case FaultAction.Freeze:
                return Host(fault).ThawAsync();
            case FaultAction.FillDisk:
                system.Disk.Free();
                return new DatabaseFaults(system).UntilItRunsAsync();
            case FaultAction.StopPostgres:
                return new DatabaseFaults(system).UntilItRunsAsync();
            case FaultAction.EndSessions or FaultAction.KillBackend:
                return Task.CompletedTask;
            case FaultAction.JumpClock:
                return Jump(fault, TimeSpan.Zero);
            case FaultAction.Misbehave:
                return system.Sandbox.MendAsync(fault.Misdeed!.Party);
            default:
                return Set(fault, LinkMode.Clear);
        }
    }

    /// <summary>How far a clock jumps: up to fifteen minutes, ahead or back.</summary>
    internal static TimeSpan JumpOf(PlannedFault fault) => TimeSpan.FromSeconds((30 + (fault.Chance % 870)) * (fault.Chance % 2 == 0 ? 1 : -1));

    private HostProcess Host(PlannedFault fault) => system.Hosts[fault.Target];

    private Task Set(PlannedFault fault, LinkMode mode)
    {
        system.Links[fault.Target].Set(mode, SlowBy);
        return Task.CompletedTask;
    }

    private Task Jump(PlannedFault fault, TimeSpan offset)
    {
        system.Clocks[fault.Target].Set(offset);
        return Task.CompletedTask;
    }

    private static LinkMode LinkModeOf(FaultAction action) => action switch
    {
        FaultAction.Cut => LinkMode.Cut,
        FaultAction.Slow => LinkMode.Slow,
        FaultAction.Stall => LinkMode.Stalled,
        FaultAction.HalfCloseServer => LinkMode.HalfClosedAtServer,
        FaultAction.HalfCloseClient => LinkMode.HalfClosedAtClient,
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "No fault of a link."),
    };
}
