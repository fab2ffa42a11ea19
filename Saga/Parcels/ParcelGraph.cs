using DichVuCong.Contracts.Parcels;
using DichVuCong.Saga.Payments;
using static DichVuCong.Contracts.Parcels.ParcelState;

namespace DichVuCong.Saga.Parcels;

/// <summary>What moves a parcel along an edge.</summary>
public enum ParcelCause
{
    /// <summary>It is ordered, for the first time or once more.</summary>
    Order,

    /// <summary>The post has the order.</summary>
    Confirmation,

    /// <summary>The post cannot have the order as it is.</summary>
    Obstacle,

    /// <summary>It is not wanted any more.</summary>
    Cancellation,

    /// <summary>The post's tracking, or an operator in its place.</summary>
    Tracking,
}

/// <summary>
/// The states of a parcel and the edges between them; ours. The post's word wins over our own: an order whose confirmation was lost, or that
/// was said to be refused, may be picked up all the same, one that was cancelled too late is carried, and what could not be handed over may be at the next try.
/// </summary>
public static class ParcelGraph
{
    /// <summary>The graph.</summary>
    public static StateTable<ParcelState, ParcelCause> Table { get; } = new(
        ([Asked, Held, Returned, Failed, Cancelled], ParcelCause.Order, [Ordered]),
        ([Ordered], ParcelCause.Confirmation, [Created]),
        ([Ordered], ParcelCause.Obstacle, [Held]),
        ([Asked, Ordered, Held, Created], ParcelCause.Cancellation, [Cancelled]),
        ([Ordered, Held, Created], ParcelCause.Tracking, [PickedUp, InTransit, Delivered, Returned, Failed]),
        ([PickedUp], ParcelCause.Tracking, [InTransit, Delivered, Returned, Failed]),
        ([InTransit], ParcelCause.Tracking, [Delivered, Returned, Failed]),
        ([Failed], ParcelCause.Tracking, [InTransit, Delivered, Returned]),
        ([Cancelled], ParcelCause.Tracking, [PickedUp, InTransit, Delivered, Returned]));

    /// <summary>The post has it and it is not at an end.</summary>
    public static bool IsOnItsWay(ParcelState state) => state is PickedUp or InTransit;

    /// <summary>Nobody waits for it any more.</summary>
    public static bool IsEnd(ParcelState state) => state is Delivered or Returned or Failed or Cancelled;

    /// <summary>Whether the post can lead a parcel from one state to another.</summary>
    public static bool LeadsByTracking(ParcelState from, ParcelState to) =>
        Table.Find(from, to) is { Cause: ParcelCause.Tracking } || (from, to) == (Ordered, Created) || (from, to) == (Created, Cancelled);
}
