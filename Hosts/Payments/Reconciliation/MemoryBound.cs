using System.Numerics;
using System.Runtime.CompilerServices;
using DichVuCong.Saga.Reconciliation;

namespace DichVuCong.Payments.Reconciliation;

/// <summary>How much a run may have in memory at a time.</summary>
internal static class MemoryBound
{
    private const int RowsPerUsualPart = 65_536;
    private const int FewestParts = 16;
    private const int MostParts = 4096;
    private const long Megabyte = 1024 * 1024;

    /// <summary>A third for what waits; the rest is for the part at work, its tables, and what the collector has not taken back yet.</summary>
    public static long StoreBytes(int memoryMegabytes) => memoryMegabytes * Megabyte / 3;

    /// <summary>Into how many parts so many rows are divided. The result does not depend on it.</summary>
    public static int PartsFor(long rows) =>
        (int)Math.Clamp(BitOperations.RoundUpToPowerOf2((ulong)Math.Max(1, rows / RowsPerUsualPart)), FewestParts, MostParts);

    /// <summary>The most rows of a part: with its tables it takes some three times its rows.</summary>
    public static int RowsPerPart(int memoryMegabytes) => (int)Math.Min(int.MaxValue, StoreBytes(memoryMegabytes) / (3 * Unsafe.SizeOf<ReconciliationRow>()));
}
