using DichVuCong.Contracts.Payments;

namespace DichVuCong.Contracts.Parcels;

/// <summary>What the registry shows of a parcel: written in the transaction of the decision.</summary>
[MessageName("parcels.update-parcel-row.v1")]
public sealed record UpdateParcelRow
{
    /// <summary>The parcel.</summary>
    public required ParcelId Parcel { get; init; }

    /// <summary>The competent agency.</summary>
    public required AgencyCode Agency { get; init; }

    /// <summary>Where it stands.</summary>
    public required ParcelState State { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The number of its present order.</summary>
    public required PostOrderNumber Order { get; init; }

    /// <summary>The number on the parcel.</summary>
    public string? ItemCode { get; init; }

    /// <summary>What is in the way, for one that is held.</summary>
    public ParcelObstacle? Obstacle { get; init; }

    /// <summary>What the post said last that changed nothing, a refusal or a code that nobody knows; without personal data.</summary>
    public string? Remark { get; init; }

    /// <summary>Alarms raised.</summary>
    public ParcelAlarms Alarms { get; init; }

    /// <summary>What the postman collects.</summary>
    public Vnd Cash { get; init; }

    /// <summary>By when it should go on; null while nobody waits for the post.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>When the post last said something of it.</summary>
    public DateTimeOffset? HeardAt { get; init; }
}

/// <summary>Keeps what the post said of parcels, each event once; also of orders that are none of ours.</summary>
/// <param name="Customer">CustomerCode.</param>
/// <param name="Events">The events.</param>
[MessageName("parcels.keep-tracking.v1")]
public sealed record KeepTracking(string Customer, IReadOnlyList<TrackingEvent> Events);

/// <summary>What the registry shows of following the post's tracking of a customer.</summary>
/// <param name="Customer">CustomerCode.</param>
/// <param name="Cursor">The id of the last event that was read.</param>
/// <param name="ReadAt">When a page was read last; null before the first.</param>
/// <param name="Events">Events read so far, repeated ones too.</param>
/// <param name="Remark">What was wrong with the last page; null for nothing.</param>
[MessageName("parcels.update-tracking-row.v1")]
public sealed record UpdateTrackingRow(string Customer, string Cursor, DateTimeOffset? ReadAt, long Events, string? Remark);

/// <summary>Keeps what an operator ordered, or what came of telling the post of a dossier, on the parcel's timeline.</summary>
/// <param name="Parcel">The parcel.</param>
/// <param name="Step">What it is.</param>
/// <param name="By">Whose word it is: an operator's account, or empty for the system's own.</param>
/// <param name="Text">More, without personal data.</param>
/// <param name="At">When.</param>
[MessageName("parcels.keep-parcel-step.v1")]
public sealed record KeepParcelStep(ParcelId Parcel, ParcelStep Step, string By, string? Text, DateTimeOffset At);

/// <summary>Steps of a parcel that no tracking tells of.</summary>
public enum ParcelStep : byte
{
    /// <summary>It was ordered at the post.</summary>
    Ordered = 1,

    /// <summary>The post has the order.</summary>
    Created = 2,

    /// <summary>The post cannot have the order as it is.</summary>
    Held = 3,

    /// <summary>It is to be cancelled.</summary>
    CancelAsked = 4,

    /// <summary>The post cancelled it.</summary>
    Cancelled = 5,

    /// <summary>The post will not cancel it.</summary>
    CancelRefused = 6,

    /// <summary>An operator orders it once more.</summary>
    Reordered = 7,

    /// <summary>An operator said what became of it.</summary>
    Closed = 8,

    /// <summary>The post was told of the dossier.</summary>
    DocumentRegistered = 9,

    /// <summary>The post did not take what it was told of the dossier.</summary>
    DocumentRefused = 10,
}
