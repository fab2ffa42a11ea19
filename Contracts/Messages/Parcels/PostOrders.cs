using DichVuCong.Contracts.Payments;

namespace DichVuCong.Contracts.Parcels;

/// <summary>Order the carrying of a parcel. Names and addresses are read where they are stored, when the post is called.</summary>
/// <param name="Order">The number of the order, by which the post knows a repetition.</param>
/// <param name="Agency">The competent agency: the other end of the way.</param>
/// <param name="Cash">What the postman collects; nothing when nothing is open.</param>
[MessageName("parcels.create-post-order.v1")]
public sealed record CreatePostOrder(PostOrderNumber Order, AgencyCode Agency, Vnd Cash);

/// <summary>The post has the order.</summary>
/// <param name="Order">The order.</param>
/// <param name="Customer">The CustomerCode under which it was ordered.</param>
/// <param name="AlreadyThere">The post had it before this call.</param>
[MessageName("parcels.post-order-created.v1")]
public sealed record PostOrderCreated(PostOrderNumber Order, string Customer, bool AlreadyThere);

/// <summary>The post cannot have the order as it is.</summary>
/// <param name="Order">The order.</param>
/// <param name="Obstacle">What is in the way.</param>
/// <param name="Reason">More, without personal data.</param>
[MessageName("parcels.post-order-not-created.v1")]
public sealed record PostOrderNotCreated(PostOrderNumber Order, ParcelObstacle Obstacle, string Reason);

/// <summary>Cancel an order.</summary>
/// <param name="Order">The order.</param>
/// <param name="Customer">The CustomerCode under which it was ordered.</param>
[MessageName("parcels.cancel-post-order.v1")]
public sealed record CancelPostOrder(PostOrderNumber Order, string Customer);

/// <summary>The post cancelled the order.</summary>
/// <param name="Order">The order.</param>
[MessageName("parcels.post-order-cancelled.v1")]
public sealed record PostOrderCancelled(PostOrderNumber Order);

/// <summary>The post will not cancel the order, as a rule since it carries the parcel already.</summary>
/// <param name="Order">The order.</param>
/// <param name="Reason">Its answer, without personal data.</param>
[MessageName("parcels.post-order-not-cancelled.v1")]
public sealed record PostOrderNotCancelled(PostOrderNumber Order, string Reason);

/// <summary>Tell the post of a dossier whose applicant asks for it (document/post).</summary>
/// <param name="Parcel">The parcel that was asked for.</param>
/// <param name="Agency">The competent agency.</param>
/// <param name="Services">What is asked for.</param>
[MessageName("parcels.register-post-document.v1")]
public sealed record RegisterPostDocument(ParcelId Parcel, AgencyCode Agency, PostServices Services);

/// <summary>What came of telling the post of a dossier. It stands in the way of nothing.</summary>
/// <param name="Parcel">The parcel that was asked for.</param>
/// <param name="IsRegistered">Whether the post took it.</param>
/// <param name="Reason">Why it did not, without personal data.</param>
[MessageName("parcels.post-document-answered.v1")]
public sealed record PostDocumentAnswered(ParcelId Parcel, bool IsRegistered, string? Reason);
