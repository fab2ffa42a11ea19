namespace DichVuCong.Runtime.Journal;

/// <summary>
/// Recomputes chains from batches that come in the order of (lane, batch). A batch without a link, with other rows than its link says, or behind
/// a gap is broken.
/// </summary>
internal sealed class ChainCheck
{
    private readonly Dictionary<short, ChainLink> _heads = [];
    private readonly List<(short Lane, long Batch)> _broken = [];
    private readonly bool _fromTheBeginning;

    /// <summary>Begins.</summary>
    /// <param name="fromTheBeginning">Whether every chain must begin with its first batch; otherwise the first that comes is taken as given.</param>
    public ChainCheck(bool fromTheBeginning) => _fromTheBeginning = fromTheBeginning;

    /// <summary>How many batches were checked.</summary>
    public long Checked { get; private set; }

    /// <summary>The broken ones.</summary>
    public IReadOnlyList<(short Lane, long Batch)> Broken => _broken;

    /// <summary>Where each chain stands.</summary>
    public IReadOnlyDictionary<short, ChainLink> Heads => _heads;

    /// <summary>Checks the next batch.</summary>
    public void Take(ChainedBatch batch)
    {
        if (batch.Hash is null)
        {
            _broken.Add(batch.Place);
            return;
        }

        var isKnown = _heads.TryGetValue(batch.Lane, out var before);
        if (!isKnown && (batch.Batch == 1 || _fromTheBeginning)) (before, isKnown) = (ChainLink.Genesis(batch.Lane), true);
        if (isKnown && !batch.IsGiven)
        {
            Checked++;
            var expected = before.Next([.. batch.Entries]);
            var isWhole = expected.Batch == batch.Batch && batch.Entries.Count == batch.Rows && expected.Hash.AsSpan().SequenceEqual(batch.Hash);
            if (!isWhole) _broken.Add(batch.Place);
        }

        _heads[batch.Lane] = new ChainLink(batch.Batch, batch.Hash);
    }

    /// <summary>Checks that a chain goes on at least to where it is known to stand: the last batches may be missing too.</summary>
    public void MustReach(short lane, ChainLink end)
    {
        if (end.Batch == 0) return;
        if (!_heads.TryGetValue(lane, out var head) ? _fromTheBeginning : head.Batch < end.Batch || (head.Batch == end.Batch && !head.Hash.AsSpan().SequenceEqual(end.Hash)))
        {
            _broken.Add((lane, end.Batch));
        }
    }
}
