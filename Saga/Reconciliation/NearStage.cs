using System.Runtime.InteropServices;

namespace DichVuCong.Saga.Reconciliation;

/// <summary>
/// A bank's row without a reference: the same amount and account, and times close together. Only where each of the two is the other's one and only
/// candidate; fees are the same for many people, and a guess would hide two differences in one match.
/// </summary>
internal sealed class NearStage(TimeSpan tolerance, PartFindings findings) : IStage<ByAmountAndAccount>
{
    private readonly long _seconds = (long)tolerance.TotalSeconds;
    private readonly List<ReconciliationRow> _ledger = [];
    private readonly List<ReconciliationRow> _statement = [];
    private readonly List<ReconciliationRow> _left = [];

    public ByAmountAndAccount Key => default;

    public void Match(RowGroups<ByAmountAndAccount> groups, RowGroup group, ReconciliationRow[] rows)
    {
        groups.Copy(group.Ledger, group.LedgerCount, _ledger);
        groups.Copy(group.Statement, group.StatementCount, _statement);
        _ledger.Sort(RowOrder.CompareTime);
        _statement.Sort(RowOrder.CompareTime);
        Leave(RowSide.Ledger, _ledger, _statement, isPairedHere: true);
        Leave(RowSide.Statement, _statement, _ledger, isPairedHere: false);
    }

    /// <summary>Goes over one side; a pair is found from both sides and told from one.</summary>
    private void Leave(RowSide side, List<ReconciliationRow> own, List<ReconciliationRow> others, bool isPairedHere)
    {
        _left.Clear();
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(own))
        {
            var other = OnlyNear(row, others);
            if (other < 0 || OnlyNear(others[other], own) < 0) _left.Add(row);
            else if (isPairedHere) findings.Pair(row, others[other], MatchBasis.AmountTimeAccount);
        }

        findings.Leave(Stage.Near, side, RowOrder.Sort(_left));
    }

    /// <summary>The one row that is near; -1 when there is none, or more than one.</summary>
    private int OnlyNear(in ReconciliationRow row, List<ReconciliationRow> others)
    {
        var earliest = row.Time.Value - _seconds;
        var (low, high) = (0, others.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (others[middle].Time.Value < earliest) low = middle + 1;
            else high = middle;
        }

        return IsNear(row, others, low) && !IsNear(row, others, low + 1) ? low : -1;
    }

    private bool IsNear(in ReconciliationRow row, List<ReconciliationRow> others, int at) => at < others.Count && others[at].Time.Value <= row.Time.Value + _seconds;
}
