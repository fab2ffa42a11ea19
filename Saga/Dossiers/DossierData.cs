using System.Text.Json.Serialization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Parcels;

namespace DichVuCong.Saga.Dossiers;

/// <summary>The dossier saga's data. No personal data; at most 1.5 kB.</summary>
public sealed record DossierData
{
    /// <summary>The dossier's code.</summary>
    public required DossierCode Dossier { get; init; }

    /// <summary>The competent agency; null while coordination has not named it.</summary>
    public AgencyCode? Agency { get; init; }

    /// <summary>The one-stop system.</summary>
    public string? System { get; init; }

    /// <summary>Who handed it in.</summary>
    public DossierOrigin Origin { get; init; }

    /// <summary>Whether it is served centrally, and its applicant is notified by us.</summary>
    public bool Central { get; init; }

    /// <summary>The channels on which the applicant wants notices.</summary>
    public NoticeChannels Notify { get; init; }

    /// <summary>When it was filed, or received at the agency's counter.</summary>
    public required DateTimeOffset FiledAt { get; init; }

    /// <summary>The agency's calendar.</summary>
    public required string Calendar { get; init; }

    /// <summary>The term; null when none can be counted.</summary>
    public ProcessingTerm? Term { get; init; }

    /// <summary>The provisional deadline of the receipt's first version.</summary>
    public DateTimeOffset? ProvisionalDeadline { get; init; }

    /// <summary>The revision of the content that is to be delivered.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>The revision that the one-stop system has; 0 for none.</summary>
    public int DeliveredRevision { get; init; }

    /// <summary>When the one-stop system had it first.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Where the dossier stands while the agency has said nothing: unrouted, filed, refused by the system.</summary>
    public DossierState Before { get; init; }

    /// <summary>Since when it stands there; null for since it was filed.</summary>
    public DateTimeOffset? BeforeSince { get; init; }

    /// <summary>The agency's rows, in their order.</summary>
    [JsonConverter(typeof(StatusRowsConverter))]
    public IReadOnlyList<StatusRow> Rows { get; init; } = [];

    /// <summary>What the rows that are no longer remembered one by one led to.</summary>
    public History? Folded { get; init; }

    /// <summary>
    /// Of a finished dossier's rows that are no longer remembered, the last four bytes of their identity; null while the state is not shrunk. Only
    /// the small form carries it.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<uint>? Seen { get; init; }

    /// <summary>What was shown last: the differences to it become events.</summary>
    public Shown Shown { get; init; } = new();

    /// <summary>What was counted in the daily figures.</summary>
    public Counted Counted { get; init; } = new();

    /// <summary>Alarms raised.</summary>
    public DossierAlarms Alarms { get; init; }

    /// <summary>The clocks that are set.</summary>
    public RunningClocks Clocks { get; init; }

    /// <summary>When the agency last said something new.</summary>
    public DateTimeOffset? HeardAt { get; init; }

    /// <summary>The files of <see cref="Revision"/> that were reported as faulty, each once.</summary>
    public IReadOnlyList<int>? FaultyFiles { get; init; }

    /// <summary>Where its obligations stand, the one that changed last at the end; null while none was told, as in all states of before.</summary>
    public IReadOnlyList<DossierFee>? Fees { get; init; }

    /// <summary>What the applicant asks the public post for; nothing in all states of before.</summary>
    public PostServices Post { get; init; }

    /// <summary>What the post has been asked to carry.</summary>
    public PostServices Posted { get; init; }
}

/// <summary>What the registry and the events last showed of a dossier.</summary>
public sealed record Shown
{
    /// <summary>The current state.</summary>
    public DossierState State { get; init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>The receipt's version.</summary>
    public int Receipt { get; init; }

    /// <summary>NgayTiepNhan, once accepted.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>The deadline to show.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>Our own count.</summary>
    public DateTimeOffset? OwnDeadline { get; init; }

    /// <summary>Whether the deadline stands still.</summary>
    public bool Suspended { get; init; }

    /// <summary>When it was finished.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Flags that stand about the dossier as a whole; null for none.</summary>
    public IReadOnlyList<DossierFlag>? Flags { get; init; }

    /// <summary>Moves of the agency's date that were flagged.</summary>
    public int AppointmentMoves { get; init; }
}

/// <summary>What was counted of a dossier, so that a late row can take it back.</summary>
/// <param name="AcceptedOn">The day on which it was counted as accepted.</param>
/// <param name="End">The figure of its end.</param>
/// <param name="EndedOn">The day of its end.</param>
/// <param name="ReturnedOn">The day on which its result was handed over.</param>
/// <param name="OverdueSince">The deadline with which it was counted as overdue.</param>
public sealed record Counted(
    DateOnly? AcceptedOn = null, DailyFigure? End = null, DateOnly? EndedOn = null, DateOnly? ReturnedOn = null, DateTimeOffset? OverdueSince = null);

/// <summary>How the dossier saga's data is written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [typeof(WholeSeconds)])]
[JsonSerializable(typeof(DossierData))]
public sealed partial class DossierDataJson : JsonSerializerContext;
