using System.Globalization;
using DichVuCong.Adapters.VNPost.Http;
using DichVuCong.Adapters.VNPost.Orders;
using DichVuCong.Adapters.VNPost.Wire;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Messaging;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Adapters.VNPost.Tracking;

/// <summary>
/// Reads the next page of a customer's tracking (order/tracking). Reading changes nothing at the post, so any failure is just tried again; the
/// cursor is the saga's, and moves in the transaction in which the page's events become messages.
/// </summary>
/// <param name="client">The client.</param>
/// <param name="settings">The settings, valid.</param>
/// <param name="tables">The tables.</param>
/// <param name="log">Gets no event's content.</param>
public sealed class ReadTrackingOperation(VnPostClient client, VnPostSettings settings, VnPostTables tables, ILogger<ReadTrackingOperation> log) : IPartnerOperation<ReadTracking>
{
    /// <inheritdoc/>
    public Repeatability RepeatabilityOf(ReadTracking command) => Repeatability.Deduplicates();

    /// <inheritdoc/>
    public async Task<Outcome> CallAsync(ReadTracking command, PartnerCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(call);
        var exchange = await client.GetAsync(
            settings.TrackingPath,
            [("pagesize", command.Events.ToString(CultureInfo.InvariantCulture)), ("lastId", command.After)],
            call.Timeout,
            cancellationToken);
        switch (exchange)
        {
            case Exchange.Answered { Status: >= 200 and < 300, Body: { } body } when VnPostJson.Read(body) is { } json && TrackingReader.Read(command, json, tables.Codes) is { } page:
                if (page.Unreadable > 0) VnPostLog.EventsWithoutId(log, page.Unreadable);
                return Outcome.Done(page);
            case Exchange.Answered { Status: >= 400 and < 500 } refused:
                var reason = string.Create(CultureInfo.InvariantCulture, $"HTTP {refused.Status}: the post does not show its tracking");
                return Outcome.Refused(reason, new TrackingNotRead(command.Customer, command.After, reason));
            case Exchange.Answered other:
                return Outcome.Transient(string.Create(CultureInfo.InvariantCulture, $"HTTP {other.Status}: no page of the tracking"), other.RetryAfter);
            case Exchange.NotSent none:
                return Outcome.Transient(none.Reason, none.RetryAfter);
            case Exchange.Lost lost:
                return Outcome.Transient(lost.Reason);
            case Exchange.Misconfigured wrong:
                VnPostLog.Misconfigured(log, wrong.Reason, settings.ConfigurationRetryAfter);
                return Outcome.Transient(wrong.Reason, settings.ConfigurationRetryAfter);
            default:
                throw new InvalidOperationException("Exchange is a closed set.");
        }
    }

    /// <summary>Never called: the page is read again instead.</summary>
    public Task<Outcome> AskAsync(ReadTracking command, PartnerCall call, CancellationToken cancellationToken) => Task.FromResult(Outcome.Absent("the page is read again"));
}
