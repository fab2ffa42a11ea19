using System.Text;

namespace DichVuCong.Abuse.Tests.Mutation;

/// <summary>Chance that can be had again: the same seed, target and number throw the same on every machine.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The dice of one input.</summary>
    public static Dice Of(ulong seed, string target, long number)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var letter in Encoding.UTF8.GetBytes($"{seed}/{target}/{number}")) hash = (hash ^ letter) * 1_099_511_628_211UL;
        return new Dice(hash);
    }

    /// <summary>The next 64 bits (SplitMix64).</summary>
    public ulong Next()
    {
        var mixed = _state += 0x9E37_79B9_7F4A_7C15UL;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58_476D_1CE4_E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EBUL;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number from 0 up to, not including, <paramref name="end"/>.</summary>
    public int Below(int end) => end <= 1 ? 0 : (int)(Next() % (ulong)end);

    /// <summary>Yes, once in so many times.</summary>
    public bool OnceIn(int times) => Below(times) == 0;

    /// <summary>One of them.</summary>
    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];
}
