using DichVuCong.Adapters.SmsBrandname;

namespace DichVuCong.Notices.Tests.Sms.Providers;

internal sealed class When_templates_are_compared
{
    private static readonly SmsTemplates Templates = new(
        [
            new SmsTemplate("1", "Hồ sơ {code} đã xử lý xong lúc {at}. Cơ quan: {agency}. Hạn: {deadline}."),
            new SmsTemplate("2", "Hồ sơ {code} đã xử lý xong lúc {at}. Cơ quan: {agency}."),
            new SmsTemplate("3", "{code} xong"),
            new SmsTemplate("4", "Không có tham số"),
        ],
        unicode: false);

    [TestCase("Ho so A-1 da xu ly xong luc 09:00 02/03/2026. Co quan: UBND. Han: 10:00.", "1", "A-1|09:00 02/03/2026|UBND|10:00")]
    [TestCase("Ho so A-1 da xu ly xong luc 09:00. Co quan: UBND. So 2.", "2", "A-1|09:00|UBND. So 2")]
    [TestCase("A-1 xong", "3", "A-1")]
    [TestCase("Khong co tham so", "4", "")]
    public void Should_find_the_template_and_its_values(string text, string id, string values)
    {
        var match = Templates.Match(text)!;

        match.Id.ShouldBe(id);
        string.Join('|', match.Values).ShouldBe(values);
    }

    [TestCase("Ho so  da xu ly xong luc 09:00. Co quan: UBND.", Description = "an empty value")]
    [TestCase("Ho so A-1 da xu ly xong luc 09:00. Co quan: UBND. Cam on", Description = "something behind it")]
    [TestCase("ho so A-1 da xu ly xong luc 09:00. Co quan: UBND.", Description = "another letter")]
    [TestCase("Khong co tham so.", Description = "a character too many")]
    [TestCase(" xong")]
    [TestCase("")]
    public void Should_find_none_for_a_text_of_another_shape(string text) => (Templates.Match(text)?.Id).ShouldBeNull();

    [TestCase("", "is required.")]
    [TestCase("a {", "has a brace that is not closed.")]
    [TestCase("a }", "has a closing brace without a name before it.")]
    [TestCase("a {}", "has a closing brace without a name before it.")]
    [TestCase("a {b{c}}", "has a brace within braces.")]
    [TestCase("a {b}{c}", "has two parameters with nothing between them.")]
    [TestCase("a {b c}", "has a parameter whose name is not made of letters and digits.")]
    public void Should_say_what_is_wrong_with_a_template(string text, string error) =>
        SmsTemplates.Validate([new SmsTemplate("1", text)]).ShouldBe([$"Templates[0].Text {error}"]);

    [Test]
    public void Should_want_different_numbers() =>
        SmsTemplates.Validate([new SmsTemplate("1", "a"), new SmsTemplate("1", "b"), new SmsTemplate(" ", "c")])
            .ShouldBe(["Templates[2].Id is required.", "Templates must have different Ids."]);

    [TestCase("Đã xử lý xong", false, 1, 13)]
    [TestCase("Đã xử lý xong", true, 1, 13)]
    public void Should_estimate_what_a_text_costs(string text, bool unicode, int segments, int units)
    {
        var estimate = SmsEstimate.Of(text, unicode, pricePerSegment: 650);

        estimate.ShouldBe(new SmsEstimate(!unicode, units, segments, 650m * segments));
        SmsEstimate.Of(new string('ă', 71), unicode: true, 650).ShouldBe(new SmsEstimate(false, 71, 2, 1300));
        SmsEstimate.Of(new string('ă', 161), unicode: false, 650).ShouldBe(new SmsEstimate(true, 161, 2, 1300));
    }
}
