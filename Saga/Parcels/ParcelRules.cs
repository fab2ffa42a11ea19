namespace DichVuCong.Saga.Parcels;

/// <summary>The limits a parcel is watched by, and how the post's tracking is followed. Each is a setting; no public text fixes them.</summary>
public sealed record ParcelRules
{
    /// <summary>Whose calendar counts: the post's working days are the country's. Basis: ours.</summary>
    public string Calendar { get; init; } = "vn";

    /// <summary>Working hours within which the post should have an order. Basis: ours.</summary>
    public int OrderHours { get; init; } = 8;

    /// <summary>Working days within which the post should have picked a parcel up. Basis: ours.</summary>
    public int PickUpDays { get; init; } = 2;

    /// <summary>Working days within which a parcel should be handed over after it was picked up. Basis: ours.</summary>
    public int DeliveryDays { get; init; } = 5;

    /// <summary>Working days without a word of a parcel on its way after which it counts as lost. Basis: ours.</summary>
    public int LostDays { get; init; } = 10;

    /// <summary>How often the post's tracking is read. Basis: ours; 12 hours are seen at an integrator (<c>external-parties.md</c> B1, G).</summary>
    public TimeSpan PollEvery { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// The customers under which orders go out, so that the tracking of each is followed from the first order on, whatever becomes of the answer to
    /// it. One that is not named here is followed from its first confirmed order on.
    /// </summary>
    public IReadOnlyList<string> Customers { get; init; } = [];

    /// <summary>Events of a page of tracking; the post gives 1,000 at most.</summary>
    public int PageSize { get; init; } = 1000;

    /// <summary>Whether the post is told of a dossier when it is filed (document/post).</summary>
    public bool RegistersDocuments { get; init; } = true;

    /// <summary>Events of the post that are remembered in the state, so that a repeated one counts once; the registry has them all.</summary>
    public int EventsRemembered { get; init; } = 16;
}
