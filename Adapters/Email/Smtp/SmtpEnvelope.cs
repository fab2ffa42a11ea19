using System.Buffers;
using System.Globalization;
using System.Text;
using DichVuCong.Contracts;

namespace DichVuCong.Adapters.Email;

/// <summary>Who hands over, and to whom. Personal data: it never shows itself.</summary>
/// <param name="ReturnPath">Where the mail goes when it cannot be delivered.</param>
/// <param name="Recipient">The recipient.</param>
internal readonly record struct SmtpEnvelope(EmailAddress ReturnPath, EmailAddress Recipient)
{
    /// <summary>Writes MAIL, with the mail's size when the server wants to know it.</summary>
    public void WriteMailFrom(IBufferWriter<byte> output, int? size)
    {
        Write(output, "MAIL FROM:<");
        Write(output, ReturnPath.Reveal());
        Write(output, size is null ? ">\r\n" : string.Create(CultureInfo.InvariantCulture, $"> SIZE={size}\r\n"));
    }

    /// <summary>Writes RCPT.</summary>
    public void WriteRecipient(IBufferWriter<byte> output)
    {
        Write(output, "RCPT TO:<");
        Write(output, Recipient.Reveal());
        Write(output, ">\r\n");
    }

    /// <inheritdoc/>
    public override string ToString() => "SMTP envelope";

    private static void Write(IBufferWriter<byte> output, string text) =>
        output.Advance(Encoding.ASCII.GetBytes(text, output.GetSpan(text.Length)));
}
