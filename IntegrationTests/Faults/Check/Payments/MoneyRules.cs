namespace DichVuCong.Faults.Check.Payments;

/// <summary>
/// Collected = settled + refunded + open differences. What is left of an order when what was settled, went back and is going back is taken off,
/// pays it; more than that, or anything at all of an order that is not paid, must be a difference that somebody sees.
/// </summary>
internal static class MoneyRules
{
    public static IEnumerable<Finding> Check(PaymentRecords records)
    {
        foreach (var order in records.Evidence.Orders.Values)
        {
            var paid = order.Payments.Sum(payment => payment.Amount);
            if (order.Collected > paid)
            {
                yield return new Finding(Broken.Doubled, order.Reference, $"it shows {order.Collected} as collected, its payments make {paid}");
            }
            if (order.Collected < paid)
            {
                yield return new Finding(Broken.Lost, order.Reference, $"it shows {order.Collected} as collected, its payments make {paid}");
            }
            var done = order.Refunds.Where(refund => refund.State == "done").Sum(refund => refund.Amount);
            var underWay = order.Refunds.Where(refund => refund.IsUnderWay).Sum(refund => refund.Amount);
            if ((order.Refunded, order.Refunding) != (done, underWay))
            {
                yield return new Finding(
                    Broken.Lost, order.Reference,
                    $"it shows {order.Refunded} refunded and {order.Refunding} on its way, its refunds make {done} and {underWay}");
            }

            var rest = order.Collected - order.Settled - order.Refunded - order.Refunding;
            var due = order.IsPaid ? order.Amount : 0;
            if (rest < 0) yield return new Finding(Broken.Doubled, order.Reference, $"more left it than came: {rest}");
            if (rest > due && !records.IsDiffering(order.Reference))
            {
                yield return new Finding(
                    Broken.Lost, order.Reference, $"{rest - due} is neither settled nor refunded nor a difference that anybody sees ({order.State})");
            }
        }

        foreach (var fault in records.Evidence.LedgerFaults) yield return new Finding(Broken.Lost, "ledger", fault);
    }
}
