using System.Buffers;
using System.Globalization;
using DichVuCong.Contracts;

namespace DichVuCong.Adapters.Email;

/// <summary>Writes a mail as RFC 5322 and MIME have it: 7-bit, text/plain in UTF-8, marked as made by a machine (RFC 3834).</summary>
internal sealed class MailWriter(EmailSender sender, TimeProvider time)
{
    /// <summary>Writes the mail.</summary>
    public void Write(IBufferWriter<byte> output, Mail mail)
    {
        var header = new HeaderWriter(output);
        header.Constant("Date", DateOf(time.GetUtcNow()));
        header.Mailbox("From", sender.FromName, sender.From);
        if (sender.ReplyTo is { } replyTo) header.Mailbox("Reply-To", owner: null, replyTo);
        header.Mailbox("To", mail.Name?.Reveal(), mail.To);
        header.Text("Subject", mail.Subject);
        header.Constant("Message-ID", $"<{mail.Key:N}@{sender.Domain}>");
        header.Constant("Auto-Submitted", "auto-generated");
        header.Constant("MIME-Version", "1.0");
        header.Constant("Content-Language", "vi");
        header.Constant("Content-Type", "text/plain; charset=utf-8");
        header.Constant("Content-Transfer-Encoding", "base64");
        output.Write("\r\n"u8);
        BodyWriter.Write(output, mail.Text);
    }

    private static string DateOf(DateTimeOffset now) =>
        VietnamTime.Local(now).ToString("ddd, dd MMM yyyy HH:mm:ss '+0700'", CultureInfo.InvariantCulture);
}
