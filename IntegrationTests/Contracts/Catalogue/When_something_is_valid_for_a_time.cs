using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Contracts.Tests.Catalogue;

internal sealed class When_something_is_valid_for_a_time
{
    private static readonly Validity July = new(new DateOnly(2025, 7, 1), new DateOnly(2025, 7, 31));

    [TestCase(6, 30, false)]
    [TestCase(7, 1, true)]
    [TestCase(7, 31, true)]
    [TestCase(8, 1, false)]
    public void Should_include_both_ends(int month, int day, bool included) => July.Includes(new DateOnly(2025, month, day)).ShouldBe(included);

    [Test]
    public void Should_be_open_where_no_end_is_known()
    {
        Validity.Always.Includes(DateOnly.MinValue).ShouldBeTrue();
        Validity.Always.Includes(DateOnly.MaxValue).ShouldBeTrue();
        (July with { To = null }).IsOver(DateOnly.MaxValue).ShouldBeFalse();
        (July with { From = null }).IsBeforeStart(DateOnly.MinValue).ShouldBeFalse();
    }
}
