using DichVuCong.Adapters.Email;
using DichVuCong.Notices.Tests.Doubles;

namespace DichVuCong.Notices.Tests.Email;

internal sealed class When_filling_in_a_text
{
    [TestCase("Kính gửi {name}, {agency} đã nhận.", "Kính gửi Nguyễn Thị Ánh Tuyết, Ủy ban nhân dân phường Sài Gòn đã nhận.")]
    [TestCase("{agency}{agency}", "Ủy ban nhân dân phường Sài GònỦy ban nhân dân phường Sài Gòn")]
    [TestCase("{ {other} {agency", "{ {other} {agency")]
    [TestCase("", "")]
    public void Should_put_the_names_in(string text, string expected) => NoticeWords.Fill(text, Recipients.Of()).ShouldBe(expected);

    [Test]
    public void Should_use_general_words_for_names_that_are_not_known() =>
        NoticeWords.Fill("{name}: {agency}", Recipients.Of(name: null, agency: null)).ShouldBe("Ông/Bà: cơ quan có thẩm quyền");

    [Test]
    public void Should_read_no_placeholder_in_a_name() =>
        NoticeWords.Fill("{name}/{agency}", Recipients.Of(name: "{agency}", agency: "{name}")).ShouldBe("{agency}/{name}");
}
