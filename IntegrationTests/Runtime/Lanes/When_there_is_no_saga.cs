using DichVuCong.Runtime.Tests.Support;

namespace DichVuCong.Runtime.Tests.Lanes;

internal sealed class When_there_is_no_saga
{
    [Test]
    public async Task Should_let_a_message_wait_for_its_saga_and_then_handle_it()
    {
        await using var system = await RuntimeHarness.StartAsync();
        await system.SendAsync(new SetAlarm("key", "bell", DateTimeOffset.UnixEpoch, Minutes: null));
        await system.UntilRowsAsync("select count(*) from bus.waiting", 1);

        await system.SendAsync(new Note("key", 1));

        await system.UntilAsync("key", state => state.Fired.Contains("bell"));
        (await system.Database.ScalarAsync<long>("select count(*) from bus.waiting")).ShouldBe(0);
    }

    [Test]
    public async Task Should_handle_a_message_that_was_taken_together_with_the_one_that_starts_its_saga()
    {
        await using var system = await RuntimeHarness.StartAsync();
        await system.SendInOrderAsync(new SetAlarm("key", "bell", DateTimeOffset.UnixEpoch, Minutes: null), new Note("key", 1));

        await system.UntilAsync("key", state => state.Fired.Contains("bell"));
        (await system.Database.ScalarAsync<long>("select count(*) from bus.waiting")).ShouldBe(0);
    }

    [Test]
    public async Task Should_park_a_message_that_waited_too_long()
    {
        await using var system = await RuntimeHarness.StartAsync();
        await system.SendAsync(new SetAlarm("key", "bell", DateTimeOffset.UnixEpoch, Minutes: null));
        await system.UntilRowsAsync("select count(*) from bus.waiting", 1);

        await system.Database.ScalarAsync<object>("with moved as (update bus.waiting set until = now() returning 1) select count(*) from moved");

        await system.UntilRowsAsync("select count(*) from bus.parked", 1);
        (await system.Database.ScalarAsync<long>("select count(*) from bus.blocked")).ShouldBe(0, "the saga may still come");
    }

    [Test]
    public async Task Should_record_and_end_a_message_that_came_too_late_to_matter()
    {
        await using var system = await RuntimeHarness.StartAsync();
        await system.SendAsync(new CancelAlarm("key", "bell"));

        await system.UntilRowsAsync("select count(*) from bus.journal where outcome = 11 and saga = 0", 1);
        (await system.Database.ScalarAsync<long>("select count(*) from bus.parked")).ShouldBe(0);
    }

    [Test]
    public async Task Should_park_without_closing_the_key_what_the_door_should_have_refused()
    {
        await using var system = await RuntimeHarness.StartAsync();
        await system.SendInOrderAsync(new Explode("key", 1, Harmless: true), new Note("key", 2));

        await system.UntilAsync("key", state => state.Numbers.SequenceEqual([2]));
        (await system.Database.ScalarAsync<long>("select count(*) from bus.parked")).ShouldBe(1);
    }
}
