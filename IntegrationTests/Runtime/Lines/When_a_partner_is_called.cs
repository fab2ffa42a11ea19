using DichVuCong.Messaging;
using DichVuCong.Runtime.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.Runtime.Tests.Lines;

internal sealed class When_a_partner_is_called
{
    private RuntimeHarness _system = null!;

    [SetUp]
    public async Task Start() => _system = await RuntimeHarness.StartAsync();

    [TearDown]
    public async Task Stop() => await _system.DisposeAsync();

    [Test]
    public async Task Should_bring_the_reply_to_the_saga_and_leave_no_mark()
    {
        await _system.SendInOrderAsync(new Note("key", 1), new Call("key", 1, "a"));

        await _system.UntilAsync("key", state => state.Answers.Count == 1);
        (await _system.StateOfAsync("key"))!.Answers.ShouldBe(["done 1"]);
        await NothingIsLeftAsync();
    }

    [Test]
    public async Task Should_have_one_call_of_a_key_out_at_a_time_and_keep_their_order()
    {
        await _system.SendInOrderAsync([new Note("key", 0), .. Enumerable.Range(1, 20).Select(number => (object)new Call("key", number, "a"))]);

        await _system.UntilAsync("key", state => state.Answers.Count == 20);
        _system.Partner.Calls.Select(call => call.Command.Number).ShouldBe(Enumerable.Range(1, 20));
        _system.Partner.MostOut.ShouldBe(1);
    }

    [Test]
    public async Task Should_bring_a_refusal_to_the_saga_and_not_try_again()
    {
        _system.Partner.OnCall = (command, _, _) => Task.FromResult(Outcome.Refused("not with us", new CallAnswered(command.Key, "refused")));
        await _system.SendInOrderAsync(new Note("key", 1), new Call("key", 1, "a"));

        await _system.UntilAsync("key", state => state.Answers.SequenceEqual(["refused"]));
        _system.Partner.Calls.Count.ShouldBe(1);
        await NothingIsLeftAsync();
    }

    [Test]
    public async Task Should_try_again_with_the_same_idempotency_key_and_hold_the_later_calls_of_the_key()
    {
        _system.Partner.OnCall = (command, call, _) => Task.FromResult(
            command.Number == 1 && call.Attempt < 4 ? Outcome.Transient("busy") : Outcome.Done(new CallAnswered(command.Key, $"done {command.Number}")));
        await _system.SendInOrderAsync(new Note("key", 0), new Call("key", 1, "a"), new Call("key", 2, "a"), new Note("other", 0), new Call("other", 9, "a"));

        await _system.UntilAsync("key", state => state.Answers.Count == 2);
        await _system.UntilAsync("other", state => state.Answers.Count == 1);
        (await _system.StateOfAsync("key"))!.Answers.ShouldBe(["done 1", "done 2"]);
        var first = _system.Partner.Calls.Where(call => call.Command.Number == 1).ToList();
        first.Select(call => call.Call.Attempt).ShouldBe([1, 2, 3, 4]);
        first.Select(call => call.Call.IdempotencyKey).Distinct().Count().ShouldBe(1);
        await NothingIsLeftAsync();
    }

    [Test]
    public async Task Should_ask_before_calling_again_when_the_outcome_is_unknown()
    {
        _system.Partner.OnCall = (_, _, _) => Task.FromResult(Outcome.Unknown("the line was cut"));
        _system.Partner.OnAsk = (command, _) => Task.FromResult(Outcome.Done(new CallAnswered(command.Key, "it was done")));
        await _system.SendInOrderAsync(new Note("key", 1), new Call("key", 1, "a"));

        await _system.UntilAsync("key", state => state.Answers.SequenceEqual(["it was done"]));
        _system.Partner.Calls.Select(call => call.Asked).ShouldBe([false, true]);
        await NothingIsLeftAsync();
    }

