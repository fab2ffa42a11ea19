using DichVuCong.Sandbox.Agencies.Dossiers;
using DichVuCong.Sandbox.Agencies.Files;
using DichVuCong.Sandbox.Agencies.Sending;
using DichVuCong.Sandbox.Portal;
using DichVuCong.Sandbox.Post;

namespace DichVuCong.Sandbox.Ledger;

/// <summary>What everything came to, counted when it is asked for.</summary>
internal sealed class LedgerTotals(DossierBook book, NoticeBook notices, SendCounts sends, FileCheckCounts checks, FileCounts files, Outboxes outboxes, PostBook post)
{
    /// <summary>The totals.</summary>
    public object Now() => new
    {
        dossiers = Dossiers(),
        notices = new { sms = Notices(NoticeChannel.Sms), email = Notices(NoticeChannel.Email), app = Notices(NoticeChannel.App) },
        sends = Enum.GetValues<SendEvent>().ToDictionary(Name, what => sends[what], StringComparer.Ordinal),
        parcels = Parcels(),
        waiting = outboxes.Waiting,
        fileChecks = Enum.GetValues<FileCheckResult>().ToDictionary(Name, result => checks[result], StringComparer.Ordinal),
        portalFiles = new { files.Requests, files.Bytes },
        forgotten = book.Forgotten,
    };

    private object Dossiers()
    {
        var pushed = new DossierSums();
        var counter = new DossierSums();
        foreach (var dossier in book.All)
        {
            lock (dossier) (dossier.IsCounter ? counter : pushed).Add(dossier);
        }

        return new { pushed, counter };
    }

    private object Parcels()
    {
        var orders = post.Orders;
        return new
        {
            orders = orders.Count,
            takenMoreThanOnce = orders.Count(order => order.Taken > 1),
            repeated = orders.Sum(order => order.Repeated),
            cancelled = orders.Count(order => order.IsCancelled),
            events = post.Events.Count,
            delivered = post.Events.Where(told => told.Code == "4").Select(told => told.Number).Distinct(StringComparer.Ordinal).Count(),
            cash = orders.Sum(order => order.Cash),
            documents = post.Documents,
        };
    }

    private object Notices(NoticeChannel channel)
    {
        long different = 0, taken = 0, twice = 0, refused = 0;
        foreach (var notice in notices.All)
        {
            if (notice.Channel != channel) continue;
            lock (notice)
            {
                different++;
                taken += notice.Taken;
                refused += notice.DuplicatesRefused;
                if (notice.Taken > 1) twice++;
            }
        }

        return new { different, taken, takenMoreThanOnce = twice, duplicatesRefused = refused };
    }

    private static string Name<T>(T value)
        where T : struct, Enum =>
        System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
