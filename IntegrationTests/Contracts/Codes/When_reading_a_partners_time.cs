namespace DichVuCong.Contracts.Tests.Codes;

internal sealed class When_reading_a_partners_time
{
    [Test]
    public void Should_read_it_as_a_time_of_Vietnam()
    {
        VietnamTime.TryParseWire("20261121083000", out var instant).ShouldBeTrue();
        instant.ShouldBe(new DateTimeOffset(2026, 11, 21, 1, 30, 0, TimeSpan.Zero));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("20261121")]
    [TestCase("20261321083000")]
    [TestCase("00010101000000")]
    public void Should_say_that_anything_else_is_none(string? text) => VietnamTime.TryParseWire(text, out _).ShouldBeFalse();
}
