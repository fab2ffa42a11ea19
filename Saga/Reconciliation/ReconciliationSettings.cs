using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Reconciliation;

/// <summary>How one partner's day is matched. The result depends on nothing but these and the rows.</summary>
public sealed record ReconciliationSettings
{
    /// <summary>The partner's code; part of every difference's id.</summary>
    public required string Partner { get; init; }

    /// <summary>The bank's day that is matched.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>From this time of day on a movement belongs to the bank's next day; 24 hours when its day is the calendar's (decisions, Payments: 23:00).</summary>
    public TimeSpan CutOff { get; init; } = TimeSpan.FromHours(23);

    /// <summary>For how many days a movement after the cut-off is expected before it is missing.</summary>
    public int ExpectedLaterDays { get; init; } = 1;

    /// <summary>Up to which difference amounts are taken as the same, for a pair or for the sum of a group.</summary>
    public Vnd AmountTolerance { get; init; } = Vnd.Zero;

    /// <summary>How far apart the times of a row without reference and of its counterpart may lie, with the same amount and account.</summary>
    public TimeSpan TimeTolerance { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Whether a reference is another's when both sides name an account and the two differ. Not for a partner whose files hold something else in its
    /// place, a terminal or a transfer's number.
    /// </summary>
    public bool ComparesAccounts { get; init; } = true;

    /// <summary>The kinds that a partner may book as one sum per account and day.</summary>
    public IReadOnlyList<RowKind> SummedKinds { get; init; } = [RowKind.Settlement, RowKind.Fee];

    /// <summary>What is resolved without asking.</summary>
    public IReadOnlyList<SafeResolution> Resolutions { get; init; } = SafeResolution.Default;

    /// <summary>Into how many parts the rows are divided, a power of two: one part of both sides must fit into memory for each that is matched at a time.</summary>
    public int Partitions { get; init; } = 256;

    /// <summary>The most rows of one part. A part beyond it stops the run instead of taking memory that was not granted.</summary>
    public int RowsPerPartition { get; init; } = 4_000_000;
}
