namespace DichVuCong.Saga.Reconciliation;

/// <summary>What became of a row; every row of either side is in exactly one class.</summary>
public enum ResultClass : byte
{
    /// <summary>Both sides tell the same.</summary>
    Matched = 1,

    /// <summary>We have it, the bank does not.</summary>
    MissingAtBank = 2,

    /// <summary>The bank has it, we do not.</summary>
    MissingHere = 3,

    /// <summary>Both have it, with different amounts.</summary>
    AmountDiffers = 4,

    /// <summary>Both have it with the same amount, and it stands differently.</summary>
    StatusDiffers = 5,

    /// <summary>One side has it once more than the other.</summary>
    Duplicate = 6,

    /// <summary>A refund that only one side has.</summary>
    RefundUnmatched = 7,

    /// <summary>It happened after the cut-off and belongs to the bank's next day.</summary>
    ExpectedLater = 8,
}
