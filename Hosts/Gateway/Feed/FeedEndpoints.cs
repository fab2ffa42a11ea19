using System.Globalization;
using System.Text.Json;
using DichVuCong.Contracts;
using DichVuCong.Gateway.Access;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Access;
using DichVuCong.Registries.Feed;

namespace DichVuCong.Gateway.Feed;

/// <summary>
/// What happens to dossiers, for the portal and the coordination system: ordered for each dossier, at least once, kept for 30 days. The
/// caller hands back the cursor it was given; <c>after=latest</c> begins with what is to come. A cursor that leads nowhere any more is answered
/// with 410 and where to go on.
/// </summary>
internal static class FeedEndpoints
{
    private const int MostEvents = 1000;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    public static void Map(WebApplication app) => app.MapGet("/v1/events", FollowAsync).WithName("Events");

    private static async Task<IResult> FollowAsync(
        string? after, string? wait, string? limit, HttpRequest request, Callers callers, FeedReader feed, FeedPlaces places, TimeProvider time, IHostApplicationLifetime lifetime,
        CancellationToken cancellationToken)
    {
        if (callers.Of(request) is not { } account) return Refusals.Unauthorized();
        if (account.Kind == AccountKind.OneStop) return Refusals.Forbidden("Chỉ Cổng Dịch vụ công quốc gia và hệ thống điều phối được theo dõi sự kiện.");
        if (!TryReadLimit(limit, out var most)) return Refusals.Malformed("limit", $"Phải là số từ 1 đến {MostEvents}.");
        if (!TryReadWait(wait, out var patience)) return Refusals.Malformed("wait", "Phải là số giây từ 0 đến 60, ví dụ 20s.");
        var place = await places.FindAsync(after, cancellationToken);
        if (place is FeedPlace.Gone gone) return FeedProblems.Gone(gone);
        if (place is not FeedPlace.At { Cursor: var cursor }) return Refusals.Malformed("after", "Phải là con trỏ đã nhận từ lần gọi trước.");
        var events = await WaitAsync(feed, cursor, most, patience, time, lifetime.ApplicationStopping, cancellationToken);
        return new FeedResult(events, events.Count > 0 ? events[^1].Cursor : cursor);
    }

    private static async Task<IReadOnlyList<FeedEvent>> WaitAsync(
        FeedReader feed, FeedCursor cursor, int limit, TimeSpan patience, TimeProvider time, CancellationToken stopping, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            var events = await feed.ReadAsync(cursor, limit, cancellationToken);
            if (events.Count > 0 || time.GetElapsedTime(started) >= patience || stopping.IsCancellationRequested) return events;
            await Task.Delay(Look, time, cancellationToken);
        }
    }

    private static bool TryReadLimit(string? text, out int most)
    {
        most = MostEvents;
        return string.IsNullOrEmpty(text) || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out most) && most is >= 1 and <= MostEvents);
    }

    private static bool TryReadWait(string? text, out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        if (string.IsNullOrEmpty(text)) return true;
        if (!int.TryParse(text.AsSpan().TrimEnd('s'), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return false;
        wait = TimeSpan.FromSeconds(seconds);
        return wait <= LongestWait;
    }
}

/// <summary>Events as they travel; their bodies are JSON already.</summary>
internal sealed class FeedResult(IReadOnlyList<FeedEvent> events, FeedCursor next) : IResult
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
            writer.WriteString("dossier", item.Code);
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
