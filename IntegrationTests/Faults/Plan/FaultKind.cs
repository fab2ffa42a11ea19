namespace DichVuCong.Faults.Plan;

/// <summary>What happens to what.</summary>
internal enum FaultAction
{
    /// <summary>SIGKILL; started again when the fault ends.</summary>
    Kill,

    /// <summary>SIGKILL of everybody outside; they come back with what they had written down.</summary>
    KillPartners,

    /// <summary>SIGSTOP, then SIGCONT.</summary>
    Freeze,

    /// <summary><c>pg_ctl stop -m immediate</c>, then started.</summary>
    StopPostgres,

    /// <summary><c>pg_terminate_backend</c> of some sessions.</summary>
    EndSessions,

    /// <summary>SIGKILL of one backend: the server ends all sessions and recovers by itself.</summary>
    KillBackend,

    /// <summary>The cluster's disk is full.</summary>
    FillDisk,

    /// <summary>Connections are reset, and new ones refused.</summary>
    Cut,

    /// <summary>Everything takes longer.</summary>
    Slow,

    /// <summary>Nothing is read any more; connections stay open.</summary>
    Stall,

    /// <summary>The server's side is closed, the client does not learn of it.</summary>
    HalfCloseServer,

    /// <summary>The client's side is closed, the server does not learn of it.</summary>
    HalfCloseClient,

    /// <summary>A host's clock is wrong.</summary>
    JumpClock,

    /// <summary>A partner misbehaves, in one of the Sandbox's modes.</summary>
    Misbehave,
}

/// <summary>A kind of fault: a row of <see cref="FaultKinds"/>.</summary>
/// <param name="Name">Its name in the table of the report.</param>
/// <param name="Action">What happens.</param>
/// <param name="Targets">What it happens to: one is drawn.</param>
/// <param name="Least">The least seconds it lasts.</param>
/// <param name="Most">The most seconds it lasts.</param>
/// <param name="Needs">What the machine must offer; null for nothing special.</param>
internal sealed record FaultKind(string Name, FaultAction Action, IReadOnlyList<string> Targets, double Least, double Most, string? Needs = null);
