using System.Collections.Concurrent;
using DichVuCong.Sandbox.Timing;

namespace DichVuCong.Sandbox.Faults;

/// <summary>A fault that is in force: its mode and how often it strikes. Which calls it strikes follows from the seed.</summary>
internal sealed class Fault(FaultMode mode, FaultRequest request, DateTimeOffset? until)
{
    private static readonly TimeSpan LongSilence = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, int> _drawn = new(StringComparer.Ordinal);
    private long _applied;

    /// <summary>What happens.</summary>
    public FaultMode Mode { get; } = mode;

    /// <summary>Its mode's kind.</summary>
    public FaultKind Kind => Mode.Kind;

    /// <summary>When it ends by itself; null for never.</summary>
    public DateTimeOffset? Until { get; } = until;

    /// <summary>As it was asked for.</summary>
    public FaultRequest Request { get; } = request;

    /// <summary>How often it struck.</summary>
    public long Applied => Interlocked.Read(ref _applied);

    /// <summary>How long it waits, or is silent.</summary>
    public TimeSpan Delay { get; } = request.DelayMs is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : mode.Kind switch
    {
        FaultKind.Slow => TimeSpan.FromSeconds(2),
        FaultKind.Lose => TimeSpan.FromSeconds(1),
        _ => LongSilence,
    };

    /// <summary>The HTTP status of its errors.</summary>
    public int Status { get; } = request.Status ?? StatusCodes.Status500InternalServerError;

    /// <summary>The seconds of its Retry-After.</summary>
    public int RetryAfter { get; } = request.RetryAfter ?? 2;

    /// <summary>Whether it strikes the next call of a key.</summary>
    public bool Strikes(long seed, string party, string key)
    {
        var drawn = _drawn.AddOrUpdate($"{party}|{key}", 0, static (_, count) => count + 1);
        var strikes = drawn < (Request.Times ?? int.MaxValue)
            && (Request.Share >= 1 || Chance.Share(seed, $"{party}|{Mode.Name}", key, drawn) < Request.Share);
        if (strikes) Interlocked.Increment(ref _applied);
        return strikes;
    }
}
