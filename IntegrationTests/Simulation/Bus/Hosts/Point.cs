namespace DichVuCong.Simulation.Bus.Hosts;

/// <summary>The instants between two steps of a host at which it can be killed or frozen.</summary>
internal enum Point
{
    /// <summary>A batch is decided and not committed.</summary>
    BatchDecided,

    /// <summary>A batch is committed.</summary>
    BatchCommitted,

    /// <summary>A cycle of the pump is prepared and not committed.</summary>
    CyclePrepared,

    /// <summary>A cycle is committed: marks stand, and no call is out yet.</summary>
    CycleCommitted,

    /// <summary>A call is out.</summary>
    CallStarted,

    /// <summary>A call came back, and its outcome is not committed.</summary>
    CallReturned,

    /// <summary>The door has collected a group of calls.</summary>
    GroupCollected,

    /// <summary>The door has committed a group, and answered nobody.</summary>
    GroupCommitted,
}
