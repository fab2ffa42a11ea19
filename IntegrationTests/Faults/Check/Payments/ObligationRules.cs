using DichVuCong.Faults.Load.Payments;

namespace DichVuCong.Faults.Check.Payments;

/// <summary>An accepted obligation has one order for each beneficiary account, with its amount, and has them for good.</summary>
internal static class ObligationRules
{
    public static IEnumerable<Finding> Check(PaymentRecords records)
    {
        var calls = records.Evidence.Accepted.ToList();
        var owners = calls.SelectMany(call => AnsweredOrder.In(call.Body).Select(order => (order.Reference, call.Key)))
            .ToLookup(pair => pair.Reference, StringComparer.Ordinal);
        foreach (var shared in owners.Where(group => group.Select(pair => pair.Key).Distinct(StringComparer.Ordinal).Count() > 1))
        {
            yield return new Finding(Broken.Doubled, shared.Key, $"one reference for {string.Join(", ", shared.Select(pair => pair.Key))}");
        }

        foreach (var finding in calls.SelectMany(call => Split(call).Concat(Kept(records, call)))) yield return finding;
        foreach (var call in records.Evidence.Calls.Where(call => call is { Purpose: PaymentPurpose.Cancel, IsAccepted: true }))
        {
            if (Cancelled(records, call.Key) is { } finding) yield return finding;
        }
    }

    private static IEnumerable<Finding> Split(PaymentCall call)
    {
        var orders = AnsweredOrder.In(call.Body).ToLookup(order => order.Account, StringComparer.Ordinal);
        foreach (var (account, amount) in call.Split)
        {
            var own = orders[account].ToList();
            if (own.Count == 0) yield return new Finding(Broken.Lost, call.Key, $"no order for account {account}");
            else if (own.Count > 1) yield return new Finding(Broken.Doubled, call.Key, $"{own.Count} orders for account {account}");
            else if (own[0].Amount != amount)
            {
                yield return new Finding(Broken.Answer, call.Key, $"{amount} was stated for account {account}, its order has {own[0].Amount}");
            }
        }
    }

    private static IEnumerable<Finding> Kept(PaymentRecords records, PaymentCall call)
    {
        if (!records.Evidence.Obligations.TryGetValue(call.Key, out var shown))
        {
            yield return new Finding(Broken.Lost, call.Key, "it was accepted, and the Gateway does not know it");
            yield break;
        }

        var answered = AnsweredOrder.In(call.Body);
        foreach (var (reference, _) in shown.Orders.Where(one => answered.All(order => order.Reference != one.Reference)))
        {
            yield return new Finding(Broken.Doubled, call.Key, $"it has an order that its answer did not name: {reference}");
        }

        foreach (var order in answered)
        {
            if (!shown.Orders.Contains((order.Reference, order.Amount)))
            {
                yield return new Finding(Broken.Lost, call.Key, $"it does not have its order {order.Reference} of {order.Amount}");
            }
            var own = records.Evidence.Orders.GetValueOrDefault(order.Reference);
            if (own is null) yield return new Finding(Broken.Lost, order.Reference, "it was given out, and the Gateway does not know it");
            else if (own.Obligation != call.Key || own.Amount != order.Amount)
            {
                yield return new Finding(Broken.Answer, order.Reference, $"it was given out as {order.Amount} of {call.Key}");
            }
        }

        var collected = answered.Sum(order => records.CollectedAtBanks(order.Reference));
        if (shown.Paid > collected) yield return new Finding(Broken.Doubled, call.Key, $"{shown.Paid} counts as paid, the banks took {collected}");
    }

    /// <summary>What was paid before stays paid; nothing else of it can be paid any more.</summary>
    private static Finding? Cancelled(PaymentRecords records, string id)
    {
        if (!records.Evidence.Obligations.TryGetValue(id, out var shown)) return null;
        var open = shown.Orders.Select(order => records.Evidence.Orders.GetValueOrDefault(order.Reference))
            .OfType<ShownOrder>().Where(order => !order.IsOver).Select(order => $"{order.Reference} is {order.State}").ToList();
        return open.Count == 0 ? null : new Finding(Broken.Lost, id, $"it was taken back, and {string.Join(", ", open)}");
    }
}
