namespace DichVuCong.Cli.Load.Payments;

/// <summary>What a load of payments is to be.</summary>
internal sealed record PaymentPlan
{
    /// <summary>Obligations to state.</summary>
    public required int Count { get; init; }

    /// <summary>Obligations that are stated and paid at once.</summary>
    public int Concurrency { get; init; } = 64;

    /// <summary>Obligations that are begun in a second at most; null for as fast as it goes.</summary>
    public double? Rate { get; init; }

    /// <summary>The share that a ministry's system states by INIT of the payment platform.</summary>
    public double Init { get; init; } = 0.05;

    /// <summary>How much of their usual share the banks' faults have: 1 for all of it, 0 for none.</summary>
    public double Faults { get; init; } = 1;

    /// <summary>For how long a bank that is silent says nothing: longer than a call of ours waits, for time-outs.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>The same seed draws the same payments.</summary>
    public int Seed { get; init; } = 2026;

    /// <summary>How long without progress until the rest is left to the reconciliation.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);
}

/// <summary>What a payer has in mind, beside what the Sandbox's payers do by themselves.</summary>
internal enum PayerPlan
{
    /// <summary>Opens the link, or scans the code, and does what the Sandbox has him do.</summary>
    Pays,

    /// <summary>Never asks for a link.</summary>
    Never,

    /// <summary>Pays at one partner and, before that is known, at another.</summary>
    Twice,

    /// <summary>Types the transfer by himself after the order has expired.</summary>
    Late,
}

/// <summary>What is to be done about one obligation.</summary>
/// <param name="Number">Its number in the run.</param>
/// <param name="Payer">What its payer does.</param>
/// <param name="Partner">Where.</param>
/// <param name="Other">Where the second time.</param>
/// <param name="Amounts">Its lines, đồng.</param>
/// <param name="IsInit">Whether a ministry's system states it on the payment platform.</param>
internal sealed record PaymentDraw(int Number, PayerPlan Payer, string Partner, string Other, IReadOnlyList<long> Amounts, bool IsInit)
{
    /// <summary>Of a hundred payers so many never pay, pay twice, pay late.</summary>
    private const double NeverShare = 0.04;
    private const double TwiceShare = 0.03;
    private const double LateShare = 0.02;

    /// <summary>All draws of a run: they follow from the seed.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="partners">The partners, in turn.</param>
    /// <param name="typed">Those of them that take a transfer that somebody types.</param>
    public static IEnumerable<PaymentDraw> Of(PaymentPlan plan, IReadOnlyList<string> partners, IReadOnlyList<string> typed)
    {
        var random = new Random(plan.Seed);
        for (var number = 1; number <= plan.Count; number++)
        {
            var drawn = random.NextDouble();
            var isInit = random.NextDouble() < plan.Init;
            var payer = drawn < NeverShare ? PayerPlan.Never
                : drawn < NeverShare + TwiceShare && partners.Count > 1 ? PayerPlan.Twice
                // An INIT's order lives for two weeks: nobody waits for its end.
                : drawn < NeverShare + TwiceShare + LateShare && typed.Count > 0 && !isInit ? PayerPlan.Late
                : PayerPlan.Pays;
            var partner = payer == PayerPlan.Late ? typed[number % typed.Count] : partners[number % partners.Count];
            var amounts = Enumerable.Range(0, 1 + random.Next(2)).Select(_ => 1000L * random.Next(10, 500)).ToList();
            yield return new PaymentDraw(number, payer, partner, partners[(number + 1) % partners.Count], amounts, isInit);
        }
    }
}
