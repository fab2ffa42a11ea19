namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>When a provider counts as sick, and for how long.</summary>
public sealed record SmsGateSettings
{
    /// <summary>Failures in a row that close the gate. Default 3.</summary>
    public int ClosesAfter { get; init; } = 3;

    /// <summary>A call that takes longer counts as a failure, whatever comes of it. Default 2 seconds.</summary>
    public TimeSpan SlowAfter { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long the gate stays closed before one message tries the provider again; twice as long after each failure. Default 2 seconds.</summary>
    public TimeSpan StaysClosed { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest time before another try. Default 30 seconds.</summary>
    public TimeSpan LongestClosed { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What is wrong with the settings, each naming its field; empty when nothing is.</summary>
    public IReadOnlyList<string> Validate() =>
    [
        .. ClosesAfter < 1 ? ["Gate.ClosesAfter must be at least 1."] : Array.Empty<string>(),
        .. SlowAfter <= TimeSpan.Zero ? ["Gate.SlowAfter must be longer than zero."] : Array.Empty<string>(),
        .. StaysClosed <= TimeSpan.Zero ? ["Gate.StaysClosed must be longer than zero."] : Array.Empty<string>(),
        .. LongestClosed < StaysClosed ? ["Gate.LongestClosed must not be shorter than Gate.StaysClosed."] : Array.Empty<string>(),
    ];
}

/// <summary>
/// Whether new messages go to a provider. Behind a closed gate they go to the next one at once, but for one that tries whether the provider is
/// well again. What may have been taken already never passes here: it stays with its provider.
/// </summary>
internal sealed class SmsGate(SmsGateSettings settings, TimeProvider time)
{
    private readonly Lock _lock = new();
    private int _failures;
    private TimeSpan _closedFor = settings.StaysClosed;
    private DateTimeOffset? _closedUntil;
    private DateTimeOffset? _trying;
    private string _why = "";

    /// <summary>Why the gate is closed; null while it is open.</summary>
    public string? ClosedBecause
    {
        get
        {
            lock (_lock) return _closedUntil is null ? null : _why;
        }
    }

    /// <summary>Whether a new message may be sent to the provider now.</summary>
    public bool TryPass()
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            if (_closedUntil is not { } until) return true;
            // A try whose end nobody hears of must not close the gate for ever.
            if (now < until || now < _trying) return false;
            _trying = now + settings.LongestClosed;
            return true;
        }
    }

    /// <summary>The provider answered, in time.</summary>
    public void Answered(TimeSpan took)
    {
        if (took > settings.SlowAfter)
        {
            Failed("it is slow", atLeast: null);
            return;
        }

        lock (_lock)
        {
            (_failures, _closedUntil, _trying, _closedFor) = (0, null, null, settings.StaysClosed);
        }
    }

    /// <summary>The provider could not be reached, did not answer, or asks us to wait.</summary>
    /// <param name="why">Why, in English, without personal data.</param>
    /// <param name="atLeast">How long it is left alone at least; the gate then closes at once.</param>
    public void Failed(string why, TimeSpan? atLeast)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            _failures++;
            _why = why;
            // Calls that went out before the gate closed come back one after the other: they say nothing new.
            if (_closedUntil is not null && _trying is null && now < _closedUntil && atLeast is null) return;
            if (_closedUntil is null && _failures < settings.ClosesAfter && atLeast is null) return;
            if (_closedUntil is not null) _closedFor = _closedFor * 2 > settings.LongestClosed ? settings.LongestClosed : _closedFor * 2;
            var wait = atLeast > _closedFor ? atLeast.Value : _closedFor;
            (_closedUntil, _trying) = (now + wait, null);
        }
    }
}
