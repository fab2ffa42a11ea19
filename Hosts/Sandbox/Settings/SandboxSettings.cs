using DichVuCong.Sandbox.Agencies.Journeys;
using DichVuCong.Sandbox.Banks.Books;

namespace DichVuCong.Sandbox.Settings;

/// <summary>What can be changed while the sandbox runs. Every default is for a newcomer's desk.</summary>
internal sealed record SandboxSettings
{
    /// <summary>What everything random follows from: the same seed and the same dossier codes make the same journeys and the same faults.</summary>
    public long Seed { get; init; } = 2026;

    /// <summary>The speed's name; <c>custom</c> when <see cref="StepMilliseconds"/> was given by itself.</summary>
    public string Speed { get; init; } = Speeds.Demo;

    /// <summary>The least and the most milliseconds between two steps of a journey.</summary>
    public IReadOnlyList<int> StepMilliseconds { get; init; } = Speeds.Named[Speeds.Demo];

    /// <summary>Dossiers that the systems take in at their own counters in a second, all systems together.</summary>
    public double CounterDossiersPerSecond { get; init; } = 0.1;

    /// <summary>The share of pushed dossiers whose files are fetched and checked.</summary>
    public double FileCheckShare { get; init; } = 0.05;

    /// <summary>How often each journey is taken, by its name: weights, not per cent.</summary>
    public IReadOnlyDictionary<string, int> Journeys { get; init; } = JourneyTable.DefaultWeights;

    /// <summary>How many dossiers are remembered; beyond it the oldest finished ones are forgotten.</summary>
    public int MaxDossiers { get; init; } = 1_000_000;

    /// <summary>How many notices are remembered; beyond it the oldest are forgotten.</summary>
    public int MaxNotices { get; init; } = 2_000_000;

    /// <summary>How long the SMS provider knows a text again that it has had.</summary>
    public int SmsDuplicateWindowSeconds { get; init; } = 86_400;

    /// <summary>How long the systems keep a session (1.2: one known client keeps it for ten minutes).</summary>
    public int SessionSeconds { get; init; } = 600;

    /// <summary>How long the systems wait for the portal's answer.</summary>
    public int CallTimeoutSeconds { get; init; } = 30;

    /// <summary>Calls to the portal that one system has out at once.</summary>
    public int CallsAtOncePerSystem { get; init; } = 4;

    /// <summary>How long after a failed call it is repeated for the first time; the wait doubles, up to a minute.</summary>
    public int FirstRetryMilliseconds { get; init; } = 500;

    /// <summary>How often payers do what, by its name: weights, not per cent.</summary>
    public IReadOnlyDictionary<string, int> Payers { get; init; } = PayerChoices.DefaultWeights;

    /// <summary>How long a documented wait of the banks is, such as the five minutes between two IPNs: 1 as documented, 0.01 a hundredth.</summary>
    public double BankTimeScale { get; init; } = 1;

    /// <summary>How many orders at banks are remembered; beyond it the oldest are forgotten.</summary>
    public int MaxPayments { get; init; } = 1_000_000;
}
