using System.Buffers;
using System.Globalization;
using System.Text;
using DichVuCong.Contracts;

namespace DichVuCong.Adapters.Email;

/// <summary>
/// Writes a mail as RFC 5322 and MIME have it: 7-bit, the text plain and as a page (RFC 2046 5.1.4), marked as made by a machine (RFC 3834).
/// </summary>
internal sealed class MailWriter(EmailSender sender, TimeProvider time, bool html = false)
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
        header.Constant("Message-ID", MessageId.Of(mail.Reference, mail.Key, sender.Domain));
        header.Constant("Auto-Submitted", "auto-generated");
        header.Constant("MIME-Version", "1.0");
        header.Constant("Content-Language", "vi");
        if (html) WriteBoth(output, header, mail);
        else WritePart(output, header, "plain", mail.Text);
    }

    /// <summary>The same text twice, the better form last. The boundary follows from the key: all attempts are the same mail.</summary>
    private static void WriteBoth(IBufferWriter<byte> output, HeaderWriter header, Mail mail)
    {
        var boundary = $"=_{mail.Key:N}";
        header.Constant("Content-Type", $"multipart/alternative; boundary=\"{boundary}\"");
        foreach (var (type, text) in new[] { ("plain", mail.Text), ("html", HtmlText.Of(mail.Subject, mail.Text)) })
        {
            output.Write(Encoding.ASCII.GetBytes($"\r\n--{boundary}\r\n"));
            WritePart(output, header, type, text);
        }

        output.Write(Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n"));
    }

    private static void WritePart(IBufferWriter<byte> output, HeaderWriter header, string type, string text)
    {
        header.Constant("Content-Type", $"text/{type}; charset=utf-8");
        header.Constant("Content-Transfer-Encoding", "base64");
        output.Write("\r\n"u8);
        BodyWriter.Write(output, text);
    }

    private static string DateOf(DateTimeOffset now) =>
        VietnamTime.Local(now).ToString("ddd, dd MMM yyyy HH:mm:ss '+0700'", CultureInfo.InvariantCulture);
}
