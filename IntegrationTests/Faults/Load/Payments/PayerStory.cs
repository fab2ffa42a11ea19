namespace DichVuCong.Faults.Load.Payments;

/// <summary>What is done about an order.</summary>
internal enum PayerStory
{
    /// <summary>A payer goes to the partner's page, or scans its code; the Sandbox draws what he does there.</summary>
    Usual,

    /// <summary>He pays, and pays again by a transfer that he types himself.</summary>
    Again,

    /// <summary>He pays at two partners at once.</summary>
    Both,

    /// <summary>One đồng is missing of what he types; then he pays properly.</summary>
    Short,

    /// <summary>He types more than is due.</summary>
    Excess,

    /// <summary>The agency takes the obligation back, and he pays all the same.</summary>
    AfterCancelling,

    /// <summary>He pays after the time to pay is over.</summary>
    Late,

    /// <summary>He pays, and the agency decides that some or all of it goes back.</summary>
    Refunded,

    /// <summary>Nobody pays.</summary>
    Nobody,
}

/// <summary>How often which story is told, as data.</summary>
internal static class PayerStories
{
    private static readonly (PayerStory Story, int Weight)[] Weights =
    [
        (PayerStory.Usual, 52), (PayerStory.Again, 10), (PayerStory.Both, 6), (PayerStory.Short, 5), (PayerStory.Excess, 5),
        (PayerStory.AfterCancelling, 6), (PayerStory.Late, 5), (PayerStory.Refunded, 9), (PayerStory.Nobody, 2),
    ];

    /// <summary>Draws one.</summary>
    public static PayerStory Draw(Random random)
    {
        var drawn = random.Next(Weights.Sum(entry => entry.Weight));
        foreach (var (story, weight) in Weights)
        {
            drawn -= weight;
            if (drawn < 0) return story;
        }

        throw new System.Diagnostics.UnreachableException();
    }
}
