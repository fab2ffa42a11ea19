using DichVuCong.Messaging;
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

    [Test]
    public async Task Should_tell_whose_doing_it_is_by_what_the_adapter_says()
    {
        await using var system = await RuntimeHarness.StartAsync();
        system.Partner.OnCall = (_, call, _) => Task.FromResult(call.Attempt switch
        {
            1 => Outcome.Transient("these words say nothing", TimeSpan.FromMilliseconds(10)).By(FaultSide.Network),
            2 => throw new InvalidOperationException("a defect of the adapter"),
            _ => Outcome.Done(),
        });
        system.Partner.OnAsk = (_, _) => Task.FromResult(Outcome.Absent("never heard of"));
        await system.SendInOrderAsync(new Note("key", 0), new Call("key", 1, "a"));

        await system.UntilRowsAsync("select count(*) from bus.line_outcome where (kind, side) in ((3, 'network'), (4, 'us'))", 2);
    }

    [Test]
    public void Should_hold_the_partner_responsible_unless_somebody_says_otherwise()
    {
        Outcome.Transient("status 503").Side.ShouldBe(FaultSide.Partner);
        Outcome.Unknown("no clear answer").Side.ShouldBe(FaultSide.Partner);
        Outcome.Transient("the system has no settings", TimeSpan.FromMinutes(1)).By(FaultSide.Us)
            .ShouldSatisfyAllConditions(outcome => outcome.Side.ShouldBe(FaultSide.Us), outcome => outcome.RetryAfter.ShouldBe(TimeSpan.FromMinutes(1)));
        Outcome.Done().Side.ShouldBeNull();
        Should.Throw<InvalidOperationException>(() => Outcome.Refused("no").By(FaultSide.Us));
    }
}
