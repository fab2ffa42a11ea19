using DichVuCong.Contracts.Payments;

namespace DichVuCong.Contracts.Tests.Payments;

internal sealed class When_reading_a_payment_reference
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    [Test]
    public void Should_put_it_together_of_the_day_and_what_was_drawn()
    {
        PaymentReference.Of(Day, 0).Value.ShouldBe("D26112200000000000");
        PaymentReference.Of(Day, 31).Value.ShouldBe("D2611220000000000Z");
        PaymentReference.Of(Day, ulong.MaxValue).Value.ShouldBe("D261122ZZZZZZZZZZZ");
    }

    [Test]
    public void Should_read_what_it_wrote()
    {
        var random = new Random(1);
        for (var count = 0; count < 1000; count++)
        {
            var reference = PaymentReference.Of(Day, (ulong)random.NextInt64());
            PaymentReference.Parse(reference.Value).ShouldBe(reference);
            reference.Value.Length.ShouldBe(18);
        }
    }

    [Test]
    public void Should_differ_in_every_bit_that_counts() =>
        Enumerable.Range(0, 55).Select(bit => PaymentReference.Of(Day, 1UL << bit)).Distinct().Count().ShouldBe(55);

    [TestCase(null)]
    [TestCase("")]
    [TestCase("D2611220000000000")]
    [TestCase("D261122000000000000")]
    [TestCase("E26112200000000000")]
    [TestCase("D26132200000000000")]
    [TestCase("D2611220000000000I")]
    [TestCase("D2611220000000000L")]
    [TestCase("D2611220000000000O")]
    [TestCase("D2611220000000000U")]
    [TestCase("D2611220000000000z")]
    [TestCase("D2611220000000000\n")]
    public void Should_refuse_everything_else(string? text) => PaymentReference.TryParse(text, out _).ShouldBeFalse();
}
