using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Tests.Support;

namespace DichVuCong.Runtime.Tests.Lanes;

internal sealed class When_messages_of_many_keys_are_handled
{
    [Test]
    public async Task Should_decide_on_each_once_and_in_the_order_of_its_key_on_several_hosts()
    {
        await using var system = await RuntimeHarness.StartAsync(hosts: 2);
        const int keys = 40;
        const int numbers = 25;
        for (var number = 0; number < numbers; number++)
        {
            var now = number;
            await Task.WhenAll(Enumerable.Range(0, keys).Select(key => system.SendAsync(new Note($"key-{key}", now), Flow.Of(key % 7, Urgency.Normal))));
        }

        await system.UntilRowsAsync("select count(*) from bus.ready", 0);
        for (var key = 0; key < keys; key++)
        {
            (await system.StateOfAsync($"key-{key}"))!.Numbers.ShouldBe(Enumerable.Range(0, numbers));
        }

        (await system.Database.ScalarAsync<long>("select count(*) from line")).ShouldBe(keys * numbers, "one recorded row for each decision");
        (await system.Database.ScalarAsync<long>("select count(*) from bus.journal where outcome = 0")).ShouldBe(keys * numbers);
        (await system.Database.ScalarAsync<int>("select max(version) from bus.saga")).ShouldBe(numbers);
    }

    [Test]
    public async Task Should_keep_one_flow_for_a_key_that_another_key_sends_to()
    {
        await using var system = await RuntimeHarness.StartAsync();
        await system.SendAsync(new Note("from", 0), Flow.Of(3, Urgency.Urgent));
        await system.SendAsync(new Forward("from", "to", 7), Flow.Of(3, Urgency.Urgent));

        await system.UntilAsync("to", state => state.Numbers.Count == 1);
        (await system.Database.ScalarAsync<int>("select flow from bus.saga where key = 'to'")).ShouldBe(Flow.Shared);
        (await system.Database.ScalarAsync<int>("select flow from bus.saga where key = 'from'")).ShouldBe(Flow.Of(3, Urgency.Urgent));
    }

    [Test]
    public async Task Should_go_on_when_the_server_ends_its_sessions()
    {
        await using var system = await RuntimeHarness.StartAsync();
        for (var number = 0; number < 30; number++)
        {
            await system.SendAsync(new Note("key", number));
            if (number % 10 != 5) continue;
            await system.Database.ScalarAsync<long>(
                "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and application_name = 'dichvucong' and query like '%bus.ready%' and pid <> pg_backend_pid()");
        }

        await system.UntilAsync("key", state => state.Numbers.Count == 30);
        (await system.StateOfAsync("key"))!.Numbers.ShouldBe(Enumerable.Range(0, 30));
    }

    [Test]
    public async Task Should_give_every_flow_its_share_beside_a_backlog_of_one()
    {
        await using var system = await RuntimeHarness.StartAsync(hosts: 0);
        foreach (var chunk in Enumerable.Range(0, 9000).Chunk(3000))
        {
            await Task.WhenAll(chunk.Select(number => system.SendAsync(new Note($"big-{number}", number), Flow.Of(1, Urgency.Normal))));
        }

        await Task.WhenAll(Enumerable.Range(0, 100).Select(number => system.SendAsync(new Note($"small-{number}", number), Flow.Of(2 + number, Urgency.Normal))));

        // Small batches: a turn through all lanes takes some 1,600 messages, a small part of the backlog.
        await system.AddHostAsync(new() { Workers = 1, Batch = 100 });
        await system.UntilRowsAsync("select count(*) from bus.ready", 0);

        // The small ones came last and were all decided before half of the backlog was.
        var lastSmall = await system.Database.ScalarAsync<DateTime>(
            "select max(j.at) from bus.journal j join bus.saga s on s.id = j.saga where s.key like 'small-%'");
        await using var command = system.Database.Source.CreateCommand(
            "select count(*) from bus.journal j join bus.saga s on s.id = j.saga where s.key like 'big-%' and j.at > $1");
        command.Parameters.Add(new() { Value = lastSmall });
        ((long)(await command.ExecuteScalarAsync())!).ShouldBeGreaterThan(4500);
    }
}
