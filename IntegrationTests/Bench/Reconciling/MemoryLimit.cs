using System.Diagnostics;

namespace DichVuCong.Bench.Reconciling;

/// <summary>
/// Bounds the process's memory: the collector refuses to grow the heap beyond its share, so that an engine that needed more would end in an
/// OutOfMemoryException, and the peak that the kernel saw is checked against the whole at the end.
/// </summary>
internal static class MemoryLimit
{
    private const long Megabyte = 1024 * 1024;
    private const double HeapShare = 0.8;

    /// <summary>
    /// The least that is enough for any number of rows (measured: with 240 MB ten million rows fail, with 256 they do not): the two parts at work with
    /// their tables, the open blocks of all parts, and what the collector has not taken back yet.
    /// </summary>
    private const int LeastMegabytes = 256;

    public static long PeakMegabytes
    {
        get
        {
            using var self = Process.GetCurrentProcess();
            return self.PeakWorkingSet64 / Megabyte;
        }
    }

    public static void Set(int megabytes)
    {
        if (megabytes < LeastMegabytes) throw new BenchOptionException($"--memory-mb is at least {LeastMegabytes}; a reconciliation cannot do with {megabytes}.");
        AppContext.SetData("GCHeapHardLimit", (ulong)(megabytes * HeapShare * Megabyte));
        GC.RefreshMemoryLimit();
        var granted = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Megabyte;
        if (granted > megabytes) throw new InvalidOperationException($"The heap's limit of {megabytes} MB was not taken: {granted} MB.");
    }
}
