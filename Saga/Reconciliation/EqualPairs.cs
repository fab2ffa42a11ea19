namespace DichVuCong.Saga.Reconciliation;

/// <summary>
/// Pairs the equal amounts of a group, the likeliest first: the partner's own number, then what stands alike before what does not, and the same
/// account before one that a side does not name. Each pass is a walk along both sorted sides that moves what it leaves to their fronts.
/// </summary>
internal sealed class EqualPairs(SameAccount accounts, PartFindings findings)
{
    private delegate int RowComparison(in ReconciliationRow left, in ReconciliationRow right);

    /// <summary>Pairs them.</summary>
    /// <returns>How many are left at the front of each side.</returns>
    public (int Ledger, int Statement) Pair(Span<ReconciliationRow> ledger, Span<ReconciliationRow> statement)
    {
        var left = PairNumbers(ledger, statement);
        // Where a pass without the account follows one with it, at most one side still has rows of an amount that name none, and those come first:
        // two that name accounts meet only when no pair is left to be found.
        left = Walk(ledger, statement, left, AmountStatusAccount);
        left = Walk(ledger, statement, left, AmountStatus);
        if (left is { Ledger: 0 } or { Statement: 0 }) return left;
        ledger[..left.Ledger].Sort(RowOrder.CompareByAccount);
        statement[..left.Statement].Sort(RowOrder.CompareByAccount);
        left = Walk(ledger, statement, left, AmountAccount);
        left = Walk(ledger, statement, left, Amount);
        ledger[..left.Ledger].Sort(RowOrder.Compare);
        statement[..left.Statement].Sort(RowOrder.Compare);
        return left;
    }

    /// <summary>Pairs what names the same number of the partner.</summary>
    private (int Ledger, int Statement) PairNumbers(Span<ReconciliationRow> ledger, Span<ReconciliationRow> statement)
    {
        if (!HasNumber(ledger) || !HasNumber(statement)) return (ledger.Length, statement.Length);
        ledger.Sort(RowOrder.CompareByNumber);
        statement.Sort(RowOrder.CompareByNumber);
        var left = Walk(ledger, statement, (ledger.Length, statement.Length), AmountNumber);
        ledger[..left.Ledger].Sort(RowOrder.Compare);
        statement[..left.Statement].Sort(RowOrder.Compare);
        return left;
    }

    private static bool HasNumber(ReadOnlySpan<ReconciliationRow> rows)
    {
        foreach (ref readonly var row in rows)
        {
            if (row.Number != 0) return true;
        }

        return false;
    }

    private (int Ledger, int Statement) Walk(Span<ReconciliationRow> ledger, Span<ReconciliationRow> statement, (int Ledger, int Statement) count, RowComparison compare)
    {
        var (mine, theirs, mineLeft, theirsLeft) = (0, 0, 0, 0);
        while (mine < count.Ledger && theirs < count.Statement)
        {
            var order = compare(ledger[mine], statement[theirs]);
            if (order == 0 && accounts.MayBe(ledger[mine], statement[theirs])) findings.Pair(ledger[mine++], statement[theirs++], MatchBasis.Reference);
            else if (order <= 0) ledger[mineLeft++] = ledger[mine++];
            else statement[theirsLeft++] = statement[theirs++];
        }

        while (mine < count.Ledger) ledger[mineLeft++] = ledger[mine++];
        while (theirs < count.Statement) statement[theirsLeft++] = statement[theirs++];
        return (mineLeft, theirsLeft);
    }

    private static int AmountNumber(in ReconciliationRow left, in ReconciliationRow right)
    {
        var order = Amount(left, right);
        if (order != 0) return order;
        // No number is nobody's.
        return left.Number == 0 ? -1 : left.Number.CompareTo(right.Number);
    }

    private static int AmountStatusAccount(in ReconciliationRow left, in ReconciliationRow right)
    {
        var order = AmountStatus(left, right);
        return order != 0 ? order : left.Account.Value.CompareTo(right.Account.Value);
    }

    private static int AmountStatus(in ReconciliationRow left, in ReconciliationRow right)
    {
        var order = Amount(left, right);
        return order != 0 ? order : ((int)left.Status).CompareTo((int)right.Status);
    }

    private static int AmountAccount(in ReconciliationRow left, in ReconciliationRow right)
    {
        var order = Amount(left, right);
        return order != 0 ? order : left.Account.Value.CompareTo(right.Account.Value);
    }

    private static int Amount(in ReconciliationRow left, in ReconciliationRow right) => left.Amount.CompareTo(right.Amount);
}
