using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Payments;

namespace DichVuCong.Registries.Dossiers.Timeline;

/// <summary>What an entry of a timeline tells of.</summary>
public enum TimelineKind
{
    /// <summary>The dossier was filed, or a revision of its content was stored.</summary>
    Content,

    /// <summary>A row of the agency's arrived.</summary>
    Row,

    /// <summary>A row, or the dossier, was flagged.</summary>
    Flag,

    /// <summary>A saga decided.</summary>
    Decision,

    /// <summary>A call to a partner ended.</summary>
    Call,

    /// <summary>What became of a notice.</summary>
    Notice,

    /// <summary>The coordination desk was asked, or answered.</summary>
    Coordination,

    /// <summary>An obligation of the dossier, one of its orders, or the money for it.</summary>
    Payment,

    /// <summary>What the public post carries for the dossier.</summary>
    Parcel,
}

/// <summary>One thing that happened to a dossier.</summary>
public sealed record TimelineEntry
{
    /// <summary>When we knew of it.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What it tells of.</summary>
    public required TimelineKind Kind { get; init; }

    /// <summary>
    /// What: a message's name for decisions and calls, the occasion of a notice, the flag's or the source's word.
    /// </summary>
    public required string What { get; init; }

    /// <summary>Where: the saga, the partner's system, the channel, the sending system.</summary>
    public string? Where { get; init; }

    /// <summary>What came of it: the journal's outcome, the notice's state.</summary>
    public string? Outcome { get; init; }

    /// <summary>The state that a row names.</summary>
    public DossierState? State { get; init; }

    /// <summary>When it happened by the agency's word (ThoiDiemXuLy).</summary>
    public DateTimeOffset? HappenedAt { get; init; }

    /// <summary>The row that it is about.</summary>
    public string? RowId { get; init; }

    /// <summary>What is noticed about it.</summary>
    public DossierFlag? Flag { get; init; }

    /// <summary>The edge of the state graph that was taken.</summary>
    public string? Edge { get; init; }

    /// <summary>The version of the calendars decided with.</summary>
    public int? Calendar { get; init; }

    /// <summary>Which attempt of a call.</summary>
    public int? Attempt { get; init; }

    /// <summary>How long a call took; null where it is not known: before it was measured, in months archived before it was kept, and where none was made.</summary>
    public TimeSpan? Took { get; init; }

    /// <summary>How much money it is about.</summary>
    public Vnd? Amount { get; init; }

    /// <summary>The payment, or the obligation, that it is about.</summary>
    public string? Reference { get; init; }

    /// <summary>NgayTiepNhan of a row.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>NgayHenTra of a row.</summary>
    public DateTimeOffset? AppointmentAt { get; init; }

    /// <summary>More: a flag's detail, a reason, a revision.</summary>
    public string? Detail { get; init; }

    /// <summary>What a row says of persons: null unless it was revealed.</summary>
    public HistoryDetails? Details { get; init; }
}

/// <summary>A clock of a dossier.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Due">When it is due; meaningless while suspended.</param>
/// <param name="IsSuspended">Whether it stands still.</param>
/// <param name="Started">When it was started; null for a clock of a fixed instant.</param>
/// <param name="Budget">Its budget, in its unit.</param>
/// <param name="Used">What of the budget is used up to the last start.</param>
/// <param name="Calendar">The calendar it counts by.</param>
public sealed record ClockView(
    string Name, DateTimeOffset Due, bool IsSuspended, DateTimeOffset? Started, long? Budget, long? Used, string? Calendar);

/// <summary>A message of a dossier that is still to be handled.</summary>
/// <param name="Stage">Where it waits: ready, calling, later, held, parked, waiting.</param>
/// <param name="Where">The endpoint or the partner's line.</param>
/// <param name="Type">Its name.</param>
/// <param name="Since">Since when.</param>
/// <param name="Due">When it is tried again.</param>
/// <param name="Reason">Why it waits.</param>
/// <param name="Message">Its id.</param>
public sealed record PendingView(
    string Stage, string Where, string Type, DateTimeOffset Since, DateTimeOffset? Due, string? Reason, Guid Message);

/// <summary>Everything that is known of a dossier's way, without what it contains.</summary>
/// <param name="Dossier">Its row.</param>
/// <param name="Entries">What happened, in the order of time.</param>
/// <param name="Clocks">Its clocks.</param>
/// <param name="Pending">What is still to be handled.</param>
public sealed record DossierTimeline(
    DossierRow Dossier, IReadOnlyList<TimelineEntry> Entries, IReadOnlyList<ClockView> Clocks, IReadOnlyList<PendingView> Pending)
{
    /// <summary>Months whose decisions are archived in a file that could not be read from here: the entries are not complete.</summary>
    public IReadOnlyList<DateOnly> UnreadMonths { get; init; } = [];

    /// <summary>Archived months that were not asked for: the entries are not complete.</summary>
    public IReadOnlyList<DateOnly> LeftOut { get; init; } = [];

    /// <summary>The orders of its obligations, the earliest first.</summary>
    public IReadOnlyList<OrderRow> Orders { get; init; } = [];
}
