namespace DichVuCong.Messaging;

/// <summary>What one partner can bear. One sick partner starves nobody: each has its own line with its own limits.</summary>
/// <param name="Concurrency">Calls out at once; never two of the same key.</param>
/// <param name="CallsPerSecond">Calls started in a second, on average; null for no limit.</param>
/// <param name="CallTimeout">How long a call may take before its outcome is unknown.</param>
/// <param name="MaxAttempts">Failed attempts at one command before it is parked.</param>
/// <param name="GiveUpAfter">Age of a command at which its next failure parks it, whatever the number of attempts.</param>
/// <param name="FirstRetryAfter">Back-off after the first failure; it doubles, with jitter.</param>
/// <param name="LongestRetryAfter">The longest back-off.</param>
/// <param name="CircuitOpensAfter">Failures in a row, over all keys, that open the circuit.</param>
/// <param name="CircuitStaysOpen">How long the circuit stays open before one call probes the partner.</param>
public sealed record LineLimits(
    int Concurrency,
    double? CallsPerSecond,
    TimeSpan CallTimeout,
    int MaxAttempts,
    TimeSpan GiveUpAfter,
    TimeSpan FirstRetryAfter,
    TimeSpan LongestRetryAfter,
    int CircuitOpensAfter,
    TimeSpan CircuitStaysOpen)
{
    /// <summary>The limits of a partner about which nothing else is known.</summary>
    public static LineLimits Default { get; } = new(
        Concurrency: 16,
        CallsPerSecond: null,
        CallTimeout: TimeSpan.FromSeconds(30),
        MaxAttempts: 50,
        GiveUpAfter: TimeSpan.FromDays(3),
        FirstRetryAfter: TimeSpan.FromSeconds(1),
        LongestRetryAfter: TimeSpan.FromMinutes(5),
        CircuitOpensAfter: 10,
        CircuitStaysOpen: TimeSpan.FromSeconds(5));
}
