using System.Numerics;

namespace DichVuCong.Saga.WorkingTime;

/// <summary>Binary search that finds the stretch a value falls into.</summary>
internal static class SortedArray
{
    /// <summary>The index of the last element that is not above <paramref name="value"/>; -1 when all are.</summary>
    public static int LastAtMost<T>(T[] sorted, T value)
        where T : IComparisonOperators<T, T, bool>
    {
        var low = 0;
        var high = sorted.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (sorted[middle] <= value)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }
}
