using System.Xml;
using DichVuCong.Adapters.SmsBrandname;

namespace DichVuCong.Notices.Tests.Sms;

internal sealed class When_keeping_diacritics
{
    [Test]
    public void Should_leave_every_letter_as_it_is()
    {
        foreach (var (letter, _, _) in Alphabet.Letters) SmsAlphabet.Unicode(letter).ShouldBe(letter);
    }

    [Test]
    public void Should_bring_every_spelling_with_combining_marks_to_one_character()
    {
        foreach (var (letter, _, spellings) in Alphabet.Letters)
        {
            foreach (var spelling in spellings) SmsAlphabet.Unicode(spelling).ShouldBe(letter);
        }
    }

    [TestCase("Tài nguyên & Môi trường", "Tài nguyên và Môi trường")]
    [TestCase("một\r\n hai", "một hai")]
    [TestCase("mã\u200B số", "mã số")]
    [TestCase("xong 👍", "xong 👍")]
    public void Should_clean_the_rest(string text, string expected) => SmsAlphabet.Unicode(text).ShouldBe(expected);

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public void Should_leave_nothing_that_xml_cannot_carry(string? text)
    {
        var clean = SmsAlphabet.Unicode(text ?? "");
        Should.NotThrow(() => XmlConvert.VerifyXmlChars(clean));
        clean.ShouldNotContain('&');
    }
}
