using DichVuCong.Contracts.Payments;

namespace DichVuCong.Contracts.Parcels;

/// <summary>A dossier whose applicant asks for the result by post was filed: there will be something to carry.</summary>
/// <param name="Parcel">The parcel.</param>
/// <param name="Agency">The competent agency.</param>
/// <param name="Services">What the applicant asks for.</param>
/// <param name="At">When it was filed.</param>
[MessageName("parcels.parcel-asked.v1")]
public sealed record ParcelAsked(ParcelId Parcel, AgencyCode Agency, PostServices Services, DateTimeOffset At);

/// <summary>There is something to carry: papers to collect when a dossier was filed by post, or a result when it is ready.</summary>
/// <param name="Parcel">The parcel.</param>
/// <param name="Agency">The competent agency.</param>
/// <param name="Services">What the applicant asks for.</param>
/// <param name="Since">Since when there is something to carry.</param>
/// <param name="Fees">What the postman collects: obligations of the dossier that are not paid; null for none.</param>
[MessageName("parcels.parcel-wanted.v1")]
public sealed record ParcelWanted(ParcelId Parcel, AgencyCode Agency, PostServices Services, DateTimeOffset Since, IReadOnlyList<FeeToCollect>? Fees = null);

/// <summary>What is open of an obligation when the result is sent.</summary>
/// <param name="Obligation">The obligation.</param>
/// <param name="Amount">What is not paid of it.</param>
public sealed record FeeToCollect(ObligationId Obligation, Vnd Amount);

/// <summary>There is nothing to carry any more: the dossier ended, or its result was taken back.</summary>
/// <param name="Parcel">The parcel.</param>
/// <param name="At">Since when.</param>
[MessageName("parcels.parcel-not-wanted.v1")]
public sealed record ParcelNotWanted(ParcelId Parcel, DateTimeOffset At);

/// <summary>An operator orders a parcel once more: one that is held, came back, could not be handed over, or was cancelled.</summary>
/// <param name="Parcel">The parcel.</param>
/// <param name="RequestedBy">The operator's account.</param>
/// <param name="RequestId">Makes two requests two.</param>
[MessageName("parcels.reorder-parcel.v1")]
public sealed record ReorderParcel(ParcelId Parcel, string RequestedBy, Guid RequestId);

/// <summary>An operator cancels a parcel.</summary>
/// <param name="Parcel">The parcel.</param>
/// <param name="Reason">Why, without personal data.</param>
/// <param name="CancelledBy">The operator's account.</param>
[MessageName("parcels.cancel-parcel.v1")]
public sealed record CancelParcel(ParcelId Parcel, string Reason, string CancelledBy);

/// <summary>An operator says what became of a parcel of which the post says nothing, or nothing that is understood.</summary>
/// <param name="Parcel">The parcel.</param>
/// <param name="State">Delivered, returned or failed.</param>
/// <param name="At">When.</param>
/// <param name="Reason">How that is known, without personal data.</param>
/// <param name="ClosedBy">The operator's account.</param>
/// <param name="RequestId">Makes two requests two.</param>
[MessageName("parcels.close-parcel.v1")]
public sealed record CloseParcel(ParcelId Parcel, ParcelState State, DateTimeOffset At, string Reason, string ClosedBy, Guid RequestId);