    [Test]
    public async Task Should_call_again_only_when_the_earlier_call_can_no_longer_be_on_its_way()
    {
        var times = new System.Collections.Concurrent.ConcurrentQueue<DateTimeOffset>();
        _system.Partner.OnCall = (command, call, _) =>
        {
            times.Enqueue(TimeProvider.System.GetUtcNow());
            return Task.FromResult(call.Attempt == 1 ? Outcome.Unknown("cut") : Outcome.Done(new CallAnswered(command.Key, "done")));
        };
        await _system.SendInOrderAsync(new Note("key", 1), new Call("key", 1, "a"));

        await _system.UntilAsync("key", state => state.Answers.Count == 1);
        _system.Partner.Calls.Count(call => !call.Asked).ShouldBe(2);
        (times.Last() - times.First()).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(450), "the call's time-out had to pass");
    }

    [Test]
    public async Task Should_give_up_and_show_what_can_neither_be_repeated_nor_asked()
    {
        _system.Partner.Repeatability = Repeatability.Neither(WhenUnknown.GiveUpAndShow);
        _system.Partner.OnCall = (command, _, _) => Task.FromResult(
            command.Number == 1 ? Outcome.Unknown("cut") : Outcome.Done(new CallAnswered(command.Key, "done")));
        await _system.SendInOrderAsync(new Note("key", 1), new Call("key", 1, "a"), new Call("key", 2, "a"));

        await _system.UntilAsync("key", state => state.Answers.Count == 1);
        (await _system.Database.ScalarAsync<long>("select count(*) from bus.doubt where kind = 2")).ShouldBe(1);
        _system.Partner.Calls.Count.ShouldBe(2);
        await NothingIsLeftAsync();
    }

    [Test]
    public async Task Should_repeat_what_the_partner_deduplicates_and_count_no_doubt()
    {
        _system.Partner.Repeatability = Repeatability.Deduplicates();
        _system.Partner.OnCall = (command, call, _) => Task.FromResult(
            call.Attempt == 1 ? Outcome.Unknown("cut") : Outcome.Done(new CallAnswered(command.Key, "done")));
        await _system.SendInOrderAsync(new Note("key", 1), new Call("key", 1, "a"));

        await _system.UntilAsync("key", state => state.Answers.Count == 1);
        _system.Partner.Calls.Count.ShouldBe(2);
        (await _system.Database.ScalarAsync<long>("select count(*) from bus.doubt")).ShouldBe(0);
    }

    [Test]
    public async Task Should_treat_a_call_without_an_answer_in_time_as_unknown()
    {
        _system.Partner.OnCall = async (_, _, cancellationToken) =>
        {
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            return Outcome.Done();
        };
        _system.Partner.OnAsk = (command, _) => Task.FromResult(Outcome.Done(new CallAnswered(command.Key, "asked")));
        await _system.SendInOrderAsync(new Note("key", 1), new Call("key", 1, "a"));

        await _system.UntilAsync("key", state => state.Answers.SequenceEqual(["asked"]));
    }

    [Test]
    public async Task Should_take_an_adapters_exception_for_an_unknown_outcome_and_say_that_it_is_a_defect()
    {
        _system.Partner.OnCall = (_, _, _) => throw new InvalidOperationException("a defect of the adapter");
        _system.Partner.OnAsk = (command, _) => Task.FromResult(Outcome.Done(new CallAnswered(command.Key, "asked")));
        await _system.SendInOrderAsync(new Note("key", 1), new Call("key", 1, "a"));

        await _system.UntilAsync("key", state => state.Answers.SequenceEqual(["asked"]));
        _system.Log.Lines.ShouldContain(line => line.Text.Contains("a defect, treated as an unknown outcome", StringComparison.Ordinal));
    }

    private async Task NothingIsLeftAsync()
    {
        foreach (var table in new[] { "outbound", "attempt", "later", "held", "blocked", "parked" })
        {
            await Eventually.HoldsAsync(
                async () => await _system.Database.ScalarAsync<long>($"select count(*) from bus.{table}") == 0, $"{table} is empty");
        }
    }
}
