using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Registries.Restoring;

/// <summary>What a restore came to: what was asked, found and repeated, and what cannot be known.</summary>
/// <param name="Restore">The restore.</param>
/// <param name="IsComplete">Whether every dossier was gone through and no answer is outstanding.</param>
/// <param name="Asked">Dossiers whose agency was asked.</param>
/// <param name="Outstanding">Of those, the ones of which nothing came back yet.</param>
/// <param name="Findings">How many of each finding.</param>
/// <param name="Dossiers">The dossiers that an operator should know of: everything but those that stand as we knew.</param>
/// <param name="Doubts">Calls that may have been made before the restore and could not be asked about.</param>
/// <param name="Strays">Codes of ours that agencies named and that we do not know.</param>
public sealed record RestoreReport(
    RestoreRow Restore, bool IsComplete, long Asked, long Outstanding, IReadOnlyDictionary<RestoreFinding, long> Findings,
    IReadOnlyList<RestoreFindingRow> Dossiers, IReadOnlyList<RestoreDoubt> Doubts, IReadOnlyList<StrayRow> Strays)
{
    /// <summary>Whether an operator has something to do.</summary>
    public bool NeedsSomebody =>
        Strays.Count > 0 || Doubts.Count > 0 || Dossiers.Any(row => row.Finding is not (RestoreFinding.Moved or RestoreFinding.CannotBeAsked));
}

/// <summary>What was found about one dossier.</summary>
/// <param name="Code">The dossier.</param>
/// <param name="System">The one-stop system.</param>
/// <param name="Finding">What came of it.</param>
/// <param name="Was">The state that we knew; null when nobody was asked.</param>
/// <param name="Told">The agency's.</param>
public sealed record RestoreFindingRow(string Code, string System, RestoreFinding Finding, DossierState? Was, DossierState? Told);

/// <summary>Calls of one kind in doubt.</summary>
/// <param name="Type">The command.</param>
/// <param name="Kind">possibleDouble: sent again; possibleLoss: given up.</param>
/// <param name="Count">How many.</param>
/// <param name="Keys">The dossiers, the first hundred.</param>
public sealed record RestoreDoubt(string Type, string Kind, long Count, IReadOnlyList<string> Keys);

/// <summary>A code of ours that an agency knows and that we do not.</summary>
/// <param name="Code">The code.</param>
/// <param name="System">The system that named it.</param>
/// <param name="Born">Whether the dossier was taken from the agency, whole.</param>
/// <param name="Times">How often it was named.</param>
/// <param name="FirstAt">Since when.</param>
public sealed record StrayRow(string Code, string System, bool Born, int Times, DateTimeOffset FirstAt);
