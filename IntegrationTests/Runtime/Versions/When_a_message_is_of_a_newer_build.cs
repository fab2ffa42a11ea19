using DichVuCong.Messaging;
using DichVuCong.Runtime.Tests.Support;

namespace DichVuCong.Runtime.Tests.Versions;

internal sealed class When_a_message_is_of_a_newer_build
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    [Test]
    public async Task Should_hold_it_with_what_follows_and_park_nothing()
    {
        await using var system = await RuntimeHarness.StartAsync(hosts: 0);
        await system.AddHostAsync(build: LedgerTopology.CreateOlder());
        await system.SendInOrderAsync(new Note("key", 1), new Explode("key", 2, Harmless: true), new Note("key", 3), new Note("other", 9));

        await system.UntilAsync("other", state => state.Numbers.Count == 1);
        await system.UntilRowsAsync("select count(*) from bus.held", 2);
        (await system.StateOfAsync("key"))!.Numbers.ShouldBe([1]);
        (await system.Database.ScalarAsync<long>("select count(*) from bus.blocked where kind = 2 and reason = 'newer build'")).ShouldBe(1);
        (await system.Database.ScalarAsync<long>("select count(*) from bus.parked")).ShouldBe(0);
    }

    [Test]
    public async Task Should_be_taken_up_in_its_order_by_the_first_host_that_understands_it_while_older_ones_still_run()
    {
        await using var system = await RuntimeHarness.StartAsync(hosts: 0);
        await system.AddHostAsync(build: LedgerTopology.CreateOlder());
        await system.SendInOrderAsync(new Note("key", 1), new Explode("key", 2, Harmless: true), new Note("key", 3));
        await system.UntilRowsAsync("select count(*) from bus.held", 2);

        await system.AddHostAsync();
        await system.SendAsync(new Note("key", 4));

        await system.UntilAsync("key", state => state.Numbers.Count == 4, Long);
        (await system.StateOfAsync("key"))!.Numbers.ShouldBe([1, 2, 3, 4]);
        await system.UntilRowsAsync("select (select count(*) from bus.held) + (select count(*) from bus.blocked) + (select count(*) from bus.parked)", 0);
    }

    [Test]
    public async Task Should_hold_a_known_message_whose_schema_is_newer()
    {
        await using var system = await RuntimeHarness.StartAsync(hosts: 0);
        await system.SendInOrderAsync(new Note("key", 1), new Note("key", 2));
        await system.Database.ScalarAsync<object>("update bus.ready set schema = 9 where seq = (select max(seq) from bus.ready) returning seq");

        await system.AddHostAsync();

        await system.UntilRowsAsync("select count(*) from bus.held where schema = 9", 1);
        (await system.StateOfAsync("key"))!.Numbers.ShouldBe([1]);
    }

    [Test]
    public async Task Should_neither_read_nor_overwrite_a_state_of_a_newer_build()
    {
        await using var system = await RuntimeHarness.StartAsync();
        await system.SendAsync(new Note("key", 1));
        await system.UntilAsync("key", state => state.Numbers.Count == 1);
        await system.Database.ScalarAsync<object>("update bus.saga set schema = 9 where key = 'key' returning id");

        await system.SendAsync(new Note("key", 2));
        await system.UntilRowsAsync("select count(*) from bus.held", 1);
        (await system.Database.ScalarAsync<short>("select schema from bus.saga where key = 'key'")).ShouldBe((short)9);

        // As when the newer build has been rolled back and its states with it.
        await system.Database.ScalarAsync<object>("update bus.saga set schema = 1 where key = 'key' returning id");
        await system.UntilAsync("key", state => state.Numbers.SequenceEqual([1, 2]), Long);
    }

    [Test]
    public async Task Should_hold_a_call_that_only_a_newer_build_can_make()
    {
        await using var system = await RuntimeHarness.StartAsync(hosts: 1);
        await system.SendAsync(new Note("key", 0));
        await system.UntilAsync("key", state => state.Numbers.Count == 1);
        system.Partner.OnCall = (command, _, _) => Task.FromResult(Outcome.Done(new CallAnswered(command.Key, $"done {command.Number}")));
        await system.StopHostsAsync();
        await system.AddHostAsync(new() { Workers = 1, ServeLines = false });
        await system.SendInOrderAsync(new Call("key", 1, "a"), new Call("key", 2, "a"));
        await system.UntilRowsAsync("select count(*) from bus.outbound", 2);
        await system.StopHostsAsync();

        await system.AddHostAsync(build: LedgerTopology.CreateOlder());
        await system.UntilRowsAsync("select count(*) from bus.held where scope < 0", 2);
        (await system.Database.ScalarAsync<long>("select count(*) from bus.parked")).ShouldBe(0);
        await system.StopHostsAsync();

        await system.AddHostAsync();
        await system.UntilAsync("key", state => state.Answers.SequenceEqual(["done 1", "done 2"]), Long);
    }

    [Test]
    public async Task Should_publish_to_a_recorder_that_only_a_newer_build_knows()
    {
        await using var system = await RuntimeHarness.StartAsync(hosts: 1);
        await system.UntilRowsAsync("select count(*) from bus.subscription", 1);
        await system.StopHostsAsync();
        await system.AddHostAsync(build: LedgerTopology.CreateOlder());
        await system.SendInOrderAsync(new Note("key", 7));
        await system.UntilAsync("key", state => state.Numbers.Count == 1);
        (await system.Database.ScalarAsync<long>("select count(*) from line")).ShouldBe(0);

        await system.AddHostAsync();

        await system.UntilRowsAsync("select count(*) from line where key = 'key' and text = '7'", 1, Long);
    }
}
