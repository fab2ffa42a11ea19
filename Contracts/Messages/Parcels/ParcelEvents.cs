namespace DichVuCong.Contracts.Parcels;

/// <summary>A parcel stands elsewhere. It is an event of its dossier.</summary>
/// <param name="Parcel">The parcel.</param>
/// <param name="From">The state before; null for a parcel that is new.</param>
/// <param name="State">The state now.</param>
/// <param name="Since">Since when, by the post's word.</param>
/// <param name="Order">The number at the post.</param>
/// <param name="ItemCode">The number on the parcel, once it is known.</param>
/// <param name="Obstacle">For <see cref="ParcelState.Held"/>: what is in the way.</param>
[MessageName("parcels.parcel-state-changed.v1")]
public sealed record ParcelStateChanged(
    ParcelId Parcel, ParcelState? From, ParcelState State, DateTimeOffset Since, PostOrderNumber Order, string? ItemCode, ParcelObstacle? Obstacle);

/// <summary>A parcel is later than it should be: it was not picked up, or not handed over, within the working days set for that.</summary>
/// <param name="Parcel">The parcel.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Since">Since when it stands there.</param>
/// <param name="Due">By when it should have gone on.</param>
[MessageName("parcels.parcel-late.v1")]
public sealed record ParcelLate(ParcelId Parcel, ParcelState State, DateTimeOffset Since, DateTimeOffset Due);

/// <summary>The post has said nothing of a parcel for so long that it counts as lost: somebody must ask.</summary>
/// <param name="Parcel">The parcel.</param>
/// <param name="State">Where it stands.</param>
/// <param name="LastHeardAt">When the post last said something of it.</param>
[MessageName("parcels.parcel-lost.v1")]
public sealed record ParcelLost(ParcelId Parcel, ParcelState State, DateTimeOffset LastHeardAt);
