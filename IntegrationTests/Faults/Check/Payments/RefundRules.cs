using DichVuCong.Faults.Load.Payments;

namespace DichVuCong.Faults.Check.Payments;

/// <summary>Nothing goes back twice, nor more than was paid; what is said to be back is; what was decided is done, or refused in public.</summary>
internal static class RefundRules
{
    public static IEnumerable<Finding> Check(PaymentRecords records)
    {
        foreach (var bank in records.Evidence.Banks)
        {
            foreach (var payment in bank.Payments)
            {
                foreach (var finding in OfPayment(records, bank, payment)) yield return finding;
            }
        }

        foreach (var order in records.Evidence.Orders.Values)
        {
            var back = order.Refunds.Where(refund => refund.Stands).Sum(refund => refund.Amount);
            if (back > order.Collected) yield return new Finding(Broken.Doubled, order.Reference, $"{back} goes back of {order.Collected}");
        }

        var decisions = records.Evidence.Calls.Where(call => call is { Purpose: PaymentPurpose.Decide, IsAccepted: true });
        foreach (var call in decisions.DistinctBy(call => (call.Key, call.Detail)))
        {
            var isDone = records.Evidence.Orders.TryGetValue(call.Key, out var order) && order.Refunds.Any(refund => refund.Decision == call.Detail);
            var isRefused = records.Evidence.Feed.Any(
                one => one.IsRefundNotAllowed && one.Key == call.Key && one.Text("decisionNumber") == call.Detail);
            if (!isDone && !isRefused && !records.Evidence.AtOperator.Contains(call.Key))
            {
                yield return new Finding(Broken.Lost, call.Key, $"decision {call.Detail} was accepted, and nothing came of it");
            }
        }
    }

    private static IEnumerable<Finding> OfPayment(PaymentRecords records, BankOrder bank, BankPayment payment)
    {
        var made = bank.Refunds.Where(refund => refund.PaymentNo == payment.No && refund.Stands).ToList();
        var given = made.Sum(refund => refund.Amount);
        if (given > payment.Amount)
        {
            yield return new Finding(Broken.Doubled, bank.Reference, $"{bank.Bank} gave back {given} of {payment.No}, which was {payment.Amount}");
        }
        var shown = records.Evidence.Orders.GetValueOrDefault(bank.Reference)?.Refunds ?? [];
        var ours = shown.Where(refund => refund.Partner == bank.Bank && refund.No == payment.No).ToList();
        var standing = ours.Where(refund => refund.Stands).ToList();
        if (made.Count > standing.Count || given > standing.Sum(refund => refund.Amount))
        {
            var known = string.Join(", ", ours.Select(refund => $"{refund.Amount} {refund.State}"));
            yield return new Finding(
                Broken.Doubled, bank.Reference, $"{bank.Bank} gave back {given} of {payment.No} in {made.Count} refunds, we know of: {known}");
        }

        var done = ours.Where(refund => refund.State == "done").Sum(refund => refund.Amount);
        var paidBack = made.Where(refund => refund.Stage == "done").Sum(refund => refund.Amount);
        if (done > paidBack)
        {
            yield return new Finding(Broken.Lost, bank.Reference, $"{done} is said to be back of {payment.No}, {bank.Bank} gave back {paidBack}");
        }
    }
}
