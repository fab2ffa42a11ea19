using DichVuCong.Messaging;
using DichVuCong.Runtime.Lines;
using DichVuCong.Runtime.Tests.Support;

namespace DichVuCong.Runtime.Tests.Lines;

internal sealed class When_partners_outcomes_are_remembered
{
    [Test]
    public async Task Should_write_the_last_outcome_of_each_kind_and_the_calls_of_the_minute()
    {
        await using var system = await RuntimeHarness.StartAsync();
        system.Partner.OnCall = (command, call, _) => Task.FromResult(
            command.Number == 1 && call.Attempt == 1 ? Outcome.Transient("status 503") : Outcome.Done(new CallAnswered(command.Key, "done")));
        await system.SendInOrderAsync(new Note("key", 0), new Call("key", 1, "a"), new Note("other", 0), new Call("other", 2, "a"));
        await system.UntilAsync("key", state => state.Answers.Count == 1);

        // Two seconds later at the latest, though no other call comes.
        await system.UntilRowsAsync("select coalesce(sum(done + refused + failed + unclear), 0)::bigint from bus.line_minute", 3);
        (await system.Database.ScalarAsync<string>("select string_agg(kind || ':' || coalesce(side, '-') || ':' || reason, ' ' order by kind) from bus.line_outcome"))
            .ShouldBe("1:-: 3:partner:status 503");
        (await system.Database.ScalarAsync<string>("select sum(done) || ' ' || sum(failed) from bus.line_minute")).ShouldBe("2 1");
    }

    /// <summary>What is written down while nothing else is to be committed must not take the time from the lines: their later calls would never be due.</summary>
    [Test]
    public async Task Should_call_again_behind_a_commit_that_held_nothing_but_that()
    {
        await using var system = await RuntimeHarness.StartAsync();
        system.Partner.OnCall = (command, call, _) => Task.FromResult(
            call.Attempt == 1 ? Outcome.Transient("status 503", TimeSpan.FromSeconds(4)) : Outcome.Done(new CallAnswered(command.Key, "done")));
        await system.SendInOrderAsync(new Note("key", 0), new Call("key", 1, "a"));

        await system.UntilRowsAsync("select coalesce(sum(failed), 0)::bigint from bus.line_minute", 1);
        await system.UntilAsync("key", state => state.Answers.Count == 1);
    }

    [TestCase(OutcomeKind.Done, "", null)]
    [TestCase(OutcomeKind.Refused, "not connected to anything of ours", null)]
    [TestCase(OutcomeKind.Transient, "status 503", "partner")]
    [TestCase(OutcomeKind.Transient, "connection refused before sending", "network")]
    [TestCase(OutcomeKind.Unknown, "No answer within the time a call may take.", "network")]
    [TestCase(OutcomeKind.Unknown, "The adapter failed with NullReferenceException.", "us")]
    [TestCase(OutcomeKind.Transient, "the system has no settings", "us")]
    public void Should_tell_whose_doing_it_is(OutcomeKind kind, string reason, string? side) => FaultSide.Of(kind, reason).ShouldBe(side);
}
