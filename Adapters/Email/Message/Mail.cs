using DichVuCong.Contracts;

namespace DichVuCong.Adapters.Email;

/// <summary>One mail to one person. It is personal data as a whole and never shows itself.</summary>
/// <param name="Key">The idempotency key, which the Message-ID is made of: the same in all attempts.</param>
/// <param name="To">The recipient's address.</param>
/// <param name="Name">The recipient's name.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Text">The text.</param>
/// <param name="Reference">The notice, as a mail that comes back names it: a part of the Message-ID.</param>
internal sealed record Mail(Guid Key, EmailAddress To, PersonName? Name, string Subject, string Text, string Reference)
{
    /// <inheritdoc/>
    public override string ToString() => $"Mail {Key:N}";
}
