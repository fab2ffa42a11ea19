using DichVuCong.Contracts.Parcels;

namespace DichVuCong.Contracts.Dossiers;

/// <summary>
/// A dossier was filed at the portal or at a counter of the coordination system and has its code and receipt (A16.1). Everything the answer
/// contains was decided at the door; where the dossier goes from here is the saga's.
/// </summary>
/// <param name="Dossier">The code it was given.</param>
/// <param name="Procedure">The procedure.</param>
/// <param name="Agency">The competent agency; null when nobody or several are, and the dossier waits for coordination.</param>
/// <param name="System">The one-stop system that serves it; null with <paramref name="Agency"/>.</param>
/// <param name="Origin">Who handed it in.</param>
/// <param name="Channel">How it was filed.</param>
/// <param name="Central">Whether the procedure is served centrally: only then do we notify the applicant (A33.3-4).</param>
/// <param name="FiledAt">When it was filed.</param>
/// <param name="Calendar">The agency's calendar.</param>
/// <param name="Term">The term; null when the catalogue gives none that can be counted.</param>
/// <param name="Deadline">The provisional deadline on the receipt.</param>
/// <param name="Notify">The channels on which the applicant wants notices and can be reached.</param>
/// <param name="Post">What the applicant asks the public post for (A33.2a); null for nothing.</param>
[MessageName("dossiers.submit-dossier.v1")]
public sealed record SubmitDossier(
    DossierCode Dossier,
    ProcedureCode Procedure,
    AgencyCode? Agency,
    string? System,
    DossierOrigin Origin,
    FilingChannel Channel,
    bool Central,
    DateTimeOffset FiledAt,
    string Calendar,
    ProcessingTerm? Term,
    DateTimeOffset? Deadline,
    NoticeChannels Notify,
    PostServices? Post = null);

/// <summary>A dossier that a one-stop system received itself (A15.2) was synchronised for the first time.</summary>
/// <param name="Dossier">The agency's code.</param>
/// <param name="Procedure">The procedure as the agency named it.</param>
/// <param name="Agency">The agency that received it.</param>
/// <param name="System">The system that sent it.</param>
/// <param name="Channel">How it was filed.</param>
/// <param name="ReceivedAt">NgayTiepNhan.</param>
/// <param name="Calendar">The agency's calendar.</param>
/// <param name="Term">The catalogue's term; null when there is none that can be counted.</param>
[MessageName("dossiers.register-agency-dossier.v1")]
public sealed record RegisterAgencyDossier(
    DossierCode Dossier,
    ProcedureCode Procedure,
    AgencyCode Agency,
    string System,
    FilingChannel Channel,
    DateTimeOffset ReceivedAt,
    string Calendar,
    ProcessingTerm? Term);

/// <summary>An officer of the coordination desk decided who is competent for a dossier that waited.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Agency">The competent agency.</param>
/// <param name="System">The one-stop system that serves it.</param>
/// <param name="Central">Whether the procedure is served centrally.</param>
/// <param name="Calendar">The agency's calendar.</param>
/// <param name="Term">The term.</param>
/// <param name="Deadline">The provisional deadline.</param>
/// <param name="DecidedBy">The operator's account.</param>
[MessageName("dossiers.assign-agency.v1")]
public sealed record AssignAgency(
    DossierCode Dossier,
    AgencyCode Agency,
    string System,
    bool Central,
    string Calendar,
    ProcessingTerm? Term,
    DateTimeOffset? Deadline,
    string DecidedBy);

/// <summary>The applicant completed a dossier through the portal: a new revision of its content is stored and goes to the agency.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Revision">The revision stored.</param>
/// <param name="SupplementedAt">When.</param>
[MessageName("dossiers.supplement-dossier.v1")]
public sealed record SupplementDossier(DossierCode Dossier, int Revision, DateTimeOffset SupplementedAt);

/// <summary>The channels of notices.</summary>
[Flags]
public enum NoticeChannels : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>SMS Brandname.</summary>
    Sms = 1,

    /// <summary>E-mail.</summary>
    Email = 2,

    /// <summary>The VNeID app, by an interface of ours: no public one exists.</summary>
    App = 4,

    /// <summary>The inbox of the account at the portal (A16.2).</summary>
    Portal = 8,
}
