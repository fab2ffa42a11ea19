using System.Text.Json;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Contracts.Tests.Payments;

internal sealed class When_reading_an_obligations_identity
{
    [TestCase("H29/2026-000123")]
    [TestCase("DOITAC1/dvcH291250701000120250701080000")]
    [TestCase("a/b/c:d_e.f")]
    public void Should_read_what_it_wrote(string text)
    {
        ObligationId.Parse(text).ToWire().ShouldBe(text);
        JsonSerializer.Deserialize<ObligationId>(JsonSerializer.Serialize(ObligationId.Parse(text))).ShouldBe(ObligationId.Parse(text));
    }

    [Test]
    public void Should_keep_two_systems_apart() => ObligationId.Of("H29", "1").ShouldNotBe(ObligationId.Of("G10", "1"));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("/")]
    [TestCase("H29/")]
    [TestCase("/1")]
    [TestCase("H29")]
    [TestCase("H29/1 2")]
    [TestCase("H29/phí")]
    [TestCase("H29/1\n")]
    public void Should_refuse_everything_else(string? text) => ObligationId.TryParse(text, out _).ShouldBeFalse();

    [Test]
    public void Should_have_an_end()
    {
        ObligationId.TryParse("H29/" + new string('1', 116), out _).ShouldBeTrue();
        ObligationId.TryParse("H29/" + new string('1', 117), out _).ShouldBeFalse();
    }
}
