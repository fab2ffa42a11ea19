using DichVuCong.Faults.Load;

namespace DichVuCong.Faults.Check;

/// <summary>The feed tells of every dossier in its order, once, and a follower misses nothing.</summary>
internal static class FeedRules
{
    public static IEnumerable<Finding> Check(Records records)
    {
        var followed = records.Evidence.Followed.Select(one => one.Cursor).ToHashSet(StringComparer.Ordinal);
        foreach (var missed in records.Evidence.Feed.Where(one => !followed.Contains(one.Cursor)))
        {
            yield return new Finding(Broken.Lost, missed.Dossier, $"who followed the feed missed {missed.Type} ({missed.Cursor})");
        }

        foreach (var call in records.Evidence.Accepted.DistinctBy(call => call.Code))
        {
            if (!records.Feed[call.Code!].Any(one => one.IsReceipt)) yield return new Finding(Broken.Lost, call.Code!, "the feed has no receipt of it");
        }

        foreach (var dossier in records.Evidence.Followed.GroupBy(one => one.Dossier, StringComparer.Ordinal))
        {
            foreach (var finding in InOrder(dossier.Key, [.. dossier.DistinctBy(one => one.Cursor)])) yield return finding;
        }
    }

    private static IEnumerable<Finding> InOrder(string code, IReadOnlyList<FeedEvent> events)
    {
        FeedEvent? before = null;
        foreach (var change in events.Where(one => one.IsStateChange))
        {
            if (before is not null && change.From == before.From && change.State == before.State)
            {
                yield return new Finding(Broken.Doubled, code, $"the feed told twice of {change.From} to {change.State}");
            }
            else if (before is not null && change.From != before.State)
            {
                yield return new Finding(Broken.Order, code, $"the feed told of {change.From} to {change.State} after it had come to {before.State}");
            }

            before = change;
        }

        var version = 0;
        foreach (var receipt in events.Where(one => one.IsReceipt))
        {
            if (receipt.Version == version) yield return new Finding(Broken.Doubled, code, $"the feed told twice of receipt {version}");
            if (receipt.Version < version) yield return new Finding(Broken.Order, code, $"the feed told of receipt {receipt.Version} after {version}");
            version = receipt.Version;
        }
    }
}
