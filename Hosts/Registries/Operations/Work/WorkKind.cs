namespace DichVuCong.Registries.Operations.Work;

/// <summary>Kinds of things that need a human; the more urgent first.</summary>
public enum WorkKind : byte
{
    /// <summary>Messages that were parked for one cause: what they are about stands still.</summary>
    Parked = 1,

    /// <summary>A partner that cannot be called, or does not take what waits for it.</summary>
    Partner = 2,

    /// <summary>A dossier whose deadline has passed.</summary>
    Overdue = 3,

    /// <summary>A dossier that nobody, or several, are competent for.</summary>
    Coordination = 4,

    /// <summary>A dossier with another alarm: not delivered, not accepted, silent, flagged.</summary>
    Alarm = 5,

    /// <summary>A dossier whose deadline is near.</summary>
    SoonOverdue = 6,

    /// <summary>A difference of the reconciliation, or of a payment, that is not closed.</summary>
    Difference = 7,
}
