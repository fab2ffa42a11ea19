namespace DichVuCong.Runtime.Journal;

/// <summary>One batch of a lane in the journal: its link of the chain and its rows.</summary>
/// <param name="Lane">The lane; minus the line for a partner's outcomes.</param>
/// <param name="Batch">The number of the batch in its lane.</param>
/// <param name="At">When; null without a link.</param>
/// <param name="Rows">How many rows the link speaks of.</param>
/// <param name="Hash">The link's hash; null for rows that no link speaks of.</param>
/// <param name="Entries">The rows, sorted by (saga, n, message).</param>
internal sealed record ChainedBatch(
    short Lane, long Batch, DateTimeOffset? At, int Rows, byte[]? Hash, IReadOnlyList<(JournalEntry Entry, short? Edge)> Entries)
{
    /// <summary>The order in which batches are written and checked.</summary>
    public (short Lane, long Batch) Place => (Lane, Batch);

    /// <summary>Whether it stands for batches that cannot be read here: its hash is taken as given.</summary>
    public bool IsGiven { get; init; }
}
