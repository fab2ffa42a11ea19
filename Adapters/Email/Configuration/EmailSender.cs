using DichVuCong.Contracts;

namespace DichVuCong.Adapters.Email;

/// <summary>Who sends, as the settings say it: in the header, in the envelope, and in EHLO. Our own addresses, no personal data.</summary>
/// <param name="From">The sender's address.</param>
/// <param name="FromName">The sender's name.</param>
/// <param name="ReplyTo">Where answers go; null for the sender's address.</param>
/// <param name="ReturnPath">Where mails that come back go.</param>
/// <param name="Domain">The domain of the sender's address.</param>
/// <param name="ClientName">What we call ourselves in EHLO.</param>
internal sealed record EmailSender(
    EmailAddress From, string FromName, EmailAddress? ReplyTo, EmailAddress ReturnPath, string Domain, string ClientName)
{
    /// <summary>Reads settings that were validated.</summary>
    public static EmailSender Of(EmailSettings settings)
    {
        var from = Address(settings.From);
        var domain = from.Reveal()[(from.Reveal().IndexOf('@', StringComparison.Ordinal) + 1)..];
        return new EmailSender(
            from,
            settings.FromName,
            settings.ReplyTo is { } replyTo ? Address(replyTo) : null,
            settings.ReturnPath is { } returnPath ? Address(returnPath) : from,
            domain,
            settings.ClientName ?? domain);
    }

    private static EmailAddress Address(string text) =>
        EmailAddress.TryParse(text, out var address) ? address : throw new ArgumentException("An address in the settings of e-mail is none.", nameof(text));
}
