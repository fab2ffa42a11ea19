using System.Buffers;
using System.Text;
using DichVuCong.Adapters.Email;
using DichVuCong.Notices.Tests.Doubles;

namespace DichVuCong.Notices.Tests.Email;

internal sealed class When_writing_a_mail
{
    private static readonly Guid Key = Guid.Parse("019aa4f0-1111-8222-8333-444455556666");
    private static readonly string[] Fields =
        ["Date", "From", "To", "Subject", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Language", "Content-Type", "Content-Transfer-Encoding"];

    [Test]
    public void Should_write_every_header_a_notice_needs()
    {
        var mail = Write("Hồ sơ của bạn", Recipients.Name, "Xin chào");

        mail.Field("Date").ShouldBe("Sat, 21 Nov 2026 09:00:00 +0700");
        mail.Decoded("From").ShouldBe("Cổng Dịch vụ công Quốc gia <khong-tra-loi@dichvucong.example>");
        mail.Decoded("To").ShouldBe("Nguyễn Thị Ánh Tuyết <an.nguyen@nhandan.example>");
        mail.Decoded("Subject").ShouldBe("Hồ sơ của bạn");
        mail.Field("Message-ID").ShouldBe("<H29.101-261121-5000001~state-9~019aa4f0111182228333444455556666@dichvucong.example>");
        mail.Field("Auto-Submitted").ShouldBe("auto-generated");
        mail.Field("MIME-Version").ShouldBe("1.0");
        mail.Field("Content-Type").ShouldBe("text/plain; charset=utf-8");
        mail.Field("Content-Transfer-Encoding").ShouldBe("base64");
        mail.Field("Content-Language").ShouldBe("vi");
    }

    [Test]
    public void Should_name_another_mailbox_for_answers() =>
        Write("x", name: null, "x", new EmailSettings { From = "a@b.example", ReplyTo = "hoi-dap@b.example" }).Field("Reply-To").ShouldBe("hoi-dap@b.example");

    [Test]
    public void Should_leave_plain_words_readable()
    {
        var mail = Write("Receipt H29", "Nguyen Van An", "x");

        mail.Field("Subject").ShouldBe("Receipt H29");
        mail.Field("To").ShouldBe("Nguyen Van An <an.nguyen@nhandan.example>");
    }

    [TestCase("x\r\nBcc: all@example.vn")]
    [TestCase("x\nBcc: all@example.vn")]
    [TestCase("x\r\n\r\nbody")]
    [TestCase("=?UTF-8?B?eA==?=")]
    public void Should_let_no_subject_end_its_header(string subject)
    {
        var mail = Write(subject, Recipients.Name, "text");

        mail.HeaderLines.Where(line => line[0] != ' ').Select(line => line.Split(':')[0]).ShouldBe(Fields);
        mail.Decoded("Subject").ShouldBe(subject.Replace('\r', ' ').Replace('\n', ' '));
        mail.Text.ShouldBe("text");
    }

    [Test]
    public void Should_fold_the_longest_name()
    {
        var name = string.Join(' ', Enumerable.Repeat("Nguyễn", 70));

        var mail = Write("x", name, "x");

        mail.Decoded("To").ShouldBe($"{name} <an.nguyen@nhandan.example>");
        Foldable(mail).ShouldAllBe(line => line.Length <= 76);
    }

    [Test]
    public void Should_write_the_text_with_its_line_ends()
    {
        var text = "Kính gửi Ông/Bà,\n.dấu chấm đầu dòng\r\n" + new string('ă', 500);

        var mail = Write("x", name: null, text);

        mail.Text.ShouldBe(text.ReplaceLineEndings("\r\n"));
        mail.Body.Split("\r\n").ShouldAllBe(line => line.Length <= 76);
    }

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public void Should_carry_any_subject_and_text_in_seven_bits(string? anySubject, string? anyText)
    {
        var (subject, text) = (anySubject ?? "", anyText ?? "");

        var mail = Write(subject, Recipients.Name, text);

        mail.Raw.All(character => char.IsAscii(character) && character != '\0').ShouldBeTrue();
        Foldable(mail).Max(line => line.Length).ShouldBeLessThanOrEqualTo(76);
        mail.HeaderLines.Where(line => line[0] != ' ').Select(line => line.Split(':')[0]).ShouldBe(Fields);
        mail.Decoded("Subject").ShouldBe(AsShown(subject));
        mail.Text.ShouldBe(Whole(text).ReplaceLineEndings("\r\n"));
    }

    /// <summary>A Message-ID is one word, which nobody may break.</summary>
    private static IEnumerable<string> Foldable(ReceivedMail mail) => mail.HeaderLines.Where(line => !line.StartsWith("Message-ID:", StringComparison.Ordinal));

    private static string AsShown(string text) => string.Concat(Whole(text).Select(character => char.IsControl(character) ? ' ' : character));

    /// <summary>Half a surrogate pair has no UTF-8: U+FFFD takes its place.</summary>
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static ReceivedMail Write(string subject, string? name, string text, EmailSettings? settings = null)
    {
        var sender = EmailSender.Of(settings ?? new EmailSettings { From = "khong-tra-loi@dichvucong.example" });
        var recipient = Recipients.Of(name: name);
        var output = new ArrayBufferWriter<byte>();
        new MailWriter(sender, new ManualTime()).Write(output, new Mail(Key, recipient.Email!, recipient.Name, subject, text, "H29.101-261121-5000001~state-9"));
        return new ReceivedMail("", "", Encoding.Latin1.GetString(output.WrittenSpan));
    }
}
