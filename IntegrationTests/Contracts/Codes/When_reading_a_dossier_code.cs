namespace DichVuCong.Contracts.Tests.Codes;

internal sealed class When_reading_a_dossier_code
{
    [TestCase("H29.101-261121-5000001")]
    [TestCase("000.00.04.G18-200420-0001")]
    [TestCase("G09.20-20260609-0092637")]
    public void Should_take_every_form_that_is_in_use(string text) => DossierCode.Parse(text).Value.ShouldBe(text);

    [TestCase(null)]
    [TestCase("")]
    [TestCase("H29")]
    [TestCase("H29-261121-1")]
    [TestCase("H29-26112-00001")]
    [TestCase("h29-261121-00001")]
    [TestCase("H29-261121-00001 ")]
    [TestCase("H29-261121-00001\n")]
    [TestCase("H29-٢٦١١٢١-00001")]
    [TestCase("H29'--261121-00001")]
    public void Should_refuse_everything_else(string? text) => DossierCode.TryParse(text, out _).ShouldBeFalse();

    [Test]
    public void Should_put_a_code_together_with_at_least_five_digits() =>
        DossierCode.Of(AgencyCode.Parse("H29"), new DateOnly(2026, 11, 21), 7).Value.ShouldBe("H29-261121-00007");
}
