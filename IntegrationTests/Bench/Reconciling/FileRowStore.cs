using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using DichVuCong.Saga.Reconciliation;
using Microsoft.Win32.SafeHandles;

namespace DichVuCong.Bench.Reconciling;

/// <summary>
/// Keeps full blocks in memory up to a budget and writes those beyond it to one temporary file, block after block in the order in which they fill
/// up. Only the last block of each bucket is ever open, so the writes are large and the file is read once.
/// </summary>
internal sealed class FileRowStore(long budgetBytes, string folder) : IRowStore, IDisposable
{
    private const int BlockRows = 680;
    private static readonly int BlockBytes = BlockRows * Marshal.SizeOf<ReconciliationRow>();
    private readonly ConcurrentBag<ReconciliationRow[]> _free = [];
    private readonly SafeFileHandle _file = File.OpenHandle(
        Path.Combine(folder, $"reconcile-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
    private Bucket[] _buckets = [];
    private long _held;
    private long _end;

    /// <summary>What was written to the file.</summary>
    public long SpilledBytes => Interlocked.Read(ref _end);

    public void Prepare(int buckets) => _buckets = [.. Enumerable.Range(0, buckets).Select(_ => new Bucket())];

    public void Append(int bucket, ReadOnlySpan<ReconciliationRow> rows)
    {
        var to = _buckets[bucket];
        lock (to)
        {
            while (!rows.IsEmpty)
            {
                to.Open ??= Rent();
                var taken = rows[..Math.Min(rows.Length, BlockRows - to.Used)];
                taken.CopyTo(to.Open.AsSpan(to.Used));
                to.Used += taken.Length;
                if (to.Used == BlockRows) Close(to, to.Open);
                rows = rows[taken.Length..];
            }
        }
    }

    public long Count(int bucket) => ((_buckets[bucket].Blocks.Count + (long)_buckets[bucket].Extents.Count) * BlockRows) + _buckets[bucket].Used;

    public void Read(int bucket, Span<ReconciliationRow> rows)
    {
        var from = _buckets[bucket];
        foreach (var block in from.Blocks)
        {
            block.AsSpan(0, BlockRows).CopyTo(rows);
            rows = rows[BlockRows..];
        }

        foreach (var offset in from.Extents)
        {
            var read = RandomAccess.Read(_file, MemoryMarshal.AsBytes(rows[..BlockRows]), offset);
            if (read != BlockBytes) throw new IOException($"A block at {offset} has {read} of {BlockBytes} bytes.");
            rows = rows[BlockRows..];
        }

        from.Open.AsSpan(0, from.Used).CopyTo(rows);
    }

    public void Release(int bucket)
    {
        var released = _buckets[bucket];
        foreach (var block in released.Blocks) _free.Add(block);
        if (released.Open is { } open) _free.Add(open);
        Interlocked.Add(ref _held, -released.Blocks.Count);
        _buckets[bucket] = new Bucket();
    }

    public void Dispose() => _file.Dispose();

    private void Close(Bucket bucket, ReconciliationRow[] block)
    {
        bucket.Used = 0;
        if (Interlocked.Increment(ref _held) * BlockBytes <= budgetBytes)
        {
            bucket.Blocks.Add(block);
            bucket.Open = null;
            return;
        }

        Interlocked.Decrement(ref _held);
        var offset = Interlocked.Add(ref _end, BlockBytes) - BlockBytes;
        RandomAccess.Write(_file, MemoryMarshal.AsBytes<ReconciliationRow>(block), offset);
        bucket.Extents.Add(offset);
    }

    private ReconciliationRow[] Rent() => _free.TryTake(out var block) ? block : new ReconciliationRow[BlockRows];

    private sealed class Bucket
    {
        public List<ReconciliationRow[]> Blocks { get; } = [];

        public List<long> Extents { get; } = [];

        public ReconciliationRow[]? Open { get; set; }

        public int Used { get; set; }
    }
}
