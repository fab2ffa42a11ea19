using System.Globalization;
using DichVuCong.Gateway.Accounts.Contract;
using DichVuCong.Gateway.Feed;
using DichVuCong.Gateway.Payments.Events;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Access;
using DichVuCong.Registries.Accounts;
using DichVuCong.Registries.Feed;

namespace DichVuCong.Gateway.Accounts.Events;

/// <summary>
/// Everything that happened to accounts since a cursor: an agency's system follows its own agencies, the coordination system all of them, what was
/// not done included. Ordered for each account, at least once; the caller hands back the cursor it was given.
/// </summary>
internal static class AccountEventEndpoints
{
    private const int MostEvents = 1000;
    private const int LongestWait = 60;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    public static void Map(WebApplication app) => app.MapGet("/v1/account-events", FollowAsync).WithName("AccountEvents")
        .OfAccounts("Sự kiện tài khoản từ một con trỏ: trạng thái, nhóm quyền, đề nghị, khóa, rà soát.").Produces<AccountEventsShape>()
        .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status410Gone);

    private static async Task<IResult> FollowAsync(
        string? after, string? wait, string? limit, HttpRequest request, AccountCallers callers, AccountFeedReader feed, AccountFeedPlaces places,
        CollectedAgencies agencies, TimeProvider time, IHostApplicationLifetime lifetime, CancellationToken cancellationToken)
    {
        if (callers.Readers(request, out var refusal) is not { } account) return refusal;
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

/// <summary>The shape of the answer, for the contract's document; the bodies are written as they are stored.</summary>
/// <param name="Events">The events, in order.</param>
/// <param name="Next">The cursor to go on from.</param>
internal sealed record AccountEventsShape(IReadOnlyList<AccountEventShape> Events, string Next);

/// <summary>One event.</summary>
/// <param name="Cursor">Its place.</param>
/// <param name="Type">What happened: accounts.account-state-changed.v1 and its kind.</param>
/// <param name="Key">The account; the agency of a review.</param>
/// <param name="At">When, in Asia/Ho_Chi_Minh.</param>
/// <param name="Data">What is known of it; without personal data.</param>
internal sealed record AccountEventShape(string Cursor, string Type, string Key, DateTimeOffset At, System.Text.Json.Nodes.JsonObject Data);
