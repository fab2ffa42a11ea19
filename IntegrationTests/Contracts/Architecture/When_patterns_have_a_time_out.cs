using System.Reflection;
using System.Text.RegularExpressions;

namespace DichVuCong.Contracts.Tests.Architecture;

/// <summary>
/// A pattern's time-out goes by the wall clock. A process that was frozen, or got no processor, for longer in the middle of a match is no sign
/// of a bad text: a decision that fails by it parks a sound message, and a host that starts by it does not start.
/// </summary>
internal sealed class When_patterns_have_a_time_out
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Test]
    public void Should_be_longer_than_a_process_is_likely_to_stand_still()
    {
        var patterns = typeof(DossierCode).Assembly.GetTypes().SelectMany(type => type.GetMembers(Any))
            .Select(member => (Member: member, Pattern: member.GetCustomAttribute<GeneratedRegexAttribute>()))
            .Where(one => one.Pattern is not null).ToList();

        patterns.ShouldNotBeEmpty();
        patterns.ShouldAllBe(one => one.Pattern!.MatchTimeoutMilliseconds >= 60_000);
    }
}
