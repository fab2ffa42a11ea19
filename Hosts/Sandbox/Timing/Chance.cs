namespace DichVuCong.Sandbox.Timing;

/// <summary>
/// Chance that can be had again: a number that follows from the seed, a key and what it is drawn for, whatever happened in between and in
/// which order.
/// </summary>
internal static class Chance
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>A number that is as good as random.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="purpose">What it is drawn for, so that draws for one key are independent.</param>
    /// <param name="key">The key, such as a dossier's code.</param>
    /// <param name="ordinal">Which draw for the key.</param>
    public static ulong Number(long seed, string purpose, string key, int ordinal = 0)
    {
        var hash = Basis ^ (ulong)seed;
        hash = Add(hash, purpose);
        hash = Add(hash * Prime, key);
        return Mix(hash + ((ulong)ordinal * 0x9E3779B97F4A7C15));
    }

    /// <summary>A number from 0 up to, not including, 1.</summary>
    public static double Share(long seed, string purpose, string key, int ordinal = 0) =>
        (Number(seed, purpose, key, ordinal) >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number of a range, both ends included.</summary>
    public static int Between(int least, int most, long seed, string purpose, string key, int ordinal = 0) =>
        least + (int)(Number(seed, purpose, key, ordinal) % (ulong)(most - least + 1));

    private static ulong Add(ulong hash, string text)
    {
        foreach (var character in text) hash = (hash ^ character) * Prime;
        return hash;
    }

    private static ulong Mix(ulong number)
    {
        number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9;
        number = (number ^ (number >> 27)) * 0x94D049BB133111EB;
        return number ^ (number >> 31);
    }
}
