using System.Text.Json;

namespace DichVuCong.Faults.Load.Payments;

/// <summary>An event of the payments' feed, as its follower keeps it.</summary>
/// <param name="Cursor">Names the event.</param>
/// <param name="Type">Its type.</param>
/// <param name="Key">The order, the obligation or the difference.</param>
/// <param name="Data">Its fields.</param>
/// <param name="ArrivedAt">When it came.</param>
internal sealed record PaymentEvent(string Cursor, string Type, string Key, JsonElement Data, DateTimeOffset ArrivedAt)
{
    /// <summary>Whether an order's state became another.</summary>
    public bool IsOrderState => Type == "payments.order-state-changed.v1";

    /// <summary>Whether an order was paid.</summary>
    public bool IsOrderPaid => Type == "payments.order-paid.v1";

    /// <summary>Whether a decision could not be carried out.</summary>
    public bool IsRefundNotAllowed => Type == "payments.refund-not-allowed.v1";

    /// <summary>A field of it; null when it has none of that name.</summary>
    public string? Text(string name) => Data.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>Reads a page of the feed.</summary>
    public static (IReadOnlyList<PaymentEvent> Events, string Next) ReadPage(string body, DateTimeOffset now)
    {
        using var page = JsonDocument.Parse(body);
        var events = page.RootElement.GetProperty("events").EnumerateArray().Select(row => new PaymentEvent(
            row.GetProperty("cursor").GetString()!, row.GetProperty("type").GetString()!, row.GetProperty("key").GetString()!,
            row.GetProperty("data").Clone(), now));
        return ([.. events], page.RootElement.GetProperty("next").GetString()!);
    }
}
