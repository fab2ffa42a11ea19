using System.Globalization;
using DichVuCong.Contracts.Parcels;

namespace DichVuCong.Simulation.Partners.Post;

/// <summary>The post's own books: orders, and its tracking in the order in which it was told.</summary>
internal sealed class PostLedger
{
    private readonly Dictionary<string, CarriedOrder> _orders = new(StringComparer.Ordinal);
    private readonly List<TrackingEvent> _events = [];
    private readonly HashSet<string> _lies = new(StringComparer.Ordinal);

    public IReadOnlyCollection<CarriedOrder> Orders => _orders.Values;

    public IReadOnlyList<TrackingEvent> Events => _events;

    public CarriedOrder? Find(PostOrderNumber order) => _orders.GetValueOrDefault(order.Value);

    public bool HasLiedOf(ParcelId parcel) => _lies.Contains(parcel.Value);

    public void Lied(ParcelId parcel) => _lies.Add(parcel.Value);

    /// <summary>Takes an order; null when it was there.</summary>
    public CarriedOrder? Take(PostOrderNumber number)
    {
        var order = new CarriedOrder(number);
        return _orders.TryAdd(number.Value, order) ? order : null;
    }

    public void Tell(CarriedOrder order, ParcelState state, DateTimeOffset at)
    {
        order.Last = state;
        _events.Add(new TrackingEvent
        {
            Id = (_events.Count + 1).ToString("x24", CultureInfo.InvariantCulture),
            OrderNumber = order.Number.Value,
            At = at,
            StatusCode = ((int)state).ToString(CultureInfo.InvariantCulture),
            State = state,
        });
    }
}

/// <summary>An order that the post has.</summary>
internal sealed class CarriedOrder(PostOrderNumber number)
{
    public PostOrderNumber Number { get; } = number;

    /// <summary>What was told of it last; null while nothing was.</summary>
    public ParcelState? Last { get; set; }

    public bool IsCancelled { get; set; }

    public bool IsPickedUp { get; set; }
}
