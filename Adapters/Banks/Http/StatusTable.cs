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

/// <summary>
/// The meanings of HTTP statuses: the first row that fits counts, and what fits none is unknown. So are redirects, which are not followed and
/// which many applications send once they have done what was asked, and 503, which gateways also say of a partner that has the whole call.
/// </summary>
internal static class StatusTable
{
    private static readonly (int From, int To, StatusMeaning Meaning)[] Rows =
    [
        (200, 299, StatusMeaning.AskTheBody),
        (408, 408, StatusMeaning.Unknown), // Proxies also say so of a partner that is slow to answer.
        (409, 409, StatusMeaning.Unknown), // A conflict with a call of before, which may have been done.
        (425, 425, StatusMeaning.Unknown), // Told of a call that may be a repeat.
        (429, 429, StatusMeaning.Later),
        (400, 499, StatusMeaning.Configuration),
    ];

    /// <summary>The meaning of a status.</summary>
    /// <param name="status">The status.</param>
    public static StatusMeaning Of(int status)
    {
        foreach (var (from, to, meaning) in Rows)
        {
            if (status >= from && status <= to) return meaning;
        }

        return StatusMeaning.Unknown;
    }
}
