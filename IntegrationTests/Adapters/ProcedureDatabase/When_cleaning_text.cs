using DichVuCong.Adapters.ProcedureDatabase.Text;

namespace DichVuCong.ProcedureDatabase.Tests;

internal sealed class When_cleaning_text
{
    [TestCase("C\u00e2\u0301p", "Cấp")]
    [TestCase("Ca\u0302\u0301p", "Cấp")]
    [TestCase("tu\u031b\u0323", "tự")]
    [TestCase("nga\u0323\u0306t", "ngặt")]
    [TestCase("\u0110a\u0306\u0301k", "Đắk")]
    [TestCase("Y\u0309", "Ỷ")]
    public void Should_compose_letters_however_they_were_taken_apart(string text, string expected) =>
        CleanText.Of(text).ShouldBe((expected, TextRepairs.Letters));

    [TestCase(" a b ", "a b")]
    [TestCase("a\u00a0b", "a b")]
    [TestCase("a  b", "a b")]
    [TestCase("a\t\r\nb", "a b")]
    [TestCase("\u00a0", "")]
    [TestCase("\ufeffa", "a")]
    public void Should_put_spaces_in_order(string text, string expected) => CleanText.Of(text).ShouldBe((expected, TextRepairs.Spaces));

    [TestCase("")]
    [TestCase("Ủy ban nhân dân xã, phường, thị trấn")]
    public void Should_leave_a_sound_text_alone(string text)
    {
        var (clean, repairs) = CleanText.Of(text);
        clean.ShouldBeSameAs(text);
        repairs.ShouldBe(TextRepairs.None);
    }

    [Test]
    public void Should_say_that_letters_were_broken_and_keep_them() => CleanText.Of("H\ufffd t\u1ecbch").ShouldBe(("H\ufffd t\u1ecbch", TextRepairs.Broken));

    [Test]
    public void Should_change_nothing_the_second_time([Values("  C\u00e2\u0301p \u00a0x ", "a\u0323\u0306", "o\u031b\u0301\u0301")] string text)
    {
        var once = CleanText.Of(text).Text;
        CleanText.Of(once).Text.ShouldBe(once);
    }
}
