using DichVuCong.Faults.Check.Payments;

namespace DichVuCong.Faults.Report;

/// <summary>All that is on record about an obligation or an order: the calls, what is shown, the banks' books, the differences, the feed.</summary>
internal sealed class PaymentTrace(PaymentEvidence evidence)
{
    /// <summary>The lines about it; none when it is something else.</summary>
    public IReadOnlyList<string> Of(string key) => [.. Calls(key), .. Shown(key), .. Banks(key), .. Feed(key)];

    private IEnumerable<string> Calls(string key)
    {
        foreach (var call in evidence.Calls.Where(call => call.Key == key))
        {
            yield return $"{call.Purpose} {call.Detail} of obligation {call.Number}: {call.Status}";
            foreach (var attempt in call.Attempts) yield return $"  {attempt.At:HH:mm:ss.fff} +{attempt.Took.TotalMilliseconds:0} ms {attempt.Outcome}";
        }
    }

    private IEnumerable<string> Shown(string key)
    {
        if (evidence.Obligations.TryGetValue(key, out var obligation))
        {
            yield return $"shown: {obligation.State}, {obligation.Paid} paid; orders {string.Join(", ", obligation.Orders)}";
        }

        if (!evidence.Orders.TryGetValue(key, out var order)) yield break;
        yield return $"shown: {order}";
        foreach (var payment in order.Payments) yield return $"  {payment}";
        foreach (var refund in order.Refunds) yield return $"  {refund}";
        foreach (var difference in evidence.Differences.Where(row => row.Reference == key)) yield return $"  {difference}";
        if (evidence.AtOperator.Contains(key)) yield return "  parked, or declared unknown";
    }

    private IEnumerable<string> Banks(string key)
    {
        foreach (var order in evidence.Banks.Where(order => order.Reference == key))
        {
            yield return $"{order.Bank}: {order.Amount}";
            foreach (var payment in order.Payments) yield return $"  {payment}";
            foreach (var refund in order.Refunds) yield return $"  {refund}";
        }
    }

    private IEnumerable<string> Feed(string key) =>
        evidence.Followed.Where(one => one.Key == key).Select(one => $"{one.ArrivedAt:HH:mm:ss.fff} {one.Type} {one.Data}");
}
