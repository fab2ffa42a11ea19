using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Dossiers;

/// <summary>
/// What the registry shows of a dossier: written in the transaction of the decision, read by the Gateway and the operators. Fields that are
/// null stay as they are.
/// </summary>
[MessageName("dossiers.update-dossier-row.v1")]
public sealed record UpdateDossierRow
{
    /// <summary>The dossier.</summary>
    public required DossierCode Dossier { get; init; }

    /// <summary>The current state.</summary>
    public required DossierState State { get; init; }

    /// <summary>Since when, by the agency's word.</summary>
    public required DateTimeOffset StateSince { get; init; }

    /// <summary>The receipt's version.</summary>
    public required int ReceiptVersion { get; init; }

    /// <summary>NgayTiepNhan, once accepted.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>The deadline to show; null for none or while suspended.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>Our own count of the deadline.</summary>
    public DateTimeOffset? OwnDeadline { get; init; }

    /// <summary>Whether the deadline stands still.</summary>
    public bool DeadlineSuspended { get; init; }

    /// <summary>When it was finished, by the agency's word.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>When the one-stop system had it.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Alarms raised so far.</summary>
    public DossierAlarms Alarms { get; init; }

    /// <summary>The competent agency, when coordination has just named it.</summary>
    public AgencyCode? Agency { get; init; }

    /// <summary>The one-stop system, when coordination has just named it.</summary>
    public string? System { get; init; }
}

/// <summary>Alarms raised about a dossier.</summary>
[Flags]
public enum DossierAlarms : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Its deadline passed.</summary>
    Overdue = 1,

    /// <summary>It was not delivered in time.</summary>
    Undelivered = 2,

    /// <summary>It was neither accepted nor refused in time.</summary>
    NotAccepted = 4,

    /// <summary>The agency fell silent.</summary>
    Silent = 8,

    /// <summary>Something is flagged.</summary>
    Flagged = 16,
}

/// <summary>Keeps one row of a dossier's history, once.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="System">The system that sent it.</param>
/// <param name="Row">The row.</param>
/// <param name="ArrivedAt">When it reached us.</param>
/// <param name="Flag">What is noticed about it.</param>
[MessageName("dossiers.keep-history-row.v1")]
public sealed record KeepHistoryRow(DossierCode Dossier, string System, AgencyStatusRow Row, DateTimeOffset ArrivedAt, DossierFlag? Flag);

/// <summary>Notes on the timeline that a row, or the dossier, is flagged or no longer so.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="RowId">The row concerned, if one is.</param>
/// <param name="Flag">What.</param>
/// <param name="Detail">More, without personal data.</param>
/// <param name="At">When it was noticed.</param>
[MessageName("dossiers.keep-flag.v1")]
public sealed record KeepFlag(DossierCode Dossier, string? RowId, DossierFlag Flag, string? Detail, DateTimeOffset At);

/// <summary>Counts one dossier in the daily figures of an agency (A34.5-7).</summary>
/// <param name="Dossier">The dossier counted.</param>
/// <param name="Agency">The agency.</param>
/// <param name="Day">The day in Asia/Ho_Chi_Minh.</param>
/// <param name="Figure">Which figure.</param>
/// <param name="By">1, or -1 when a late row shows that it was not so.</param>
[MessageName("dossiers.count-figure.v1")]
public sealed record CountFigure(DossierCode Dossier, AgencyCode Agency, DateOnly Day, DailyFigure Figure, int By);

/// <summary>The daily figures kept for each agency.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DailyFigure>))]
public enum DailyFigure : byte
{
    /// <summary>Filed at the portal or the coordination system.</summary>
    [JsonStringEnumMemberName("filed")]
    Filed = 1,

    /// <summary>Received by the agency at its own counter.</summary>
    [JsonStringEnumMemberName("receivedAtCounter")]
    ReceivedAtCounter = 2,

    /// <summary>Delivered to the agency's system.</summary>
    [JsonStringEnumMemberName("delivered")]
    Delivered = 3,

    /// <summary>Accepted.</summary>
    [JsonStringEnumMemberName("accepted")]
    Accepted = 4,

    /// <summary>Finished before the deadline, or without one.</summary>
    [JsonStringEnumMemberName("finishedOnTime")]
    FinishedOnTime = 5,

    /// <summary>Finished after the deadline.</summary>
    [JsonStringEnumMemberName("finishedLate")]
    FinishedLate = 6,

    /// <summary>Not accepted.</summary>
    [JsonStringEnumMemberName("notAccepted")]
    NotAccepted = 7,

    /// <summary>Withdrawn by the applicant.</summary>
    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn = 8,

    /// <summary>Stopped.</summary>
    [JsonStringEnumMemberName("stopped")]
    Stopped = 9,

    /// <summary>The result was handed over.</summary>
    [JsonStringEnumMemberName("returned")]
    Returned = 10,

    /// <summary>Became overdue.</summary>
    [JsonStringEnumMemberName("becameOverdue")]
    BecameOverdue = 11,

    /// <summary>Was undelivered too long.</summary>
    [JsonStringEnumMemberName("undelivered")]
    Undelivered = 12,

    /// <summary>Supplements requested.</summary>
    [JsonStringEnumMemberName("supplementRequested")]
    SupplementRequested = 13,
}
