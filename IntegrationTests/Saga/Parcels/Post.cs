using System.Globalization;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Contracts.Payments;
using DichVuCong.Saga.Parcels;
using DichVuCong.Saga.Tests.Dossiers;

namespace DichVuCong.Saga.Tests.Parcels;

/// <summary>A parcel with a dossier's result, and what is said of it.</summary>
internal static class Post
{
    public const string Customer = "DVCQG";

    public static ParcelId Result { get; } = ParcelId.Of(Sample.Code, ParcelKind.Result);

    public static ParcelId Papers { get; } = ParcelId.Of(Sample.Code, ParcelKind.Papers);

    public static PostOrderNumber Order { get; } = PostOrderNumber.Of(Result, 1);

    public static ParcelAsked Asked { get; } = new(Result, Sample.Agency, PostServices.ReturnResult, Sample.Start);

    public static ParcelWanted Wanted { get; } = new(Result, Sample.Agency, PostServices.ReturnResult, Sample.Start);

    public static ParcelNotWanted NotWanted { get; } = new(Result, Sample.Start.AddHours(1));

    public static PostOrderCreated Created { get; } = new(Order, Customer, AlreadyThere: false);

    public static SagaDriver<ParcelData> Parcel(ParcelRules? rules = null) => new(ParcelEndpoints.Parcels, Result.Value, rules);

    public static SagaDriver<ParcelData> Ordered(ParcelRules? rules = null) => Parcel(rules).Give(Asked, Wanted);

    public static SagaDriver<ParcelData> Carried(ParcelRules? rules = null) => Ordered(rules).Give(Created);

    public static RecordTracking Told(int number, ParcelState? state, DateTimeOffset? at = null, PostOrderNumber? order = null, string code = "?") =>
        new(order ?? Order, Event(number, state, at, (order ?? Order).Value, code));

    public static TrackingEvent Event(int number, ParcelState? state, DateTimeOffset? at = null, string? order = null, string code = "?") => new()
    {
        Id = number.ToString("x24", CultureInfo.InvariantCulture),
        OrderNumber = order ?? Order.Value,
        At = at ?? Sample.Start.AddMinutes(number),
        StatusCode = code,
        State = state,
        ItemCode = "EH000000001VN",
    };

    public static ParcelWanted WithFees(params (string Obligation, long Amount)[] fees) =>
        Wanted with { Fees = [.. fees.Select(fee => new FeeToCollect(ObligationId.Parse(fee.Obligation), new Vnd(fee.Amount)))] };
}
