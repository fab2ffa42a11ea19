using DichVuCong.Adapters.SmsBrandname;
using DichVuCong.Contracts;
using DichVuCong.Notices.Tests.Doubles;
using FsCheck.Fluent;

namespace DichVuCong.Notices.Tests.Sms;

internal sealed class When_composing_a_text
{
    private const string Code = "H29.101-261121-5000001";
    private static readonly Uri Endpoint = new("http://provider.example/bulkapi");

    [Test]
    public void Should_put_the_agency_in_and_take_diacritics_off() =>
        Plain(Sample.Text, "Ủy ban nhân dân phường Sài Gòn")
            .ShouldBe("Ho so H29.101-261121-5000001 da duoc Uy ban nhan dan phuong Sai Gon tiep nhan.");

    [Test]
    public void Should_keep_diacritics_when_unicode_is_on() =>
        Unicode(Sample.Text, "Ủy ban nhân dân phường Sài Gòn")
            .ShouldBe("Hồ sơ H29.101-261121-5000001 đã được Ủy ban nhân dân phường Sài Gòn tiếp nhận.");

    [TestCase(null)]
    [TestCase(" ")]
    public void Should_name_an_unknown_agency_in_general_words(string? agency) =>
        Plain(Sample.Text, agency).ShouldBe("Ho so H29.101-261121-5000001 da duoc co quan co tham quyen tiep nhan.");

    [Test]
    public void Should_read_no_placeholder_in_an_agencys_name() =>
        Plain("Noi nhan: {agency}.", "A {agency} B").ShouldBe("Noi nhan: A {agency} B.");

    [Test]
    public void Should_shorten_the_agencys_name_at_a_word_and_nothing_else()
    {
        var agency = string.Join(' ', Enumerable.Repeat("Phường", 100));

        var text = Plain(Sample.Text, agency);

        text.Length.ShouldBeInRange(470, 480);
        text.ShouldStartWith("Ho so H29.101-261121-5000001 da duoc Phuong Phuong");
        text.ShouldEndWith("Phuong... tiep nhan.");
    }

    [Test]
    public void Should_count_the_characters_that_take_two_septets()
    {
        var text = Plain("[x] {agency} [" + Code + "]", new string('~', 300));

        SmsLength.Of(text).Units.ShouldBeLessThanOrEqualTo(480);
        text.ShouldStartWith("[x] ~~~~");
        text.ShouldEndWith($"~... [{Code}]");
    }

    [Test]
    public void Should_shorten_a_text_that_is_too_long_without_the_agency_and_keep_the_code()
    {
        var text = Plain(string.Join(' ', Enumerable.Repeat("thông báo", 80)) + $" {{agency}} hồ sơ {Code} cảm ơn", "Sở Nội vụ");

        text.Length.ShouldBeInRange(465, 480);
        text.ShouldEndWith($"thong bao... {Code}");
        text.ShouldNotContain("{agency}");
    }

    [Test]
    public void Should_cut_the_end_when_the_code_stands_before_it()
    {
        var text = Plain($"Hồ sơ {Code}: " + string.Join(' ', Enumerable.Repeat("thông báo", 80)), "Sở Nội vụ");

        text.Length.ShouldBeInRange(465, 480);
        text.ShouldStartWith($"Ho so {Code}: thong bao");
        text.ShouldEndWith("...");
    }

    [Test]
    public void Should_hold_the_limit_of_unicode_too()
    {
        var text = Unicode(Sample.Text, string.Join(' ', Enumerable.Repeat("Phường", 100)));

        text.Length.ShouldBeInRange(256, 266);
        text.ShouldEndWith("Phường... tiếp nhận.");
    }

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public FsCheck.Property Should_never_exceed_the_limit_nor_lose_the_code(string? before, string? after, string? agency, bool unicode, byte places)
    {
        var settings = SmsBench.Settings(Endpoint, unicode: unicode);
        var filler = string.Concat(Enumerable.Repeat($"{before} {{agency}} ", places % 20));
        var text = new SmsComposer(settings).Compose($"{filler} {Code} {after}{filler}", agency, DossierCode.Parse(Code)).Text;

        var fits = unicode ? text.Length <= 266 : SmsLength.Of(text) is { IsGsm7: true, Units: <= 480 };
        return fits.Label($"fits: {text}").And(text.Contains(Code, StringComparison.Ordinal).Label($"code: {text}"));
    }

    private static string Plain(string template, string? agency) => Compose(template, agency, unicode: false);

    private static string Unicode(string template, string? agency) => Compose(template, agency, unicode: true);

    private static string Compose(string template, string? agency, bool unicode) =>
        new SmsComposer(SmsBench.Settings(Endpoint, unicode: unicode)).Compose(template, agency, DossierCode.Parse(Code)).Text;
}
