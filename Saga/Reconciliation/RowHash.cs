namespace DichVuCong.Saga.Reconciliation;

/// <summary>Spreads bits: the upper ones choose the part, the lower ones the place in a part's table.</summary>
internal static class RowHash
{
    /// <summary>The finaliser of SplitMix64: a bijection in which every bit of the input moves half of the output.</summary>
    public static ulong Mix(ulong value)
    {
        value ^= value >> 30;
        value *= 0xBF58476D1CE4E5B9;
        value ^= value >> 27;
        value *= 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    public static ulong Join(ulong first, ulong second) => Mix(first + (second * 0x9E3779B97F4A7C15));
}
