namespace DichVuCong.Saga.Dossiers;

/// <summary>The limits a dossier is watched by. Each is a setting: the texts leave them open, or may change them.</summary>
public sealed record DossierRules
{
    /// <summary>Working hours within which an agency accepts or refuses. Basis: ours (decisions, "Submitted is not received").</summary>
    public int AcceptanceHours { get; init; } = 8;

    /// <summary>Minutes in service within which the one-stop system should have the dossier. Basis: ours.</summary>
    public int DeliveryMinutes { get; init; } = 15;

    /// <summary>Working days without a row after which an agency is silent; half the term when that is later. Basis: ours.</summary>
    public int SilentDays { get; init; } = 3;

    /// <summary>How far ahead a row's time may lie before it waits for the clock to reach it. Basis: ours.</summary>
    public TimeSpan FutureTolerance { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Working days by which the agency's date and ours may differ without being flagged. Basis: ours.</summary>
    public int DeadlineTolerance { get; init; } = 1;

    /// <summary>Rows that are remembered one by one; older ones are folded into what they led to. As many as fit into 1.5 kB of state.</summary>
    public int RowsRemembered { get; init; } = 24;

    /// <summary>Obligations that are remembered in the state, those that changed last; the registry has them all.</summary>
    public int FeesRemembered { get; init; } = 3;
}
