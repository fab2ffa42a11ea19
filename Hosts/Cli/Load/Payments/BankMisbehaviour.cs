namespace DichVuCong.Cli.Load.Payments;

/// <summary>The banks on a bad day: every way of misbehaving that they know, each striking its share of payments.</summary>
internal static class BankMisbehaviour
{
    private const int SilenceMs = 25_000;

    private static readonly (string Mode, double Share, int? DelayMs)[] Modes =
    [
        ("lose-callback", 0.03, null),
        ("ten-times", 0.03, null),
        ("bad-signature", 0.05, null),
        ("early", 0.05, null),
        ("amount-changed", 0.01, null),
        ("callback-amount", 0.01, null),
        ("pending-thrice", 0.02, null),
        ("refund-rejected", 0.2, null),
        ("refund-timeout", 0.1, SilenceMs),
        ("cut-after", 0.02, null),
        ("server-error", 0.01, null),
    ];

    /// <summary>The faults as <c>PUT /sandbox/faults/{party}</c> takes them.</summary>
    /// <param name="share">How much of their usual share.</param>
    public static IReadOnlyList<object> Of(double share) => share <= 0
        ? []
        : [.. Modes.Select(mode => (object)new { mode = mode.Mode, share = Math.Min(1, mode.Share * share), delayMs = mode.DelayMs })];
}
