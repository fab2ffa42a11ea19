namespace DichVuCong.Faults.Plan;

/// <summary>The kinds of faults, as data.</summary>
internal static class FaultKinds
{
    /// <summary>The cluster lies on a file system of its own that can be filled.</summary>
    public const string NeedsOwnDisk = "own disk";

    /// <summary>The clock of one process can be moved.</summary>
    public const string NeedsFakeClock = "fake clock";

    private static readonly string[] Workers = ["worker-1", "worker-2"];
    private static readonly string[] DatabaseLinks = ["worker-1>postgres", "worker-2>postgres", "gateway>postgres"];
    private static readonly string[] PartnerLinks = ["workers>systems", "workers>mail", "systems>gateway", "portal>gateway"];

    /// <summary>All kinds. A lease lasts 30 seconds: the long freeze outlives it, the short one does not.</summary>
    public static IReadOnlyList<FaultKind> All { get; } =
    [
        new("worker killed", FaultAction.Kill, Workers, 0.5, 3),
        new("gateway killed", FaultAction.Kill, ["gateway"], 0.5, 2),
        new("worker frozen past its lease", FaultAction.Freeze, Workers, 34, 44),
        new("worker frozen briefly", FaultAction.Freeze, Workers, 2, 14),
        new("gateway frozen", FaultAction.Freeze, ["gateway"], 2, 9),
        new("systems killed", FaultAction.KillPartners, ["sandbox"], 0.5, 4),
        new("systems frozen", FaultAction.Freeze, ["sandbox"], 3, 12),
        new("postgres stopped at once", FaultAction.StopPostgres, ["postgres"], 0.2, 3),
        new("sessions ended", FaultAction.EndSessions, ["postgres"], 0.1, 4),
        new("backend killed", FaultAction.KillBackend, ["postgres"], 0.1, 0.2),
        new("disk full", FaultAction.FillDisk, ["postgres"], 4, 10, NeedsOwnDisk),
        new("database cut", FaultAction.Cut, DatabaseLinks, 0.1, 5),
        new("database slow", FaultAction.Slow, DatabaseLinks, 4, 10),
        new("database stalled", FaultAction.Stall, DatabaseLinks, 3, 24),
        new("database half-closed (server)", FaultAction.HalfCloseServer, DatabaseLinks, 3, 10),
        new("database half-closed (client)", FaultAction.HalfCloseClient, DatabaseLinks, 3, 10),
        new("partners cut", FaultAction.Cut, PartnerLinks, 0.1, 6),
        new("partners slow", FaultAction.Slow, PartnerLinks, 4, 10),
        new("partners stalled", FaultAction.Stall, PartnerLinks, 3, 14),
        new("partners half-closed (server)", FaultAction.HalfCloseServer, PartnerLinks, 3, 10),
        new("partners half-closed (client)", FaultAction.HalfCloseClient, PartnerLinks, 3, 10),
        new("clock jumped", FaultAction.JumpClock, ["worker-2", "gateway"], 4, 12, NeedsFakeClock),
        new("partner misbehaved", FaultAction.Misbehave, ["sandbox"], 5, 14),
        new("partner misbehaved", FaultAction.Misbehave, ["sandbox"], 5, 14),
    ];
}
