namespace DichVuCong.Simulation.Chance;

/// <summary>
/// Chance without a stream: what happens follows from the seed and from what it happens to, so that leaving one event out of a history does
/// not change the luck of the others. That is what lets a failing history be shrunk.
/// </summary>
internal readonly struct Fate(ulong seed)
{
    private const ulong Prime = 1099511628211UL;

    /// <summary>A number for an occasion.</summary>
    public ulong Draw(string what, long about = 0, long more = 0)
    {
        var hash = seed ^ 14695981039346656037UL;
        foreach (var letter in what) hash = (hash ^ letter) * Prime;
        return Mix(Mix(hash ^ (ulong)about) + (ulong)more);
    }

    /// <summary>Whether something that happens so many times in a hundred happens now.</summary>
    public bool Happens(int percent, string what, long about = 0, long more = 0) => (int)(Draw(what, about, more) % 100) < percent;

    /// <summary>A number from <paramref name="low"/> up to and with <paramref name="high"/>.</summary>
    public long Between(long low, long high, string what, long about = 0, long more = 0) =>
        low + (long)(Draw(what, about, more) % (ulong)(high - low + 1));

    /// <summary>A number from 0 to 1.</summary>
    public double Part(string what, long about = 0, long more = 0) => (Draw(what, about, more) >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number that stands for an id.</summary>
    public static long NumberOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        return BitConverter.ToInt64(bytes) ^ BitConverter.ToInt64(bytes[8..]);
    }

    /// <summary>SplitMix64's finisher.</summary>
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15UL;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
