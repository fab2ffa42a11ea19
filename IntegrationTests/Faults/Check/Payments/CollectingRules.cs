namespace DichVuCong.Faults.Check.Payments;

/// <summary>What a bank took and we acknowledged counts, once, and with its own amount; what nobody took counts nowhere.</summary>
internal static class CollectingRules
{
    public static IEnumerable<Finding> Check(PaymentRecords records)
    {
        foreach (var bank in records.Evidence.Banks)
        {
            foreach (var payment in bank.Payments.Where(payment => payment.IsAcknowledged))
            {
                if (Effect(records, bank, payment) is { } finding) yield return finding;
            }
        }

        foreach (var finding in records.Evidence.Orders.Values.SelectMany(order => Counted(records, order))) yield return finding;
    }

    private static Finding? Effect(PaymentRecords records, BankOrder bank, BankPayment payment)
    {
        var what = $"{bank.Bank} took {payment.Amount} as {payment.No}, was told that we have it,";
        if (!records.Evidence.Orders.TryGetValue(bank.Reference, out var order)) return Lost("and the order is not known");
        if (records.Evidence.AtOperator.Contains(bank.Reference)) return null;
        if (!order.Payments.Any(shown => Is(shown, bank.Bank, payment))) return Lost("and the order does not show it");
        var goesBack = order.Refunds.Any(refund => refund.Partner == bank.Bank && refund.No == payment.No && refund.Stands);
        return order.IsPaid || order.State == "refunded" || goesBack || records.IsDiffering(bank.Reference)
            ? null
            : Lost($"and it neither pays the order ({order.State}) nor goes back, nor is anybody told");

        Finding Lost(string how) => new(Broken.Lost, bank.Reference, $"{what} {how}");
    }

    private static IEnumerable<Finding> Counted(PaymentRecords records, ShownOrder order)
    {
        foreach (var same in order.Payments.GroupBy(payment => (payment.Partner, payment.No)).Where(group => group.Count() > 1))
        {
            yield return new Finding(Broken.Doubled, order.Reference, $"{same.Key.Partner}'s {same.Key.No} counts {same.Count()} times");
        }

        foreach (var payment in order.Payments)
        {
            var atBank = records.Banks[order.Reference].Where(bank => bank.Bank == payment.Partner)
                .SelectMany(bank => bank.Payments).FirstOrDefault(made => Is(payment, payment.Partner, made));
            if (atBank is null)
            {
                yield return new Finding(
                    Broken.Doubled, order.Reference, $"{payment.Amount} counts as paid at {payment.Partner} ({payment.No}), which has no such payment");
            }
            else if (payment.Amount > atBank.Amount)
            {
                yield return new Finding(
                    Broken.Doubled, order.Reference, $"{payment.Amount} counts of {payment.No}, {payment.Partner} took {atBank.Amount}");
            }
            else if (payment.Amount < atBank.Amount && payment.Amount != atBank.Told)
                yield return new Finding(
                    Broken.Lost, order.Reference, $"{payment.Amount} counts of {payment.No}, {payment.Partner} took {atBank.Amount}");
        }

        var taken = records.CollectedAtBanks(order.Reference);
        if (order.IsPaid && taken < order.Amount)
        {
            yield return new Finding(Broken.Doubled, order.Reference, $"it counts as paid with {order.Amount}, the banks took {taken}");
        }
    }

    private static bool Is(ShownPayment shown, string partner, BankPayment payment) =>
        shown.Partner == partner
        && (shown.No == payment.No || (shown.No.Length == 0 && (shown.Amount == payment.Amount || shown.Amount == payment.Told)));
}
