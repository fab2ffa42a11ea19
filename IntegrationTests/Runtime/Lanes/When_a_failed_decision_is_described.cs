using System.Globalization;
using System.Runtime.CompilerServices;
using DichVuCong.Runtime.Lanes;

namespace DichVuCong.Runtime.Tests.Lanes;

internal sealed class When_a_failed_decision_is_described
{
    [Test]
    public void Should_say_what_our_own_exceptions_say() =>
        DecisionFailure.TextOf(Should.Throw<InvalidOperationException>(Refuse)).ShouldBe("InvalidOperationException: The rule does not allow it.");

    [Test]
    public void Should_not_quote_what_a_parser_could_not_read() =>
        DecisionFailure.TextOf(Should.Throw<FormatException>(() => Parse("Nguyễn Văn An")))
            .ShouldBe($"FormatException in {nameof(When_a_failed_decision_is_described)}.{nameof(Parse)}.");

    [Test]
    public void Should_not_quote_a_key_that_was_not_found() =>
        DecisionFailure.TextOf(Should.Throw<KeyNotFoundException>(() => Find("001099012345"))).ShouldNotContain("001099012345");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Parse(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Find(string key) => new Dictionary<string, int>(StringComparer.Ordinal)[key];

    private static void Refuse() => throw new InvalidOperationException("The rule does not allow it.");
}
