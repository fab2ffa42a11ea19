using DichVuCong.Contracts.Payments;
using DichVuCong.Saga;
using DichVuCong.Saga.Payments;
using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Invariants;

namespace DichVuCong.Simulation.Partners.Banks;

/// <summary>What must hold of the money: the banks' books, our ledger and the sagas tell the same.</summary>
internal static class PaymentInvariants
{
    public static IEnumerable<Invariant> All(ModelledBanks banks) =>
    [
        new(
            "money-is-conserved",
            "Collected = settled + refunded + open, for each payment and for each partner and day, and no entry stands twice.",
            world => LedgerInvariant.Breaches(world.Payments.Ledger)),
        new(
            "the-books-agree",
            "What a bank has in its books as paid, taken back and refunded is what our ledger says of it, unless that bank lied.",
            world => banks.Books.Payments.Where(payment => IsTrue(world, banks, payment)).SelectMany(payment => Disagreements(world, banks, payment))),
        new(
            "no-refund-twice",
            "No refund is made twice, and never more goes back than was paid.",
            _ => from payment in banks.Books.Payments
                 let made = payment.Refunds.Where(refund => banks.StageOf(refund) != BookedStage.Rejected).ToList()
                 where made.Sum(refund => refund.Amount) > payment.Amount || made.DistinctBy(refund => refund.Number).Count() < made.Count
                 select $"{payment.Bank} gave back {made.Count} times of payment {payment.Number} of {payment.Reference}"),
        new(
            "accepted-callbacks-have-their-effect",
            "A payment whose callback was answered as taken is known to its order.",
            world => from told in banks.Books.Accepted
                     where told.Result == PaymentResult.Paid && OrderOf(world, told.Reference) is { } order && order.Find(told.Bank, told.Number) is null
                     select $"payment {told.Number} of {told.Reference} was taken and is not known"),
        new(
            "no-order-is-stuck",
            "When time is over no order is open, pending or unknown, and money that a partner still holds is on its way back, or a difference.",
            world => OrdersOf(world).SelectMany(order => Stuck(world, order))),
        new(
            "one-state-of-an-order",
            "Saga, registry and obligation agree on each order, and an obligation is paid when all of its orders are.",
            world => OrdersOf(world).Where(order => world.Payments.StateOf(order.Reference) != order.State)
                .Select(order => $"the registry shows {order.Reference} otherwise than as {order.State}")
                .Concat(ObligationsOf(world).SelectMany(obligation => Divided(world, obligation)))),
    ];

    /// <summary>The orders' sagas.</summary>
    public static IEnumerable<OrderData> OrdersOf(World world) => world.Tables.SagasById.Values.Select(saga => saga.State).OfType<OrderData>();

    /// <summary>An order's saga; null while there is none.</summary>
    public static OrderData? OrderOf(World world, PaymentReference reference) =>
        world.Tables.Sagas.GetValueOrDefault((world.Vocabulary.Endpoint(PaymentEndpoints.Orders), reference.Value))?.State as OrderData;

    private static IEnumerable<ObligationData> ObligationsOf(World world) => world.Tables.SagasById.Values.Select(saga => saga.State).OfType<ObligationData>();

    private static bool IsTrue(World world, ModelledBanks banks, BookedPayment payment) =>
        !banks.Books.Lies.Contains(payment.Reference) && OrderOf(world, payment.Reference) is not null;

    private static IEnumerable<string> Disagreements(World world, ModelledBanks banks, BookedPayment payment)
    {
        var entries = world.Payments.Ledger
            .Where(entry => entry.Reference == payment.Reference && entry.Partner == payment.Bank && entry.TransactionNo == payment.Number).ToList();
        var what = $"payment {payment.Number} of {payment.Reference} at {payment.Bank}";
        var (collected, reversed) = (Sum(LedgerKind.Collected), Sum(LedgerKind.Reversed));
        if (collected - reversed != (payment.IsReversed ? 0 : payment.Amount))
            yield return $"{what}: {payment.Amount}, reversed {payment.IsReversed}, and the ledger has {collected} - {reversed}";
        var refunded = payment.Refunds.Where(refund => banks.StageOf(refund) == BookedStage.Done).Sum(refund => refund.Amount);
        if (refunded != Sum(LedgerKind.Refunded)) yield return $"{what}: {refunded} went back, and the ledger has {Sum(LedgerKind.Refunded)}";
        var order = OrderOf(world, payment.Reference)!;
        if (order.Differences.Count == 0 && payment.Settled != Sum(LedgerKind.Settled))
            yield return $"{what}: {payment.Settled} passed on, and the ledger has {Sum(LedgerKind.Settled)}";

        long Sum(LedgerKind kind) => entries.Where(entry => entry.Kind == kind).Sum(entry => entry.Amount.Amount);
    }

    private static IEnumerable<string> Stuck(World world, OrderData order)
    {
        if (order.State is OrderState.Open or OrderState.Pending or OrderState.Unknown) yield return $"{order.Reference} is still {order.State}";
        if (order.Differences.Count > 0 || order.Refunds.Any(refund => refund.IsLive)) yield break;
        foreach (var (place, open) in LedgerInvariant.OpenOf(world.Payments.Ledger.Where(entry => entry.Reference == order.Reference)))
        {
            yield return $"{open.ToWire()} of payment {place.Transaction} of {order.Reference} is held, and nobody looks for it";
        }
    }

    private static IEnumerable<string> Divided(World world, ObligationData obligation)
    {
        foreach (var standing in obligation.Orders)
        {
            if (OrderOf(world, standing.Reference) is { } order && order.State != standing.State)
                yield return $"{obligation.Obligation} sees {order.Reference} as {standing.State}, which is {order.State}";
        }

        var isPaid = obligation.Orders.All(order => order.IsPaid);
        if (isPaid != (obligation.State is ObligationState.Paid or ObligationState.Settled))
            yield return $"{obligation.Obligation} is {obligation.State} and {(isPaid ? "all" : "not all")} of its orders are paid";
    }
}
