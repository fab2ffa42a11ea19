using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DichVuCong.Saga.Reconciliation;
using Microsoft.Win32.SafeHandles;

namespace DichVuCong.Payments.Reconciliation;

/// <summary>
/// Keeps the rows that wait in memory up to a budget, and those beyond it in one temporary file that goes with the process. Rows hold no personal
/// data: references and accounts are keys.
/// </summary>
/// <param name="budgetBytes">What full blocks may take in memory.</param>
/// <param name="folder">Where the file goes.</param>
internal sealed class SpillingRowStore(long budgetBytes, string folder) : IRowStore, IDisposable
{
    private const int BlockRows = 256;
    private static readonly int BlockBytes = BlockRows * Unsafe.SizeOf<ReconciliationRow>();

    private readonly Stack<ReconciliationRow[]> _free = new();
    private SafeFileHandle? _file;
    private Bucket[] _buckets = [];
    private long _held;
    private long _end;

    /// <summary>What was written to the file.</summary>
    public long SpilledBytes => _end;

    public void Prepare(int buckets) => _buckets = [.. Enumerable.Range(0, buckets).Select(_ => new Bucket())];

    public void Append(int bucket, ReadOnlySpan<ReconciliationRow> rows)
    {
        var to = _buckets[bucket];
        lock (_free)
        {
            while (!rows.IsEmpty)
            {
                to.Open ??= _free.TryPop(out var free) ? free : new ReconciliationRow[BlockRows];
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
            block.AsSpan().CopyTo(rows);
            rows = rows[BlockRows..];
        }

        foreach (var offset in from.Extents)
        {
            var read = RandomAccess.Read(_file!, MemoryMarshal.AsBytes(rows[..BlockRows]), offset);
            if (read != BlockBytes) throw new IOException($"A block at {offset} has {read} of {BlockBytes} bytes.");
            rows = rows[BlockRows..];
        }

        from.Open.AsSpan(0, from.Used).CopyTo(rows);
    }

    public void Release(int bucket)
    {
        lock (_free)
        {
            var released = _buckets[bucket];
            foreach (var block in released.Blocks) _free.Push(block);
            if (released.Open is { } open) _free.Push(open);
            _held -= released.Blocks.Count;
            _buckets[bucket] = new Bucket();
        }
    }

    public void Dispose() => _file?.Dispose();

    private void Close(Bucket bucket, ReconciliationRow[] block)
    {
        bucket.Used = 0;
        if ((_held + 1) * BlockBytes <= budgetBytes)
        {
            _held++;
            bucket.Blocks.Add(block);
            bucket.Open = null;
            return;
        }

        _file ??= OpenFile();
        RandomAccess.Write(_file, MemoryMarshal.AsBytes<ReconciliationRow>(block), _end);
        bucket.Extents.Add(_end);
        _end += BlockBytes;
    }

    private SafeFileHandle OpenFile()
    {
        var path = Path.Combine(folder, $"dvc-reconcile-{Guid.NewGuid():N}");
        var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
        // A host that is killed closes nothing: where a file can lose its name while it is open, it goes with the process however that ends.
        if (!OperatingSystem.IsWindows()) File.Delete(path);
        return file;
    }

    private sealed class Bucket
    {
        public List<ReconciliationRow[]> Blocks { get; } = [];

        public List<long> Extents { get; } = [];

        public ReconciliationRow[]? Open { get; set; }

        public int Used { get; set; }
    }
}
