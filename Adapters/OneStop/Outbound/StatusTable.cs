using System.Collections.Frozen;

namespace DichVuCong.Adapters.OneStop.Outbound;

/// <summary>What an HTTP status says about a delivery when the body does not say that it succeeded.</summary>
internal enum StatusMeaning : byte
{
    /// <summary>The body says what happened.</summary>
    AskTheBody,

    /// <summary>The system will not take this dossier.</summary>
    Refused,

    /// <summary>The call did not reach the operation: the settings or the network are wrong, not the dossier.</summary>
    NotReached,

    /// <summary>The system asks for patience: nothing was done.</summary>
    Later,

    /// <summary>It may have been done.</summary>
    Unknown,
}

/// <summary>The meanings of HTTP statuses. Business errors come with 200 (1.3); the rest is what stands before the system.</summary>
internal static class StatusTable
{
    private static readonly FrozenDictionary<int, StatusMeaning> Known = new Dictionary<int, StatusMeaning>
    {
        [400] = StatusMeaning.Refused,
        [408] = StatusMeaning.Unknown, // Proxies also say so of a system that is slow to answer.
        [409] = StatusMeaning.Refused,
        [413] = StatusMeaning.Refused,
        [422] = StatusMeaning.Refused,
        [429] = StatusMeaning.Later,
    }.ToFrozenDictionary();

    /// <summary>The meaning of a status.</summary>
    /// <param name="status">The status.</param>
    /// <param name="asksToWait">Whether a Retry-After came with it: a 503 with one did nothing, one without may come from behind the system.</param>
    public static StatusMeaning Of(int status, bool asksToWait) =>
        Known.TryGetValue(status, out var meaning) ? meaning
        : status is >= 200 and < 300 ? StatusMeaning.AskTheBody
        : status == 503 && asksToWait ? StatusMeaning.Later
        : status >= 500 ? StatusMeaning.Unknown
        : StatusMeaning.NotReached;
}
