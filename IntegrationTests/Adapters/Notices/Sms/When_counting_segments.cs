using DichVuCong.Adapters.SmsBrandname;

namespace DichVuCong.Notices.Tests.Sms;

internal sealed class When_counting_segments
{
    [TestCase(0, 0)]
    [TestCase(1, 1)]
    [TestCase(160, 1)]
    [TestCase(161, 2)]
    [TestCase(306, 2)]
    [TestCase(307, 3)]
    [TestCase(459, 3)]
    [TestCase(460, 4)]
    public void Should_give_gsm_7_160_septets_alone_and_153_a_part(int length, int segments) =>
        SmsLength.Of(new string('a', length)).ShouldBe(new SmsLength(IsGsm7: true, length, segments));

    [TestCase(1, 1)]
    [TestCase(70, 1)]
    [TestCase(71, 2)]
    [TestCase(134, 2)]
    [TestCase(135, 3)]
    public void Should_give_ucs_2_70_units_alone_and_67_a_part(int length, int segments) =>
        SmsLength.Of(new string('ơ', length)).ShouldBe(new SmsLength(IsGsm7: false, length, segments));

    [Test]
    public void Should_count_two_septets_for_the_extension_table([Values('^', '{', '}', '\\', '[', ']', '~', '|', '€')] char character)
    {
        SmsLength.Of(new string(character, 80)).ShouldBe(new SmsLength(IsGsm7: true, 160, 1));
        SmsLength.Of(new string(character, 81)).ShouldBe(new SmsLength(IsGsm7: true, 162, 2));
    }

    [Test]
    public void Should_not_tear_an_escape_pair_apart() =>
        // 152 + 2 does not fit the first part, so the pair begins the second, which then lacks a septet at its end, and so on.
        SmsLength.Of(new string('a', 152) + "{" + new string('a', 152)).ShouldBe(new SmsLength(IsGsm7: true, 306, 3));

    [Test]
    public void Should_not_tear_a_surrogate_pair_apart() =>
        SmsLength.Of(new string('ơ', 66) + "👍" + new string('ơ', 66)).ShouldBe(new SmsLength(IsGsm7: false, 134, 3));

    [TestCase("Ho so da duoc tiep nhan", true)]
    [TestCase("à è ù ì ò é", true)]
    [TestCase("đ", false)]
    [TestCase("ă", false)]
    [TestCase("ế", false)]
    [TestCase("`", false)]
    public void Should_know_what_gsm_7_can_write(string text, bool isGsm7) => SmsLength.Of(text).IsGsm7.ShouldBe(isGsm7);

    [Test]
    public void Should_know_which_few_letters_of_vietnamese_are_in_gsm_7() =>
        Alphabet.Letters.Where(letter => SmsLength.Of(letter.Letter).IsGsm7).Select(letter => letter.Letter)
            .ShouldBe(["à", "è", "é", "ì", "ò", "ù", "É"], ignoreOrder: true);
}
