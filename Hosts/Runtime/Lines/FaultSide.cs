using DichVuCong.Messaging;

namespace DichVuCong.Runtime.Lines;

/// <summary>
/// Whose doing a failed call is, as far as its reason tells: the adapters' words are ours, and few. What nobody can tell apart, an answer that
/// did not come in time, counts as the network's: both sides are asked about it.
/// </summary>
internal static class FaultSide
{
    public const string Us = "us";
    public const string Network = "network";
    public const string Partner = "partner";

    /// <summary>Our configuration, our registry, our process.</summary>
    private static readonly string[] Ours =
    [
        "not configured", "has no settings", "has no address", "could not be read", "is not stored", "is not in the registry", "The adapter failed", "shutting down",
        "stood still", "The owner of the line", "The database went", "credentials", "settings",
    ];

    /// <summary>There was no answer, or not a whole one.</summary>
    private static readonly string[] Networks =
    [
        "before sending", "after sending", "No answer", "no answer", "connect", "refused the connection", "name resolution", "NameResolution", "Connection", "reset", "cut", "timed out", "time-out", "timeout", "TLS",
        "SSL", "socket", "Socket", "unreachable",
    ];

    /// <summary>Whose; null when the partner answered.</summary>
    public static string? Of(OutcomeKind kind, string reason)
    {
        if (kind is not (OutcomeKind.Transient or OutcomeKind.Unknown)) return null;
        if (Says(reason, Ours)) return Us;
        return Says(reason, Networks) ? Network : Partner;
    }

    private static bool Says(string reason, string[] words) => Array.Exists(words, word => reason.Contains(word, StringComparison.Ordinal));
}
