using DichVuCong.Contracts.Payments;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Saga.Tests.Payments;

/// <summary>What must hold after every decision of an order.</summary>
internal static class OrderInvariants
{
    public static void Check(OrderDriver driver)
    {
        Money(driver);
        Refunds(driver);
        Clocks(driver);
        Asking(driver);
        driver.Sent<OpenInquiry>().Select(inquiry => inquiry.Difference).ShouldBeUnique();
        driver.Data.State.ShouldBe(OrderGraph.StateOf(driver.Data));
        driver.Data.Transactions.Count(transaction => transaction.Covers).ShouldBeLessThanOrEqualTo(1);
    }

    // The ledger says the same as the state, by other ways of counting.
    private static void Money(OrderDriver driver)
    {
        var (data, ledger) = (driver.Data, driver.Ledger);
        LedgerInvariant.Breaches(ledger).ShouldBeEmpty();
        ledger.Select(entry => entry.Entry).ShouldBe(Enumerable.Range(1, ledger.Count));
        var totals = LedgerInvariant.Totals(ledger);
        var row = driver.Sent<UpdateOrderRow>().Last();
        Vnd.Sum(totals.Select(total => total.Collected)).ShouldBe(row.Collected);
        Vnd.Sum(totals.Select(total => total.Refunded)).ShouldBe(row.Refunded);
        Vnd.Sum(totals.Select(total => total.Settled)).ShouldBe(row.Settled);
        driver.Unexplained.ShouldBeEmpty();
        (row.Refunded + row.Refunding <= row.Collected).ShouldBeTrue("no more goes back than came");
        foreach (var transaction in data.Transactions)
        {
            var money = data.MoneyOf(transaction);
            (money.Held >= Vnd.Zero && money.Settled >= Vnd.Zero).ShouldBeTrue($"{transaction}: {money}");
        }
    }

    // A refund is ordered once; the automatic one of a payment is its only one of that kind.
    private static void Refunds(OrderDriver driver)
    {
        driver.Refunds.Select(refund => refund.Number).ShouldBeUnique();
        driver.Data.Refunds.Where(refund => refund.Cause != RefundCause.Decision).Select(refund => refund.Transaction).ShouldBeUnique();
        driver.Data.Refunds.Where(refund => refund.Decision is not null && refund.State != RefundState.Rejected)
            .Select(refund => (refund.Decision, refund.Transaction, refund.IsOfSettled, refund.Amount)).ShouldBeUnique();
        driver.Refunds.ShouldAllBe(refund => refund.TransactionNo.Length > 0);
        driver.Sent<KeepRefund>().Where(kept => kept.State == RefundState.Done).Select(kept => kept.Number).ShouldBeUnique();
    }

    private static void Clocks(OrderDriver driver)
    {
        foreach (var clock in OrderClocks.All)
        {
            var isAwaited = clock switch
            {
                OrderClocks.Expiry => driver.Data is { IsExpired: false, IsCancelled: false } && driver.Data.Transactions.All(transaction => !transaction.Covers),
                OrderClocks.Asking => driver.Data.Attempts.Any(attempt => attempt.NextAt is not null),
                OrderClocks.Refunds => driver.Data.Refunds.Any(refund => refund.NextAt is not null),
                OrderClocks.Confirming => driver.Data.Confirming?.NextAt is not null,
                _ => driver.Data is { SettledAt: not null, Receipt: null, ReceiptWasMissed: false },
            };
            driver.Clocks.IsRunning(clock).ShouldBe(isAwaited, clock);
        }
    }

    // While money may still come by a link that was given, its partner is asked: what tells of it may be lost.
    private static void Asking(OrderDriver driver)
    {
        var rules = driver.Rules;
        foreach (var attempt in driver.Data.Attempts.Where(attempt => attempt.State is AttemptState.Pending or AttemptState.Unknown or AttemptState.Failed))
        {
            var lastLink = attempt.StartedAt > driver.Data.ExpiresAt ? attempt.StartedAt.Value : driver.Data.ExpiresAt;
            var isAsked = driver.Now < lastLink + rules.LinkLifetime && driver.Now < attempt.AskedFrom + rules.AsksOf(attempt.Partner).Until;
            if (isAsked) attempt.NextAt.ShouldNotBeNull($"{attempt}");
        }
    }
}
