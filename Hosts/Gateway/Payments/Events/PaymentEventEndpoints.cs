using System.Globalization;
using System.Text.Json;
using DichVuCong.Contracts;
using DichVuCong.Gateway.Access;
using DichVuCong.Gateway.Feed;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Access;
using DichVuCong.Registries.Feed;
using DichVuCong.Registries.Payments.Feed;

namespace DichVuCong.Gateway.Payments.Events;

/// <summary>
/// What happens to payments (A25.3): an agency's system follows what its agencies collect, the portal and operators follow all of it. Ordered for
/// each order, obligation and difference, at least once; the caller hands back the cursor it was given, as with <c>GET /v1/events</c>.
/// </summary>
internal static class PaymentEventEndpoints
{
    private const int MostEvents = 1000;
    private const int LongestWait = 60;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    public static void Map(WebApplication app) => app.MapGet("/v1/payment-events", FollowAsync).WithName("PaymentEvents");

    private static async Task<IResult> FollowAsync(
        string? after, string? wait, string? limit, HttpRequest request, Callers callers, PaymentFeedReader feed, PaymentFeedPlaces places,
        CollectedAgencies agencies, TimeProvider time, IHostApplicationLifetime lifetime, CancellationToken cancellationToken)
    {
        if (callers.Of(request) is not { } account) return Refusals.Unauthorized();
        if (account.Kind == AccountKind.Coordination) return Refusals.Forbidden("Chỉ Cổng, cơ quan thu và người vận hành được theo dõi thanh toán.");
        if (Number(limit, MostEvents, MostEvents) is not (> 0 and var most)) return Refusals.Malformed("limit", $"Phải là số từ 1 đến {MostEvents}.");
        if (Number(wait?.TrimEnd('s'), 0, LongestWait) is not { } patience) return Refusals.Malformed("wait", "Phải là số giây từ 0 đến 60, ví dụ 20s.");
        var place = await places.FindAsync(after, cancellationToken);
        if (place is FeedPlace.Gone gone) return FeedProblems.Gone(gone);
        if (place is not FeedPlace.At { Cursor: var cursor }) return Refusals.Malformed("after", "Phải là con trỏ đã nhận từ lần gọi trước.");
        var own = account is { Kind: AccountKind.OneStop, System: { } system } ? agencies.Of(system) : null;
        var started = time.GetTimestamp();
        while (true)
        {
            var events = own is null ? await feed.ReadAsync(cursor, most, cancellationToken) : await feed.ReadAsync(cursor, own, most, cancellationToken);
            if (events.Count > 0 || time.GetElapsedTime(started).TotalSeconds >= patience || lifetime.ApplicationStopping.IsCancellationRequested)
            {
                return new PaymentFeedResult(events, events.Count > 0 ? events[^1].Cursor : cursor);
            }

            await Task.Delay(Look, time, cancellationToken);
        }
    }

    /// <summary>A number up to a limit; null when the text is none.</summary>
    private static int? Number(string? text, int otherwise, int most)
    {
        if (string.IsNullOrEmpty(text)) return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;
    }
}

/// <summary>Events as they travel; their bodies are JSON already.</summary>
internal sealed class PaymentFeedResult(IReadOnlyList<FeedEvent> events, FeedCursor next) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json";
        await using var writer = new Utf8JsonWriter(httpContext.Response.BodyWriter);
        writer.WriteStartObject();
        writer.WriteStartArray("events");
        foreach (var item in events)
        {
            writer.WriteStartObject();
            writer.WriteString("cursor", item.Cursor.ToString());
            writer.WriteString("type", item.Type);
            writer.WriteString("key", item.Code);
            writer.WriteString("at", VietnamTime.Local(item.At));
            writer.WritePropertyName("data");
            writer.WriteRawValue(item.Body, skipInputValidation: true);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("next", next.ToString());
        writer.WriteEndObject();
        await writer.FlushAsync(httpContext.RequestAborted);
    }
}
