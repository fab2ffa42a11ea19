using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Dossiers;

/// <summary>
/// The database was restored to an earlier time: what the agency said of this dossier since then may be lost, so it is asked where the
/// dossier stands.
/// </summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Restore">The number of the restore.</param>
[MessageName("dossiers.reconcile-dossier.v1")]
public sealed record ReconcileDossier(DossierCode Dossier, int Restore);

/// <summary>Ask the one-stop system where a dossier stands.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="System">The one-stop system.</param>
/// <param name="Restore">The number of the restore.</param>
[MessageName("dossiers.ask-dossier-state.v1")]
public sealed record AskDossierState(DossierCode Dossier, string System, int Restore);

/// <summary>The one-stop system said where a dossier stands.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="System">The one-stop system.</param>
/// <param name="Restore">The number of the restore.</param>
/// <param name="Row">The state, as of when it was asked; null when the system does not know the dossier.</param>
[MessageName("dossiers.dossier-state-told.v1")]
public sealed record DossierStateTold(DossierCode Dossier, string System, int Restore, AgencyStatusRow? Row);

/// <summary>The one-stop system was asked where a dossier stands, and its answers do not say.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Restore">The number of the restore.</param>
[MessageName("dossiers.dossier-state-not-told.v1")]
public sealed record DossierStateNotTold(DossierCode Dossier, int Restore);

/// <summary>Keeps what came of asking about a dossier after a restore.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Restore">The number of the restore.</param>
/// <param name="Finding">What came of it.</param>
/// <param name="Was">The state that we knew.</param>
/// <param name="Told">The agency's; null when it said none.</param>
/// <param name="At">When.</param>
[MessageName("dossiers.keep-restore-finding.v1")]
public sealed record KeepRestoreFinding(
    DossierCode Dossier, int Restore, RestoreFinding Finding, DossierState Was, DossierState? Told, DateTimeOffset At);

/// <summary>What came of asking an agency about a dossier after a restore.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RestoreFinding>))]
public enum RestoreFinding : byte
{
    /// <summary>The agency says the state that we know: nothing was lost that matters.</summary>
    [JsonStringEnumMemberName("same")]
    Same = 1,

    /// <summary>The agency is further: its state was taken over. What it said in between is not known.</summary>
    [JsonStringEnumMemberName("moved")]
    Moved = 2,

    /// <summary>The agency says a state to which no way leads from ours: an operator must look. Nothing was changed.</summary>
    [JsonStringEnumMemberName("contradicts")]
    Contradicts = 3,

    /// <summary>The agency does not know the dossier: an operator must look. Nothing was changed.</summary>
    [JsonStringEnumMemberName("unknownThere")]
    UnknownThere = 4,

    /// <summary>There was nobody to ask, or nothing to ask about: it waits for coordination, or has ended.</summary>
    [JsonStringEnumMemberName("nothingToAsk")]
    NothingToAsk = 5,

    /// <summary>The agency was asked as often as makes sense and gave no answer that says where the dossier stands.</summary>
    [JsonStringEnumMemberName("noAnswer")]
    NoAnswer = 6,

    /// <summary>The agency's system has no look-up.</summary>
    [JsonStringEnumMemberName("cannotBeAsked")]
    CannotBeAsked = 7,
}
