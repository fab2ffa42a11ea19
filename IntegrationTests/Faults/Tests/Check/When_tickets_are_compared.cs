using DichVuCong.Faults.Check;
using DichVuCong.Faults.Load.HandOvers;

namespace DichVuCong.Faults.Tests.Check;

internal sealed class When_tickets_are_compared
{
    [Test]
    public void Should_find_nothing_when_one_was_told_and_the_others_were_not() =>
        Check(("a", 200, "An"), ("b", 409, "used"), ("c", 409, "used"), ("a", 200, "An")).ShouldBeEmpty();

    [Test]
    public void Should_find_a_ticket_that_two_were_told_of() => Check(("a", 200, "An"), ("b", 200, "An"), ("c", 409, "used")).ShouldBe([Broken.Doubled]);

    [Test]
    public void Should_find_a_ticket_that_nobody_was_told_of_though_it_is_used() => Check(("a", 409, "used"), ("b", 409, "used")).ShouldBe([Broken.Lost]);

    [Test]
    public void Should_find_a_call_that_was_answered_in_two_ways() => Check(("a", 200, "An"), ("a", 200, "Bình")).ShouldBe([Broken.Answer]);

    [Test]
    public void Should_find_nothing_when_its_time_was_over() => Check(("a", 410, "over"), ("b", 410, "over"), ("a", 410, "over")).ShouldBeEmpty();

    private static List<Broken> Check(params (string Id, int Status, string Body)[] presentations)
    {
        var story = new HandOverStory(1, "ticket");
        foreach (var (id, status, body) in presentations) story.Presentations.Enqueue(new Presentation(id, status, body));
        return [.. HandOverRules.Check([story]).Select(finding => finding.Promise)];
    }
}
