using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Reconciliation;

/// <summary>How many rows, and what they add up to.</summary>
/// <param name="Count">The rows.</param>
/// <param name="Amount">Their sum.</param>
/// <param name="Print">A sum over their mixed numbers: two tallies with the same print hold the very same rows, not only as many.</param>
public readonly record struct Tally(long Count, Vnd Amount, ulong Print)
{
    /// <summary>Both together.</summary>
    /// <exception cref="OverflowException">The sum is beyond 64 bits.</exception>
    public static Tally operator +(Tally left, Tally right) =>
        new(left.Count + right.Count, left.Amount + right.Amount, unchecked(left.Print + right.Print));

    internal static Tally Of(in ReconciliationRow row) => new(1, row.Amount, RowHash.Mix((ulong)row.Id));
}
