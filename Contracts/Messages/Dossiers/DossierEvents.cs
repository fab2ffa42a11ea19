using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Dossiers;

/// <summary>The electronic receipt of a dossier, or a later version of it (A16.1-3).</summary>
/// <param name="Dossier">Its code.</param>
/// <param name="Version">1 at filing, with a provisional deadline; 2 at acceptance, counted again from NgayTiepNhan.</param>
/// <param name="ReceivedAt">The time received.</param>
/// <param name="Agency">The competent agency.</param>
/// <param name="Deadline">The deadline to show; null when none can be counted.</param>
/// <param name="Provisional">Whether the agency has yet to accept the dossier.</param>
[MessageName("dossiers.receipt-issued.v1")]
public sealed record ReceiptIssued(
    DossierCode Dossier, int Version, DateTimeOffset ReceivedAt, AgencyCode? Agency, DateTimeOffset? Deadline, bool Provisional);

/// <summary>The dossier's current state changed.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="From">The state before.</param>
/// <param name="State">The state now.</param>
/// <param name="Since">Since when, by the agency's word.</param>
/// <param name="Final">Whether nothing follows.</param>
/// <param name="Text">What the agency wrote, if anything.</param>
[MessageName("dossiers.dossier-state-changed.v1")]
public sealed record DossierStateChanged(
    DossierCode Dossier, DossierState From, DossierState State, DateTimeOffset Since, bool Final, string? Text);

/// <summary>The deadline to show changed: the agency named a date, a pause ended, or the calendar changed.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Deadline">The deadline now; null while it is suspended.</param>
/// <param name="Cause">Why.</param>
[MessageName("dossiers.deadline-changed.v1")]
public sealed record DeadlineChanged(DossierCode Dossier, DateTimeOffset? Deadline, DeadlineCause Cause);

/// <summary>Why a deadline changed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeadlineCause>))]
public enum DeadlineCause : byte
{
    /// <summary>The agency gave or moved its NgayHenTra.</summary>
    [JsonStringEnumMemberName("appointment")]
    Appointment = 1,

    /// <summary>A supplement was requested: the deadline stands still.</summary>
    [JsonStringEnumMemberName("suspended")]
    Suspended = 2,

    /// <summary>The supplement is complete: it runs again.</summary>
    [JsonStringEnumMemberName("resumed")]
    Resumed = 3,

    /// <summary>The calendar changed.</summary>
    [JsonStringEnumMemberName("calendar")]
    Calendar = 4,

    /// <summary>The dossier was accepted and the term counted again.</summary>
    [JsonStringEnumMemberName("accepted")]
    Accepted = 5,
}

/// <summary>The deadline passed and the dossier is not finished.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Deadline">The deadline that passed.</param>
[MessageName("dossiers.dossier-overdue.v1")]
public sealed record DossierOverdue(DossierCode Dossier, DateTimeOffset Deadline);

/// <summary>The one-stop system has not had the dossier for 15 minutes in which it should have been in service.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="System">The system.</param>
/// <param name="Since">When it was filed.</param>
[MessageName("dossiers.dossier-undelivered.v1")]
public sealed record DossierUndelivered(DossierCode Dossier, string System, DateTimeOffset Since);

/// <summary>The agency has neither accepted nor refused the dossier within 8 working hours.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Agency">The agency.</param>
/// <param name="Since">When it was filed.</param>
[MessageName("dossiers.dossier-not-accepted.v1")]
public sealed record DossierNotAccepted(DossierCode Dossier, AgencyCode? Agency, DateTimeOffset Since);

/// <summary>The agency has said nothing for 3 working days or half the term, whichever is later.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="LastRowAt">When it last said something.</param>
[MessageName("dossiers.dossier-silent.v1")]
public sealed record DossierSilent(DossierCode Dossier, DateTimeOffset LastRowAt);

/// <summary>The one-stop system refused to take the dossier: somebody must act.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="System">The system.</param>
/// <param name="Reason">Its text.</param>
[MessageName("dossiers.dossier-refused-by-system.v1")]
public sealed record DossierRefusedBySystem(DossierCode Dossier, string System, string Reason);

/// <summary>Something about the dossier is not as it should be. It is shown on the timeline and changes nothing by itself.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Flag">What.</param>
/// <param name="RowId">The row concerned, if one is.</param>
/// <param name="Detail">More, without personal data.</param>
[MessageName("dossiers.dossier-flagged.v1")]
public sealed record DossierFlagged(DossierCode Dossier, DossierFlag Flag, string? RowId, string? Detail);

/// <summary>What can be noticed about a dossier.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DossierFlag>))]
public enum DossierFlag : byte
{
    /// <summary>The state graph has no edge from the current state to the row's.</summary>
    [JsonStringEnumMemberName("impossibleTransition")]
    ImpossibleTransition = 1,

    /// <summary>The row's time lies ahead; it takes effect when the clock reaches it.</summary>
    [JsonStringEnumMemberName("fromTheFuture")]
    FromTheFuture = 2,

    /// <summary>The agency's NgayHenTra and our deadline differ by more than one working day.</summary>
    [JsonStringEnumMemberName("deadlineDiffers")]
    DeadlineDiffers = 3,

    /// <summary>The agency moved its NgayHenTra a second time, or without a reason.</summary>
    [JsonStringEnumMemberName("appointmentMoved")]
    AppointmentMoved = 4,

    /// <summary>The catalogue gives no term that can be counted: the agency's NgayHenTra is used.</summary>
    [JsonStringEnumMemberName("noTerm")]
    NoTerm = 5,

    /// <summary>A file is missing or is not what its hash says.</summary>
    [JsonStringEnumMemberName("fileFault")]
    FileFault = 6,

    /// <summary>A row that was flagged fits after all, since an earlier row arrived.</summary>
    [JsonStringEnumMemberName("resolved")]
    Resolved = 7,

    /// <summary>An operator accepted a row as a correction.</summary>
    [JsonStringEnumMemberName("corrected")]
    Corrected = 8,

    /// <summary>The row is older than the rows the saga still knows one by one; it is kept in the history only.</summary>
    [JsonStringEnumMemberName("tooOld")]
    TooOld = 9,
}

/// <summary>A file must be sent again by the applicant.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="FileNumber">The file's number.</param>
/// <param name="Fault">What is wrong with it.</param>
[MessageName("dossiers.file-supplement-needed.v1")]
public sealed record FileSupplementNeeded(DossierCode Dossier, int FileNumber, FileFault Fault);

/// <summary>A dossier waits for the coordination desk to say who is competent.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Procedure">The procedure.</param>
/// <param name="Since">Since when.</param>
[MessageName("dossiers.coordination-needed.v1")]
public sealed record CoordinationNeeded(DossierCode Dossier, ProcedureCode Procedure, DateTimeOffset Since);
