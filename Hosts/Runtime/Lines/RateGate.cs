namespace DichVuCong.Runtime.Lines;

/// <summary>Lets through a number of calls a second on average, with bursts of up to one second's worth.</summary>
internal sealed class RateGate(double? callsPerSecond)
{
    private double _tokens = Math.Max(1, callsPerSecond ?? 1);
    private DateTimeOffset? _last;

    /// <summary>Takes a token if there is one.</summary>
    public bool TryPass(DateTimeOffset now)
    {
        if (callsPerSecond is not { } rate) return true;
        if (_last is { } last && now > last) _tokens = Math.Min(Math.Max(1, rate), _tokens + ((now - last).TotalSeconds * rate));
        _last = now;
        if (_tokens < 1) return false;
        _tokens--;
        return true;
    }
}
