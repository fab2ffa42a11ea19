namespace DichVuCong.Faults.Plan;

/// <summary>A way in which the Sandbox's parties misbehave.</summary>
/// <param name="Party">Which party.</param>
/// <param name="Mode">Its mode.</param>
/// <param name="Share">The share of calls that it strikes.</param>
/// <param name="DelayMs">How long it waits or is silent; null for the mode's own.</param>
internal sealed record PartnerMisdeed(string Party, string Mode, double Share, int? DelayMs = null)
{
    private const string Systems = "onestop:*";

    /// <summary>
    /// Those that are drawn. Left out: <c>no-duplicate-check</c>, since a partner that stores everything twice breaks what it declared (and a
    /// frozen sender that wakes up cannot be told from a new call); <c>refuse</c> of notices, since nothing public tells of it afterwards.
    /// </summary>
    public static IReadOnlyList<PartnerMisdeed> All { get; } =
    [
        new(Systems, "slow", 0.5, 1500), new(Systems, "server-error", 0.5), new(Systems, "server-error-after", 0.4), new(Systems, "too-many", 0.4),
        new(Systems, "timeout-before", 0.05, 32_000), new(Systems, "timeout-after", 0.05, 32_000), new(Systems, "cut-before", 0.4),
        new(Systems, "cut-after", 0.5), new(Systems, "cut-in-answer", 0.5), new(Systems, "wrong-json", 0.4), new(Systems, "doubled-json", 0.5),
        new(Systems, "int-codes", 0.5), new(Systems, "string-codes", 0.5), new(Systems, "padded-codes", 0.5), new(Systems, "success-as-error", 0.4),
        new(Systems, "exists-as-error", 0.4), new(Systems, "refuse", 0.02), new(Systems, "down", 1), new(Systems, "duplicate", 0.5),
        new(Systems, "reorder", 0.5), new(Systems, "lose", 0.5, 1500),
        new("sms", "slow", 0.5, 1500), new("sms", "server-error-after", 0.4), new("sms", "timeout-after", 0.1, 20_000), new("sms", "cut-after", 0.4),
        new("sms", "cut-in-answer", 0.4), new("sms", "down", 1),
        new("email", "server-error", 0.4), new("email", "cut-before", 0.4), new("email", "cut-after", 0.2), new("email", "down", 1),
        new("portal-files", "missing", 0.3), new("portal-files", "wrong-content", 0.3), new("portal-files", "cut-in-answer", 0.5), new("portal-files", "down", 1),
    ];
}
