using DichVuCong.Messaging;

namespace DichVuCong.Runtime.Lines;

/// <summary>
/// A line's circuit. Failures in a row, over all keys, open it: no call goes out, so nobody's attempts are used up. After a while one call
/// probes the partner; its success closes the circuit, its failure opens it for twice as long, up to a minute.
/// </summary>
internal sealed class Circuit(LineLimits limits)
{
    private static readonly TimeSpan LongestOpen = TimeSpan.FromMinutes(1);

    private int _failures;
    private TimeSpan _openFor = limits.CircuitStaysOpen;
    private bool _probing;

    /// <summary>Until when no call may go out; null while it is closed.</summary>
    public DateTimeOffset? OpenUntil { get; private set; }

    /// <summary>The state's name, for the operators' table.</summary>
    public string State => OpenUntil is null ? "closed" : _probing ? "half-open" : "open";

    /// <summary>Whether a call may go out now. When the circuit is half open, the caller who is told so is the probe.</summary>
    public bool TryPass(DateTimeOffset now)
    {
        if (OpenUntil is not { } until) return true;
        if (now < until || _probing) return false;
        _probing = true;
        return true;
    }

    /// <summary>A pass was not used after all.</summary>
    public void GiveBack() => _probing = false;

    /// <summary>The partner answered, whatever it said.</summary>
    public void Answered()
    {
        _failures = 0;
        _probing = false;
        OpenUntil = null;
        _openFor = limits.CircuitStaysOpen;
    }

    /// <summary>The partner could not be reached, or did not answer.</summary>
    public void Failed(DateTimeOffset now)
    {
        _failures++;
        if (_probing)
        {
            _openFor = _openFor * 2 > LongestOpen ? LongestOpen : _openFor * 2;
            Open(now);
        }
        else if (OpenUntil is null && _failures >= limits.CircuitOpensAfter)
        {
            Open(now);
        }
    }

    private void Open(DateTimeOffset now)
    {
        _probing = false;
        OpenUntil = now + _openFor;
    }
}
