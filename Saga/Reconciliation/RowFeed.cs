using System.Buffers;

namespace DichVuCong.Saga.Reconciliation;

/// <summary>
/// Takes the rows of one side and scatters them over the parts by the hash of their reference. Several feeds may be open at the same time, each used
/// by one thread; the run begins when all are disposed.
/// </summary>
public sealed class RowFeed : IDisposable
{
    private const int Buffered = 32;
    private readonly RowSide _side;
    private readonly RowScatter _scatter;
    private readonly Action<Tally, long> _done;
    private readonly ReconciliationRow[] _buffer;
    private readonly int[] _filled;
    private Tally _given;
    private long _withoutReference;

    internal RowFeed(RowSide side, RowScatter scatter, int partitions, Action<Tally, long> done)
    {
        (_side, _scatter, _done) = (side, scatter, done);
        _buffer = ArrayPool<ReconciliationRow>.Shared.Rent(partitions * Buffered);
        _filled = new int[partitions];
    }

    /// <summary>Adds rows, in any order.</summary>
    /// <exception cref="OverflowException">The rows add up to more than 64 bits hold.</exception>
    public void Add(ReadOnlySpan<ReconciliationRow> rows)
    {
        var given = _given;
        foreach (ref readonly var row in rows)
        {
            given += Tally.Of(row);
            if (row.Reference.IsNone)
            {
                _withoutReference++;
                _scatter.Put(Stage.Near, _side, row);
                continue;
            }

            var part = _scatter.PartOf(row);
            ref var filled = ref _filled[part];
            _buffer[(part * Buffered) + filled] = row;
            if (++filled == Buffered) Flush(part);
        }

        _given = given;
    }

    /// <summary>Hands over what is still buffered.</summary>
    public void Dispose()
    {
        for (var part = 0; part < _filled.Length; part++) Flush(part);
        ArrayPool<ReconciliationRow>.Shared.Return(_buffer);
        _done(_given, _withoutReference);
    }

    private void Flush(int part)
    {
        if (_filled[part] == 0) return;
        _scatter.Put(_side, part, _buffer.AsSpan(part * Buffered, _filled[part]));
        _filled[part] = 0;
    }
}
