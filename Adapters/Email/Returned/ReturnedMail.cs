using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;

namespace DichVuCong.Adapters.Email;

/// <summary>
/// Reads a delivery status notification (RFC 3464): which notice it is about, by the Message-ID of the mail that comes back with it, and what became
/// of it. Its free texts hold addresses, so that only its codes are kept.
/// </summary>
public static class ReturnedMail
{
    /// <summary>Status codes by their beginning, and what they mean; the first that fits counts (RFC 3463).</summary>
    private static readonly (string Status, string Reason)[] Reasons =
    [
        ("5.1.", "the mailbox does not exist"),
        ("5.2.2", "the mailbox is full"),
        ("5.2.", "the mailbox takes no mail"),
        ("5.3.", "the recipient's mail system refuses the mail"),
        ("5.4.", "the recipient's mail system cannot be reached"),
        ("5.6.", "the recipient's mail system refuses the content"),
        ("5.7.", "the recipient's mail system refuses our mails"),
        ("4.", "the recipient's mail system did not take it in days"),
    ];

    /// <summary>Reads a mail of the mailbox for returned mails.</summary>
    /// <returns>What the saga is told; null when it is no such notification, is about no notice of ours, or says that it is still tried.</returns>
    public static DeliveryTold? Read(ReadOnlyMemory<byte> mail)
    {
        var entity = MimeEntity.Read(mail.Span);
        if (entity.Type != "multipart/report" || !string.Equals(entity.Parameter("report-type"), "delivery-status", StringComparison.OrdinalIgnoreCase)) return null;
        var parts = entity.Parts().ToList();
        if (parts.Find(part => part.Type is "message/delivery-status" or "message/global-delivery-status") is not { } status) return null;
        return MessageIdIn(parts) is { } id && MessageId.TryRead(id, out var dossier, out var occasion) && Verdict(status.Body) is var (state, reason)
            ? new DeliveryTold(dossier, occasion, NoticeChannels.Email, state, reason)
            : null;
    }

    /// <summary>The Message-ID of the mail that came back, whole or only its header.</summary>
    private static string? MessageIdIn(List<MimeEntity> parts) => parts
        .Where(part => part.Type is "message/rfc822" or "message/global" or "text/rfc822-headers" or "message/global-headers")
        .Select(part => MimeEntity.Read(part.Body)["Message-ID"])
        .FirstOrDefault(id => id is not null);

    /// <summary>A notification has a group of fields for the mail, then one for each recipient; ours have one recipient.</summary>
    private static (NoticeState State, string? Reason)? Verdict(string status)
    {
        foreach (var group in status.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = MimeEntity.Read(group.Trim('\n') + "\n\n");
            switch (fields["Action"]?.ToLowerInvariant())
            {
                case "failed":
                    return (NoticeState.Failed, ReasonOf(fields["Status"]));
                case "delivered":
                    return (NoticeState.Delivered, null);
            }
        }

        return null;
    }

    private static string ReasonOf(string? status)
    {
        var code = status?.Split(' ')[0] ?? "";
        var isCode = code.Length is >= 5 and <= 11 && code.All(character => char.IsAsciiDigit(character) || character == '.');
        var reason = Array.Find(Reasons, row => code.StartsWith(row.Status, StringComparison.Ordinal)).Reason ?? "the mail came back";
        return isCode ? $"{reason} ({code})" : reason;
    }
}
