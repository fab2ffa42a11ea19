using System.Buffers;
using System.Text;
using DichVuCong.Adapters.Email;
using DichVuCong.Notices.Tests.Doubles;

namespace DichVuCong.Notices.Tests.Email;

internal sealed class When_writing_a_page
{
    private const string Text = "Kính gửi <b>An</b> & \"Bình\",\n\nHồ sơ đã xong.\nDòng hai.\n\nHết.";

    [Test]
    public void Should_write_the_same_text_plain_first_and_as_a_page_last()
    {
        var parts = PartsOf(Write(Guid.Parse("019aa4f0-1111-8222-8333-444455556666")));

        parts.Select(part => part.Header).ShouldBe([
            "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64",
            "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64",
        ]);
        parts[0].Text.ShouldBe(Text.ReplaceLineEndings("\r\n"));
        foreach (var paragraph in new[] { "<p>K&#237;nh gửi &lt;b&gt;An&lt;/b&gt; &amp; &quot;B&#236;nh&quot;,</p>", "Hồ sơ đ&#227; xong.<br>", "<p>Hết.</p>", "<title>Hồ sơ</title>" })
        {
            parts[1].Text.ShouldContain(paragraph);
        }

        parts[1].Text.ShouldNotContain("<b>", Case.Sensitive, "what a name contains is never a tag");
    }

    [Test]
    public void Should_write_the_same_mail_in_every_attempt() => Write(Guid.Empty).ShouldBe(Write(Guid.Empty));

    private static string Write(Guid key)
    {
        var output = new ArrayBufferWriter<byte>();
        var sender = EmailSender.Of(new EmailSettings { From = "khong-tra-loi@dichvucong.example" });
        new MailWriter(sender, new ManualTime(), html: true).Write(output, new Mail(key, Recipients.Of().Email!, Name: null, "Hồ sơ", Text, "H29-261121-5000001~receipt"));
        return Encoding.ASCII.GetString(output.WrittenSpan);
    }

    private static List<(string Header, string Text)> PartsOf(string raw)
    {
        var boundary = raw.Split("boundary=\"")[1].Split('"')[0];
        raw.ShouldEndWith($"\r\n--{boundary}--\r\n");
        return [.. raw.Split($"\r\n--{boundary}")[1..^1].Select(part => part.TrimStart('\r', '\n').Split("\r\n\r\n", 2))
            .Select(part => (part[0], Encoding.UTF8.GetString(Convert.FromBase64String(part[1].Replace("\r\n", "", StringComparison.Ordinal)))))];
    }
}
