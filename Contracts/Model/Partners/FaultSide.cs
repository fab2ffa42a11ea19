namespace DichVuCong.Messaging;

/// <summary>Whose doing a failed call is. What nobody can tell apart, an answer that did not come in time, is the network's: both sides are asked.</summary>
public enum FaultSide : byte
{
    /// <summary>Ours: our settings, our registry, our process.</summary>
    Us = 1,

    /// <summary>The network's: there was no answer, or not a whole one.</summary>
    Network = 2,

    /// <summary>The partner's: it answered that it could not.</summary>
    Partner = 3,
}
