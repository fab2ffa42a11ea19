using System.Text.Json;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Contracts.Tests.Payments;

internal sealed class When_counting_money
{
    [Test]
    public void Should_show_it_as_people_write_it() => new Vnd(1_250_000).ToString().ShouldBe("1.250.000 ₫");

    [Test]
    public void Should_travel_as_an_integer()
    {
        JsonSerializer.Serialize(new Vnd(150_000)).ShouldBe("150000");
        JsonSerializer.Deserialize<Vnd>("150000").ShouldBe(new Vnd(150_000));
    }

    [TestCase("150000.0")]
    [TestCase("1.5e5")]
    [TestCase("\"150000\"")]
    [TestCase("9223372036854775808")]
    [TestCase("null")]
    public void Should_refuse_what_is_no_whole_number(string json) => Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Vnd>(json));

    [TestCase("0", 0)]
    [TestCase("000150000", 150_000)]
    [TestCase("999999999999999", 999_999_999_999_999)]
    public void Should_read_a_partners_digits(string text, long amount)
    {
        Vnd.TryParseWire(text, out var value).ShouldBeTrue();
        value.ShouldBe(new Vnd(amount));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("-1")]
    [TestCase("+1")]
    [TestCase("1.000")]
    [TestCase("1 000")]
    [TestCase("1000đ")]
    [TestCase("١٠٠٠")]
    [TestCase("1000000000000000")]
    public void Should_refuse_everything_else(string? text) => Vnd.TryParseWire(text, out _).ShouldBeFalse();

    [Test]
    public void Should_rather_fail_than_turn_over()
    {
        Should.Throw<OverflowException>(() => new Vnd(long.MaxValue) + new Vnd(1));
        Should.Throw<OverflowException>(() => new Vnd(long.MinValue) - new Vnd(1));
        Should.Throw<OverflowException>(() => Vnd.Sum([new Vnd(long.MaxValue), new Vnd(1)]));
    }
}
