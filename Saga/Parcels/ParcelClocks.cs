namespace DichVuCong.Saga.Parcels;

/// <summary>The names of a parcel's clocks, and that of following the post's tracking.</summary>
public static class ParcelClocks
{
    /// <summary>It should have gone on by then: ordered, picked up, handed over.</summary>
    public const string Late = "late";

    /// <summary>Nothing was heard of it until then.</summary>
    public const string Lost = "lost";

    /// <summary>The post's tracking is read then.</summary>
    public const string Poll = "poll";

    /// <summary>Those of a parcel.</summary>
    public static IReadOnlyList<string> OfParcel { get; } = [Late, Lost];
}
