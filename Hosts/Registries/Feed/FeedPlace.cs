namespace DichVuCong.Registries.Feed;

/// <summary>Where a caller's cursor leads. A closed set.</summary>
public abstract record FeedPlace
{
    private FeedPlace() { }

    /// <summary>To a place from which nothing is missing.</summary>
    public sealed record At(FeedCursor Cursor) : FeedPlace;

    /// <summary>Nowhere: the text is no cursor.</summary>
    public sealed record Malformed : FeedPlace;

    /// <summary>
    /// To a place that is gone: the caller must know that before it goes on from <paramref name="Next"/>, where the feed goes on without a gap
    /// of its own.
    /// </summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Next">Where to go on.</param>
    /// <param name="RestoredTo">For <see cref="FeedGone.Restored"/>: what happened after this time is not known any more.</param>
    public sealed record Gone(FeedGone Reason, FeedCursor Next, DateTimeOffset? RestoredTo = null) : FeedPlace;
}

/// <summary>Why a cursor leads nowhere.</summary>
public enum FeedGone : byte
{
    /// <summary>The database was restored to an earlier time since the cursor was given out.</summary>
    Restored = 1,

    /// <summary>The cursor was given out by another system.</summary>
    OtherCluster = 2,

    /// <summary>Events behind it are past their keeping and were let go.</summary>
    TooOld = 3,
}
