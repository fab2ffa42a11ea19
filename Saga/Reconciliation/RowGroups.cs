using System.Buffers;
using System.Numerics;

namespace DichVuCong.Saga.Reconciliation;

/// <summary>
/// Groups the rows of one part by a key: a table with open addressing whose slots hold 32 bits of the hash beside the group, so that a row is only
/// read where it almost surely is the one; then the whole key is compared. Nothing is sorted, and every array is lent by a pool.
/// </summary>
internal sealed class RowGroups<TKey> : IDisposable
    where TKey : struct, IRowKey
{
    private const int TagShift = 24;
    private readonly ReconciliationRow[] _rows;
    private readonly ulong[] _slots;
    private readonly RowGroup[] _groups;
    private readonly int[] _next;
    private readonly int _mask;
    private readonly TKey _key;
    private int _count;

    /// <summary>Groups rows.</summary>
    /// <param name="key">What they have in common.</param>
    /// <param name="rows">Our rows, then the bank's.</param>
    /// <param name="ledger">How many are ours.</param>
    /// <param name="statement">How many are the bank's.</param>
    public RowGroups(TKey key, ReconciliationRow[] rows, int ledger, int statement)
    {
        (_key, _rows) = (key, rows);
        var all = ledger + statement;
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)(all + (all >> 2) + 16));
        _mask = size - 1;
        _slots = ArrayPool<ulong>.Shared.Rent(size);
        _slots.AsSpan(0, size).Clear();
        _groups = ArrayPool<RowGroup>.Shared.Rent(all + 1);
        _next = ArrayPool<int>.Shared.Rent(all + 1);
        for (var at = 0; at < ledger; at++)
        {
            ref var group = ref GroupOf(at);
            _next[at] = group.Ledger;
            group.Ledger = at;
            group.LedgerCount++;
        }

        for (var at = ledger; at < all; at++)
        {
            ref var group = ref GroupOf(at);
            _next[at] = group.Statement;
            group.Statement = at;
            group.StatementCount++;
        }
    }

    public ReadOnlySpan<RowGroup> Groups => _groups.AsSpan(0, _count);

    /// <summary>Copies a chain.</summary>
    public void Copy(int first, int count, List<ReconciliationRow> to)
    {
        to.Clear();
        for (var at = first; count > 0; count--, at = _next[at]) to.Add(_rows[at]);
    }

    public void Dispose()
    {
        ArrayPool<ulong>.Shared.Return(_slots);
        ArrayPool<RowGroup>.Shared.Return(_groups);
        ArrayPool<int>.Shared.Return(_next);
    }

    private ref RowGroup GroupOf(int at)
    {
        ref readonly var row = ref _rows[at];
        var hash = _key.Hash(row);
        var tag = (ulong)(uint)(hash >> TagShift) << 32;
        for (var slot = (int)hash & _mask; ; slot = (slot + 1) & _mask)
        {
            var held = _slots[slot];
            if (held == 0)
            {
                _slots[slot] = tag | (uint)(_count + 1);
                ref var made = ref _groups[_count++];
                made = default;
                return ref made;
            }

            if ((held & 0xFFFFFFFF00000000) != tag) continue;
            ref var group = ref _groups[(int)(uint)held - 1];
            if (_key.Same(row, _rows[group.LedgerCount > 0 ? group.Ledger : group.Statement])) return ref group;
        }
    }
}
