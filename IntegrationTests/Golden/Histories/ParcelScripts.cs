using System.Globalization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Contracts.Payments;
using DichVuCong.Saga;
using DichVuCong.Saga.Parcels;
using static DichVuCong.Contracts.Parcels.ParcelState;

namespace DichVuCong.Golden.Tests.Histories;

/// <summary>The histories of parcels and of the post's tracking that are recorded.</summary>
internal static class ParcelScripts
{
    private const string Customer = "DVCQG";
    private static readonly ParcelId Parcel = ParcelId.Of(Said.Code, ParcelKind.Result);
    private static readonly AgencyCode Agency = AgencyCode.Parse("H29.101");
    private static readonly DateTimeOffset Start = GoldenCalendars.At("2026-03-02T09:00");
    private static readonly PostOrderNumber First = PostOrderNumber.Of(Parcel, 1);

    private static readonly ParcelAsked Asking = new(Parcel, Agency, PostServices.ReturnResult, Start);
    private static readonly ParcelWanted Wanting = new(Parcel, Agency, PostServices.ReturnResult, Start);
    private static readonly ParcelNotWanted Unwanting = new(Parcel, Start);
    private static readonly PostOrderCreated Confirming = new(First, Customer, AlreadyThere: false);
    private static readonly PostOrderNotCreated Refusing = new(First, ParcelObstacle.AddressNotMapped, "Địa bàn 99 chưa có mã của bưu chính");
    private static readonly ReorderParcel Reordering = new(Parcel, "vanhanh01", Guid.Parse("0195a000-0000-7000-8000-000000000001"));

    public static IEnumerable<Script> All() => [.. ParcelGraph.Table.Edges.Select(edge => Edge(edge.From, edge.To, edge.Cause)), .. Stories(), .. Tracking()];

    private static Script Edge(ParcelState from, ParcelState to, ParcelCause cause)
    {
        var script = Of($"{from}-{to}".ToLowerInvariant(), $"{from} to {to}, by {cause}.");
        foreach (var message in WayTo(from).Concat(Along(from, to, cause))) script.Give(message);
        return script;
    }

    private static object[] WayTo(ParcelState state) => state switch
    {
        Asked => [Asking],
        Ordered => [Asking, Wanting],
        Held => [Asking, Wanting, Refusing],
        Created => [Asking, Wanting, Confirming],
        Cancelled => [Asking, Wanting, Confirming, Unwanting, new PostOrderCancelled(First)],
        _ => [Asking, Wanting, Confirming, Told(1, state)],
    };

    private static object[] Along(ParcelState from, ParcelState to, ParcelCause cause) => cause switch
    {
        ParcelCause.Order => [from == Asked ? Wanting : Reordering],
        ParcelCause.Confirmation => [Confirming],
        ParcelCause.Obstacle => [Refusing],
        ParcelCause.Cancellation => from switch
        {
            Ordered => [Unwanting, Refusing],
            Created => [Unwanting, new PostOrderCancelled(First)],
            _ => [Unwanting],
        },
        _ => [Told(2, to), Told(2, to)],
    };

    private static IEnumerable<Script> Stories() =>
    [
        Of("cash-on-delivery", "Two fees are collected; the papers of the dossier are registered; an unknown code is shown.")
            .Give(Asking).Give(new PostDocumentAnswered(Parcel, IsRegistered: true, Reason: null))
            .Give(Wanting with { Fees = [new FeeToCollect(ObligationId.Parse("H29/1"), new Vnd(150_000)), new FeeToCollect(ObligationId.Parse("H29/2"), new Vnd(20_000))] })
            .Give(Confirming).Give(Told(1, state: null)).Give(Told(2, Delivered)).Give(Told(3, Returned)),
        Of("late-and-lost", "Nobody takes the order, nobody comes, nobody brings it, and nothing is heard of it.")
            .Give(Wanting).GoTo("2026-03-04T09:00").Give(Confirming).GoTo("2026-03-09T09:00").Give(Told(1, PickedUp)).GoTo("2026-03-31T09:00").Give(Told(2, Delivered)),
        Of("holiday", "A new holiday moves its clocks.").Give(Wanting).Give(Confirming).Give(Told(1, PickedUp)).ChangeCalendar(2),
        Of("by-hand", "An operator cancels too late, and says what became of it; what no edge leads to is kept and changes nothing.")
            .Give(Wanting).Give(Confirming).Give(Told(1, PickedUp)).Give(new CancelParcel(Parcel, "công dân tự đến nhận", "vanhanh01"))
            .Give(Closing(Cancelled)).Give(Closing(Delivered)),
        Of("not-cancelled", "The post will not cancel it, and cancels it later all the same.")
            .Give(Wanting).Give(Confirming).Give(new CancelParcel(Parcel, "nhầm", "vanhanh01")).Give(new PostOrderNotCancelled(First, "Status 106"))
            .Give(Told(1, PickedUp)).Give(new PostOrderCancelled(First)),
        Of("wanted-again", "Wanted again while it is cancelled: ordered anew; the first order is heard of once more.")
            .Give(Asking).Give(new PostDocumentAnswered(Parcel, IsRegistered: false, "Status 104")).Give(Wanting).Give(Unwanting).Give(Confirming).Give(Wanting)
            .Give(new PostOrderCancelled(First)).Give(Told(1, Cancelled)),
    ];

    private static IEnumerable<Script> Tracking() =>
    [
        Script.Of(ParcelEndpoints.Tracking, "post-tracking-followed", "A full page, a repeated one, one with an order of somebody else's, nothing new, and a refusal.", Customer)
            .Give(new FollowTracking(Customer)).Give(new FollowTracking(Customer)).Give(Page(0, isFull: true, 1, 2)).Give(Page(0, isFull: true, 1, 2))
            .Give(Page(2, isFull: true, 1, 2)).GoTo("2026-03-02T09:20").Give(Page(2, isFull: false, 3) with { Unreadable = 1 }).GoTo("2026-03-02T09:40")
            .Give(new TrackingNotRead(Customer, Id(3), "HTTP 400")).GoTo("2026-03-02T10:00"),
    ];

    private static CloseParcel Closing(ParcelState state) =>
        new(Parcel, state, Start.AddHours(1), "bưu cục báo qua điện thoại", "vanhanh01", Guid.Parse("0195a000-0000-7000-8000-000000000002"));

    private static RecordTracking Told(int number, ParcelState? state) => new(First, Event(number, state, First.Value));

    private static TrackingRead Page(int after, bool isFull, params int[] events) => new(
        Customer, Id(after), Id(events[^1]), [.. events.Select(number => Event(number, InTransit, number == 3 ? "GIAY-TO/7" : First.Value))], isFull);

    private static TrackingEvent Event(int number, ParcelState? state, string order) => new()
    {
        Id = Id(number),
        OrderNumber = order,
        At = Start.AddMinutes(number),
        StatusCode = state is null ? "77" : ((int)state).ToString(CultureInfo.InvariantCulture),
        State = state,
        ItemCode = "EH000000001VN",
    };

    private static string Id(int number) => number.ToString("x24", CultureInfo.InvariantCulture);

    private static Script Of(string name, string about) => Script.Of(ParcelEndpoints.Parcels, $"parcels-{name}", about, Parcel.Value);
}
