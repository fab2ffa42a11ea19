using DichVuCong.Sandbox.Timing;

namespace DichVuCong.Sandbox.Banks.Books;

/// <summary>What a payer does who opened an order.</summary>
internal enum PayerChoice : byte
{
    /// <summary>Pays.</summary>
    Pays,

    /// <summary>Tries, and fails.</summary>
    Fails,

    /// <summary>Goes away.</summary>
    Leaves,

    /// <summary>Pays after the order has expired; at a page, which is closed by then, goes away.</summary>
    Late,

    /// <summary>Pays twice; at a page, which takes one payment, once.</summary>
    Twice,
}

/// <summary>The choices by their names, and how often each is taken.</summary>
internal static class PayerChoices
{
    /// <summary>The default weights.</summary>
    public static IReadOnlyDictionary<string, int> DefaultWeights { get; } = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["pays"] = 86,
        ["fails"] = 5,
        ["leaves"] = 5,
        ["late"] = 2,
        ["twice"] = 2,
    };

    /// <summary>What the payer of an order does.</summary>
    public static PayerChoice Of(long seed, string reference, IReadOnlyDictionary<string, int> weights)
    {
        var all = weights.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToList();
        var drawn = (int)(Chance.Number(seed, "payer", reference) % (ulong)all.Sum(entry => (long)entry.Value));
        foreach (var (name, weight) in all)
        {
            drawn -= weight;
            if (drawn < 0) return Enum.Parse<PayerChoice>(name, ignoreCase: true);
        }

        throw new InvalidOperationException("The weights are not those that were summed.");
    }
}
