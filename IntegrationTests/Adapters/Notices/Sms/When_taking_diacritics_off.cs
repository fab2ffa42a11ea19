using DichVuCong.Adapters.SmsBrandname;

namespace DichVuCong.Notices.Tests.Sms;

internal sealed class When_taking_diacritics_off
{
    [Test]
    public void Should_know_all_134_letters() => Alphabet.Letters.Count.ShouldBe(134);

    [Test]
    public void Should_bring_every_letter_to_its_ascii_letter()
    {
        foreach (var (letter, plain, _) in Alphabet.Letters) SmsAlphabet.Plain(letter).ShouldBe(plain, letter);
    }

    [Test]
    public void Should_bring_every_spelling_with_combining_marks_to_the_same_ascii_letter()
    {
        foreach (var (letter, plain, spellings) in Alphabet.Letters)
        {
            foreach (var spelling in spellings) SmsAlphabet.Plain(spelling).ShouldBe(plain, letter);
        }
    }

    [TestCase("Ủy ban nhân dân phường Đống Đa", "Uy ban nhan dan phuong Dong Da")]
    [TestCase("Ðà Nẵng", "Da Nang")]
    [TestCase("“Thông báo” – lệ phí: 20.000₫…", "\"Thong bao\" - le phi: 20.000d...")]
    [TestCase("Sở Tài nguyên & Môi trường", "So Tai nguyen va Moi truong")]
    [TestCase("A&B", "A va B")]
    [TestCase("dòng một\r\n\tdòng hai\u00A0ba", "dong mot dong hai ba")]
    [TestCase("mã\u200B số `x`", "ma so 'x'")]
    [TestCase("ＡＢＣ１２３", "ABC123")]
    [TestCase("25°C, 10 m², №5, 5€", "25 doC, 10 m2, No.5, 5EUR")]
    [TestCase("xong 👍🏽 中", "xong ?? ?")]
    [TestCase("   ", "")]
    public void Should_write_other_characters_in_ascii(string text, string expected) => SmsAlphabet.Plain(text).ShouldBe(expected);

    [Test]
    public void Should_survive_half_a_surrogate_pair() => SmsAlphabet.Plain("\uD83D lẻ").ShouldBe("? le");

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public void Should_leave_nothing_that_gsm_7_cannot_write(string? text)
    {
        var plain = SmsAlphabet.Plain(text ?? "");
        plain.Any(character => !char.IsAscii(character) || char.IsControl(character) || character is '&' or '`').ShouldBeFalse();
        SmsLength.Of(plain).IsGsm7.ShouldBeTrue();
    }

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public void Should_change_nothing_the_second_time(string? text)
    {
        var once = SmsAlphabet.Plain(text ?? "");
        SmsAlphabet.Plain(once).ShouldBe(once);
    }
}
