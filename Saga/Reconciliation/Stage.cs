namespace DichVuCong.Saga.Reconciliation;

/// <summary>The rules, in the order in which they are tried; what one leaves goes on to the next that may apply.</summary>
internal enum Stage
{
    /// <summary>The exact reference.</summary>
    Reference = 0,

    /// <summary>Amount, time and account.</summary>
    Near = 1,

    /// <summary>The sum of an account and day.</summary>
    Sum = 2,

    /// <summary>No rule is left.</summary>
    None = 3,
}

/// <summary>Which rule a row meets next.</summary>
/// <param name="summed">For each kind, whether the partner may book it as one sum.</param>
/// <param name="isNearPossible">Whether the bank sent any row without a reference: only such a row is matched by amount, time and account.</param>
internal sealed class StageRoute(IReadOnlyList<RowKind> summed, bool isNearPossible)
{
    private readonly uint _summed = summed.Aggregate(0U, (bits, kind) => bits | (1U << (int)kind));

    public Stage After(Stage stage, RowSide side, in ReconciliationRow row)
    {
        if (stage == Stage.Reference && isNearPossible && (side == RowSide.Ledger || row.Reference.IsNone)) return Stage.Near;
        return stage < Stage.Sum && (_summed & (1U << (int)row.Kind)) != 0 ? Stage.Sum : Stage.None;
    }
}
