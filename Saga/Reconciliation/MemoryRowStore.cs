using System.Buffers;

namespace DichVuCong.Saga.Reconciliation;

/// <summary>Keeps the parts in memory, in blocks that are lent by a pool.</summary>
public sealed class MemoryRowStore : IRowStore
{
    private const int BlockRows = 1024;
    private Bucket[] _buckets = [];

    /// <inheritdoc/>
    public void Prepare(int buckets) => _buckets = [.. Enumerable.Range(0, buckets).Select(_ => new Bucket())];

    /// <inheritdoc/>
    public void Append(int bucket, ReadOnlySpan<ReconciliationRow> rows)
    {
        var to = _buckets[bucket];
        lock (to.Blocks)
        {
            while (!rows.IsEmpty)
            {
                var used = (int)(to.Count % BlockRows);
                if (used == 0) to.Blocks.Add(ArrayPool<ReconciliationRow>.Shared.Rent(BlockRows));
                var taken = rows[..Math.Min(rows.Length, BlockRows - used)];
                taken.CopyTo(to.Blocks[^1].AsSpan(used));
                to.Count += taken.Length;
                rows = rows[taken.Length..];
            }
        }
    }

    /// <inheritdoc/>
    public long Count(int bucket) => _buckets[bucket].Count;

    /// <inheritdoc/>
    public void Read(int bucket, Span<ReconciliationRow> rows)
    {
        var left = (int)_buckets[bucket].Count;
        foreach (var block in _buckets[bucket].Blocks)
        {
            var taken = Math.Min(left, BlockRows);
            block.AsSpan(0, taken).CopyTo(rows);
            rows = rows[taken..];
            left -= taken;
        }
    }

    /// <inheritdoc/>
    public void Release(int bucket)
    {
        foreach (var block in _buckets[bucket].Blocks) ArrayPool<ReconciliationRow>.Shared.Return(block);
        _buckets[bucket] = new Bucket();
    }

    private sealed class Bucket
    {
        public List<ReconciliationRow[]> Blocks { get; } = [];

        public long Count { get; set; }
    }
}
