namespace DichVuCong.Saga.Reconciliation;

/// <summary>
/// Where the parts of a run wait until they are matched: in memory, or in files beyond a budget. Several threads append to it at the same time; a
/// bucket is read and released by one, after everything was appended to it.
/// </summary>
public interface IRowStore
{
    /// <summary>Makes room for so many buckets, all empty.</summary>
    void Prepare(int buckets);

    /// <summary>Adds rows to a bucket.</summary>
    void Append(int bucket, ReadOnlySpan<ReconciliationRow> rows);

    /// <summary>How many rows a bucket has.</summary>
    long Count(int bucket);

    /// <summary>Copies all rows of a bucket.</summary>
    void Read(int bucket, Span<ReconciliationRow> rows);

    /// <summary>Gives back what a bucket occupies.</summary>
    void Release(int bucket);
}
