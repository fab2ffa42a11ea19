namespace DichVuCong.Adapters.Banks.Http;

/// <summary>What an HTTP status says about a call.</summary>
internal enum StatusMeaning : byte
{
    /// <summary>The body says what happened.</summary>
    AskTheBody,

    /// <summary>The partner asks for patience: nothing was done.</summary>
    Later,

    /// <summary>The call did not reach the operation, or not as ours: nothing was done, and the settings are wrong.</summary>
    Configuration,

    /// <summary>It may have been done.</summary>
    Unknown,
}

/// <summary>The meanings of HTTP statuses: the first row that fits counts.</summary>
internal static class StatusTable
{
    private static readonly (int From, int To, StatusMeaning Meaning)[] Rows =
    [
        (200, 299, StatusMeaning.AskTheBody),
        (300, 399, StatusMeaning.Configuration), // Redirects are not followed.
        (408, 408, StatusMeaning.Unknown), // Proxies also say so of a partner that is slow to answer.
        (429, 429, StatusMeaning.Later),
        (400, 499, StatusMeaning.Configuration),
    ];

    /// <summary>The meaning of a status.</summary>
    /// <param name="status">The status.</param>
    /// <param name="asksToWait">Whether a Retry-After came with it: a 503 with one did nothing, one without may come from behind the partner.</param>
    public static StatusMeaning Of(int status, bool asksToWait)
    {
        if (status == 503 && asksToWait) return StatusMeaning.Later;
        foreach (var (from, to, meaning) in Rows)
        {
            if (status >= from && status <= to) return meaning;
        }

        return StatusMeaning.Unknown;
    }
}
