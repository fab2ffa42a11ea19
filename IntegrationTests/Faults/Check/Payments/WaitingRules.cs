namespace DichVuCong.Faults.Check.Payments;

/// <summary>Nobody is stuck: an order ends, or waits within its time; what a bank took of a payment that we began is found out by asking.</summary>
internal static class WaitingRules
{
    private static readonly TimeSpan AfterItsTime = TimeSpan.FromMinutes(1);

    public static IEnumerable<Finding> Check(PaymentRecords records)
    {
        foreach (var order in records.Evidence.Orders.Values.Where(order => !records.IsAtAnOperator(order.Reference)))
        {
            var isOpen = order.State is "open" or "pending" or "failed" or "unknown";
            if (isOpen && records.Evidence.ReadAt > order.ExpiresAt + AfterItsTime)
            {
                yield return new Finding(Broken.Stuck, order.Reference, $"its time is over, and it is {order.State}");
            }
            if (!order.IsOver && Unnoticed(records, order) is { } unnoticed) yield return unnoticed;
            foreach (var refund in order.Refunds.Where(refund => refund.IsUnderWay))
            {
                yield return new Finding(
                    Broken.Stuck, order.Reference,
                    $"a refund of {refund.Amount} at {refund.Partner} is {refund.State}, and nobody is told to look at it");
            }
        }
    }

    private static Finding? Unnoticed(PaymentRecords records, ShownOrder order)
    {
        foreach (var bank in records.Banks[order.Reference].Where(bank => bank.Payments.Count > 0))
        {
            if (!records.Begun.Contains((order.Reference, bank.Bank))) continue;
            var isKnown = order.Payments.Any(payment => payment.Partner == bank.Bank);
            if (!isKnown)
            {
                return new Finding(
                    Broken.Stuck, order.Reference, $"it was begun and paid at {bank.Bank} ({bank.Payments[0].No}), and it is {order.State}");
            }
        }

        return null;
    }
}
