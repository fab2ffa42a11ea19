namespace DichVuCong.Faults.Check.Payments;

/// <summary>The payments' feed tells of every order in its order, once, ends where the order is, and a follower misses nothing.</summary>
internal static class PaymentFeedRules
{
    public static IEnumerable<Finding> Check(PaymentRecords records)
    {
        var evidence = records.Evidence;
        var followed = evidence.Followed.Select(one => one.Cursor).ToHashSet(StringComparer.Ordinal);
        foreach (var missed in evidence.Feed.Where(one => !followed.Contains(one.Cursor)))
        {
            yield return new Finding(Broken.Lost, missed.Key, $"who followed the payments' feed missed {missed.Type} ({missed.Cursor})");
        }

        foreach (var order in evidence.Followed.DistinctBy(one => one.Cursor).GroupBy(one => one.Key, StringComparer.Ordinal))
        {
            foreach (var finding in OfOrder(order.Key, [.. order])) yield return finding;
            var last = order.LastOrDefault(one => one.IsOrderState)?.Text("state");
            if (last is not null && evidence.Orders.TryGetValue(order.Key, out var shown) && shown.State != last)
            {
                yield return new Finding(Broken.Lost, order.Key, $"the feed told last that it is {last}, and it is {shown.State}");
            }
        }
    }

    private static IEnumerable<Finding> OfOrder(string key, IReadOnlyList<Load.Payments.PaymentEvent> events)
    {
        string? before = null;
        foreach (var change in events.Where(one => one.IsOrderState))
        {
            var (from, state) = (change.Text("from"), change.Text("state"));
            if (before is not null && from != before)
            {
                yield return new Finding(Broken.Order, key, $"the feed told of {from} to {state} after it had come to {before}");
            }
            before = state;
        }

        var paid = events.Where(one => one.IsOrderPaid).GroupBy(one => (Partner: one.Text("partner"), No: one.Text("transactionNo")));
        foreach (var same in paid.Where(group => group.Count() > 1))
        {
            yield return new Finding(Broken.Doubled, key, $"the feed told {same.Count()} times that {same.Key.Partner}'s {same.Key.No} paid it");
        }
    }
}
