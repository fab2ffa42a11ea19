using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;

namespace DichVuCong.Registries.Dossiers;

/// <summary>A dossier is born: its permanent row. A code that is taken breaks the row's key, and the call is refused.</summary>
/// <param name="Dossier">The code.</param>
/// <param name="Procedure">The procedure.</param>
/// <param name="Agency">The competent agency; null while it waits for coordination.</param>
/// <param name="System">The one-stop system.</param>
/// <param name="Origin">Who handed it in.</param>
/// <param name="Channel">How it was filed.</param>
/// <param name="Central">Whether it is served centrally.</param>
/// <param name="Flow">The flow of its messages, for ever.</param>
/// <param name="Caller">The account that handed it in.</param>
/// <param name="Submission">The caller's own id of the filing; null where there is none.</param>
/// <param name="Applicant">The keyed hash of the applicant's number.</param>
/// <param name="FiledAt">When it was filed.</param>
/// <param name="State">The state it is born in.</param>
/// <param name="Deadline">The provisional deadline.</param>
public sealed record RegisterDossier(
    DossierCode Dossier, ProcedureCode Procedure, AgencyCode? Agency, string? System, DossierOrigin Origin, FilingChannel Channel, bool Central,
    int Flow, string Caller, string? Submission, byte[]? Applicant, DateTimeOffset FiledAt, DossierState State, DateTimeOffset? Deadline);

/// <summary>Stores a revision of a dossier's content, sealed.</summary>
/// <param name="Content">The content.</param>
public sealed record StoreContent(DossierContent Content);

/// <summary>Opens a task for the coordination desk.</summary>
/// <param name="Dossier">The dossier that waits.</param>
/// <param name="Cause">Why nobody, or several, are competent.</param>
/// <param name="Candidates">The candidates, if there are several.</param>
public sealed record OpenCoordinationTask(DossierCode Dossier, string Cause, IReadOnlyList<string> Candidates);

/// <summary>Closes a task of the coordination desk.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Agency">The agency named.</param>
/// <param name="By">The operator's account.</param>
public sealed record CloseCoordinationTask(DossierCode Dossier, AgencyCode Agency, string By);

/// <summary>Notes what an agency calls a dossier that came from the portal (MaHoSoDonVi).</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="System">The agency's system.</param>
/// <param name="OwnCode">Its own code.</param>
public sealed record NoteAlias(DossierCode Dossier, string System, string OwnCode);

/// <summary>Notes the portal account (TechID) behind a number.</summary>
/// <param name="Identity">The keyed hash of the number.</param>
/// <param name="TechnicalId">The account.</param>
public sealed record NotePortalAccount(byte[] Identity, string TechnicalId);

/// <summary>Keeps a partner's body as it came, sealed.</summary>
/// <param name="Id">An id of its own.</param>
/// <param name="System">Who sent it.</param>
/// <param name="Operation">What it was meant to be.</param>
/// <param name="Outcome">What was answered: a stable code.</param>
/// <param name="Body">The bytes.</param>
public sealed record KeepRawBody(Guid Id, string System, string Operation, string Outcome, ReadOnlyMemory<byte> Body);

/// <summary>Notes that somebody looked at personal data.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Account">The account; <c>file-link</c> for whoever holds a link.</param>
/// <param name="Action">What was looked at, without personal data.</param>
public sealed record NoteView(DossierCode Dossier, string Account, string Action);

/// <summary>The rows that the door writes.</summary>
public static class DoorRecords
{
    /// <summary>Declares them to a topology, owned by the registry's recorder.</summary>
    public static Topology AddDoorRecords(this Topology topology) => topology
        .Message(new RecordType<RegisterDossier>("dossiers.register-dossier.v1", record => record.Dossier.Value))
        .Message(new RecordType<StoreContent>("dossiers.store-content.v1", record => record.Content.Dossier.Value))
        .Message(new RecordType<OpenCoordinationTask>("dossiers.open-coordination-task.v1", record => record.Dossier.Value))
        .Message(new RecordType<CloseCoordinationTask>("dossiers.close-coordination-task.v1", record => record.Dossier.Value))
        .Message(new RecordType<NoteAlias>("dossiers.note-alias.v1", record => record.Dossier.Value))
        .Message(new RecordType<NotePortalAccount>("dossiers.note-portal-account.v1", record => record.TechnicalId))
        .Message(new RecordType<KeepRawBody>("dossiers.keep-raw-body.v1", record => record.System))
        .Message(new RecordType<KeepAgencyRecord>("dossiers.keep-agency-record.v1", record => record.Dossier.Value))
        .Message(new RecordType<NoteConflict>("dossiers.note-conflict.v1", record => record.Dossier.Value))
        .Message(new RecordType<NoteStray>("dossiers.note-stray.v1", record => record.Dossier.Value))
        .Message(new RecordType<NoteView>("dossiers.note-view.v1", record => record.Dossier.Value))
        .Recorder(
            RegistryRecorder.EndpointName,
            typeof(RegisterDossier), typeof(StoreContent), typeof(OpenCoordinationTask), typeof(CloseCoordinationTask), typeof(NoteAlias),
            typeof(NotePortalAccount), typeof(KeepRawBody), typeof(KeepAgencyRecord), typeof(NoteConflict), typeof(NoteStray), typeof(NoteView));
}
