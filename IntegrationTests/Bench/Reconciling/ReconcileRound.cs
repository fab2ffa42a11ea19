using DichVuCong.Saga.Reconciliation;

namespace DichVuCong.Bench.Reconciling;

/// <summary>One round: what was found and what was planted, by side and class.</summary>
internal sealed record ReconcileRound(ReconciliationResult Result, long[][] Planted, TimeSpan Time, ulong Digest, long Differences, long SpilledBytes)
{
    public double RowsPerSecond => (Result.Ledger.Count + Result.Statement.Count) / Time.TotalSeconds;

    public bool IsExact => Result.Classes.All(total => (total.Ledger.Count, total.Statement.Count) == (Of(RowSide.Ledger, total), Of(RowSide.Statement, total)));

    public string Text(ClassTotal total) =>
        $"found {total.Ledger.Count}/{total.Statement.Count} planted {Of(RowSide.Ledger, total)}/{Of(RowSide.Statement, total)}";

    private long Of(RowSide side, ClassTotal total) => Planted[(int)side][(int)total.Class];
}
