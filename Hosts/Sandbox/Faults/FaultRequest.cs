namespace DichVuCong.Sandbox.Faults;

/// <summary>The body of <c>PUT /sandbox/faults/{party}</c>.</summary>
internal sealed record FaultRequest
{
    /// <summary>The mode's name.</summary>
    public string? Mode { get; init; }

    /// <summary>The share of calls that it strikes, from 0 to 1.</summary>
    public double Share { get; init; } = 1;

    /// <summary>After how many seconds it ends by itself; null for never.</summary>
    public int? Seconds { get; init; }

    /// <summary>How many milliseconds it waits or is silent; null for the mode's own.</summary>
    public int? DelayMs { get; init; }

    /// <summary>The HTTP status of its errors; null for 500.</summary>
    public int? Status { get; init; }

    /// <summary>The seconds of Retry-After; null for 2.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>How many calls of one dossier (number, file) it looks at before it leaves that one alone; null for all.</summary>
    public int? Times { get; init; }

    /// <summary>What is wrong with the request for a kind of party; null when nothing is.</summary>
    public string? ErrorFor(FaultParties party)
    {
        if (FaultModes.Find(Mode) is not { } mode || !mode.Parties.HasFlag(party))
            return $"mode must be one of {string.Join(", ", FaultModes.NamesFor(party))}.";
        if (!(Share is >= 0 and <= 1)) return "share must be from 0 to 1.";
        if (Seconds is <= 0 or > 86_400) return "seconds must be from 1 to 86400.";
        if (DelayMs is < 0 or > 600_000) return "delayMs must be from 0 to 600000.";
        if (Status is < 500 or > 599) return "status must be from 500 to 599.";
        if (RetryAfter is < 0 or > 3600) return "retryAfter must be from 0 to 3600.";
        return Times is <= 0 ? "times must be at least 1." : null;
    }
}
