using System.Numerics;

namespace DichVuCong.Saga.Reconciliation;

/// <summary>The numbering of buckets: one for each stage, side and part.</summary>
internal readonly struct Buckets
{
    private readonly int _partitions;
    private readonly int _shift;

    /// <summary>Numbers them.</summary>
    /// <exception cref="ArgumentException">The number is no power of two, or below two.</exception>
    public Buckets(int partitions)
    {
        if (partitions < 2 || !BitOperations.IsPow2(partitions)) throw new ArgumentException("The number of partitions must be a power of two.", nameof(partitions));
        (_partitions, _shift) = (partitions, 64 - BitOperations.Log2((uint)partitions));
    }

    public int Count => (int)Stage.None * 2 * _partitions;

    public int PartOf(ulong hash) => (int)(hash >> _shift);

    public int Of(Stage stage, RowSide side, int part) => (((((int)stage * 2) + (int)side)) * _partitions) + part;
}
