using DichVuCong.Contracts.Payments;

namespace DichVuCong.Contracts.Parcels;

/// <summary>One event of the post's tracking. The post repeats them; each counts once, by its <see cref="Id"/>.</summary>
public sealed record TrackingEvent
{
    /// <summary>The post's id of the event (<c>_id.$oid</c>), 24 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>OrderNumber as the post wrote it; it may be an order that is none of ours.</summary>
    public required string OrderNumber { get; init; }

    /// <summary>EventTime.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>StatusCode, as it came: the list is open.</summary>
    public required string StatusCode { get; init; }

    /// <summary>What the code means by the table; null when the table does not know it.</summary>
    public ParcelState? State { get; init; }

    /// <summary>StatusMessage.</summary>
    public string? Text { get; init; }

    /// <summary>ItemCode: the number on the parcel.</summary>
    public string? ItemCode { get; init; }

    /// <summary>POSID: the post office.</summary>
    public string? Office { get; init; }

    /// <summary>Notes, which may name a person: kept for the timeline, never logged.</summary>
    public string? Note { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(TrackingEvent)} {Id}: {OrderNumber} {StatusCode} at {At:O}";
}

/// <summary>Follow the post's tracking of a customer from now on. Every created order says so; the first begins it.</summary>
/// <param name="Customer">CustomerCode.</param>
[MessageName("parcels.follow-tracking.v1")]
public sealed record FollowTracking(string Customer);

/// <summary>Read the next page of the post's tracking.</summary>
/// <param name="Customer">CustomerCode.</param>
/// <param name="After">The id of the last event that was read; 24 zeros at first.</param>
/// <param name="Events">The most events of the page.</param>
[MessageName("parcels.read-tracking.v1")]
public sealed record ReadTracking(string Customer, string After, int Events);

/// <summary>A page of the post's tracking.</summary>
/// <param name="Customer">CustomerCode.</param>
/// <param name="After">The cursor that it was asked with.</param>
/// <param name="Next">The cursor to go on with: the last event of the page.</param>
/// <param name="Events">The events, in the post's order.</param>
/// <param name="IsFull">Whether there may be more.</param>
/// <param name="Unreadable">How many events of the page had no id, number, time or code that can be read.</param>
[MessageName("parcels.tracking-read.v1")]
public sealed record TrackingRead(string Customer, string After, string Next, IReadOnlyList<TrackingEvent> Events, bool IsFull, int Unreadable = 0);

/// <summary>The post will not show the page: it is asked again at the next poll.</summary>
/// <param name="Customer">CustomerCode.</param>
/// <param name="After">The cursor that it was asked with.</param>
/// <param name="Reason">Why.</param>
[MessageName("parcels.tracking-not-read.v1")]
public sealed record TrackingNotRead(string Customer, string After, string Reason);

/// <summary>An event of the post about one of our orders.</summary>
/// <param name="Order">The order.</param>
/// <param name="Event">The event.</param>
[MessageName("parcels.record-tracking.v1")]
public sealed record RecordTracking(PostOrderNumber Order, TrackingEvent Event);

/// <summary>Money that a postman collected for an obligation, when he handed the result over.</summary>
/// <param name="Obligation">The obligation.</param>
/// <param name="Order">The postal order: the number of the transaction.</param>
/// <param name="Amount">How much of it was to be collected.</param>
/// <param name="At">When the parcel was handed over.</param>
[MessageName("parcels.cash-collected.v1")]
public sealed record CashCollected(ObligationId Obligation, PostOrderNumber Order, Vnd Amount, DateTimeOffset At);
