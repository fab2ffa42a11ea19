namespace DichVuCong.Saga.Reconciliation;

/// <summary>By which rule rows were matched.</summary>
public enum MatchBasis : byte
{
    /// <summary>One row each, with the same reference.</summary>
    Reference = 1,

    /// <summary>The same reference, several rows on one side that add up to the one of the other.</summary>
    ReferenceSum = 2,

    /// <summary>No reference: the same amount and account, times close together, and no other candidate.</summary>
    AmountTimeAccount = 3,

    /// <summary>No common reference: the rows of an account and day add up to the one row of the other side.</summary>
    AccountDaySum = 4,
}

/// <summary>One row of ours and one of the bank's that belong together; a sum is told as several of them.</summary>
/// <param name="Ledger">The number of our row.</param>
/// <param name="Statement">The number of the bank's.</param>
/// <param name="Basis">By which rule.</param>
public readonly record struct MatchedRows(long Ledger, long Statement, MatchBasis Basis);
