using DichVuCong.Contracts;
using DichVuCong.Contracts.Notifications;

namespace DichVuCong.Adapters.Email;

/// <summary>
/// The Message-ID of a notice: its reference and the idempotency key, so that all attempts are the same mail, and a mail that comes back tells which
/// notice it is about without a look-up.
/// </summary>
internal static class MessageId
{
    private const char Between = '~';
    private const int KeyLength = 32;

    /// <summary>The Message-ID.</summary>
    public static string Of(string reference, Guid key, string domain) => $"<{reference}{Between}{key:N}@{domain}>";

    /// <summary>Reads a Message-ID.</summary>
    /// <returns>False when it is none of ours.</returns>
    public static bool TryRead(string? text, out DossierCode dossier, out string occasion)
    {
        (dossier, occasion) = (default, "");
        var id = text?.Trim();
        if (id is not ['<', ..] || id.IndexOf('@', StringComparison.Ordinal) is not (> 0 and var at)) return false;
        var local = id[1..at];
        var between = local.LastIndexOf(Between);
        return between > 0 && local.Length - between - 1 == KeyLength && Guid.TryParseExact(local[(between + 1)..], "N", out _)
            && NoticeReference.TryRead(local[..between], out dossier, out occasion);
    }
}
