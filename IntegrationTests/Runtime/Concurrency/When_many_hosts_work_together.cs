using DichVuCong.Messaging;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Tests.Support;
using DichVuCong.Testing;
using Npgsql;

namespace DichVuCong.Runtime.Tests.Concurrency;

internal sealed class When_many_hosts_work_together
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(90);

    [Test]
    public async Task Should_keep_every_order_and_decide_on_everything_once()
    {
        await using var system = await RuntimeHarness.StartAsync(hosts: 6, new() { Workers = 2, Batch = 50 });
        await SendAsync(system, keys: 60, numbers: 20);

        await system.UntilRowsAsync("select count(*) from bus.ready", 0, Long);
        await EverythingIsThereAsync(system, keys: 60, numbers: 20);
    }

    [Test]
    public async Task Should_fire_clocks_by_the_database_whatever_the_hosts_clocks_say()
    {
        await using var system = await RuntimeHarness.StartAsync(hosts: 0);
        await system.AddHostAsync(time: new WrongClock(TimeSpan.FromHours(2)));
        await system.AddHostAsync(time: new WrongClock(TimeSpan.FromHours(-2)));
        var soon = new DateTimeOffset(await system.Database.ScalarAsync<DateTime>("select clock_timestamp() + interval '2 seconds'"), TimeSpan.Zero);
        await system.SendInOrderAsync(
            new Note("key", 1), new SetAlarm("key", "soon", soon, Minutes: null), new SetAlarm("key", "later", soon.AddMinutes(90), Minutes: null));

        await system.UntilAsync("key", state => state.Fired.Count > 0, Long);

        (await system.StateOfAsync("key"))!.Fired.ShouldBe(["soon"]);
        (await system.Database.ScalarAsync<bool>($"select min(at) >= '{soon:O}' from bus.journal j join bus.word w on w.id = j.type where w.name = 'bus.clock-fired.v1'"))
            .ShouldBeTrue("no host fired it before its time");
    }

    [Test]
    public async Task Should_try_a_failed_call_again_in_its_time_whatever_the_hosts_clocks_say()
    {
        await using var system = await RuntimeHarness.StartAsync(hosts: 0);
        var calls = 0;
        system.Partner.OnCall = (command, _, _) => Task.FromResult(
            Interlocked.Increment(ref calls) == 1 ? Outcome.Transient("not now") : Outcome.Done(new CallAnswered(command.Key, "done")));
        await system.AddHostAsync(time: new WrongClock(TimeSpan.FromHours(-2)));
        await system.SendInOrderAsync(new Note("key", 1), new Call("key", 1, "a"));

        await system.UntilAsync("key", state => state.Answers.Count == 1, Long);
    }

    [Test]
    public async Task Should_go_on_when_one_is_frozen_in_the_middle_of_a_transaction()
    {
        await using var system = await RuntimeHarness.StartAsync();
        await using var frozen = await system.Database.Source.OpenConnectionAsync();
        await using (var settings = new NpgsqlCommand(LaneCommands.Session, frozen)) await settings.ExecuteNonQueryAsync();
        await using var transaction = await frozen.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("select count(pg_try_advisory_xact_lock($1, l)) from generate_series(0, 63) l", frozen))
        {
            hold.Parameters.Add(new() { Value = Lane.LockSpace });
            await hold.ExecuteScalarAsync();
        }

        // It says nothing more, and keeps all lanes: until the server ends its session.
        await system.SendAsync(new Note("key", 1));

        await system.UntilAsync("key", state => state.Numbers.Count == 1, Long);
    }

    [Test]
    public async Task Should_lose_park_and_stop_nothing_while_hosts_of_two_builds_are_restarted_one_by_one()
    {
        // The newer build has been here before and was rolled back: its subscription stands.
        await using var system = await RuntimeHarness.StartAsync(hosts: 1);
        await system.StopHostsAsync();
        var hosts = new List<Microsoft.Extensions.Hosting.BackgroundService>();
        for (var host = 0; host < 3; host++) hosts.Add(await system.AddHostAsync(build: LedgerTopology.CreateOlder()));
        const int keys = 40;
        using var done = new CancellationTokenSource();
        var numbers = 0;
        var load = Task.Run(async () =>
        {
            for (; !done.IsCancellationRequested; numbers++)
            {
                var now = numbers;
                await Task.WhenAll(Enumerable.Range(0, keys).Select(key => system.SendAsync(new Note($"key-{key}", now), Flow.Of(key % 7, Urgency.Normal))));
            }
        });

        foreach (var old in hosts)
        {
            await system.AddHostAsync();
            await ProgressAsync(system);
            await old.StopAsync(CancellationToken.None);
            await ProgressAsync(system);
        }

        await done.CancelAsync();
        await load;
        await system.UntilRowsAsync("select count(*) from bus.ready", 0, Long);
        await system.UntilRowsAsync("select count(*) from bus.blocked", 0, Long);
        (await system.Database.ScalarAsync<long>("select count(*) from bus.parked")).ShouldBe(0);
        await EverythingIsThereAsync(system, keys, numbers);
    }

    private static async Task SendAsync(RuntimeHarness system, int keys, int numbers)
    {
        for (var number = 0; number < numbers; number++)
        {
            var now = number;
            await Task.WhenAll(Enumerable.Range(0, keys).Select(key => system.SendAsync(new Note($"key-{key}", now), Flow.Of(key % 7, Urgency.Normal))));
        }
    }

    private static async Task ProgressAsync(RuntimeHarness system)
    {
        var before = await system.Database.ScalarAsync<long>("select coalesce(sum(version), 0) from bus.saga");
        await Eventually.HoldsAsync(
            async () => await system.Database.ScalarAsync<long>("select coalesce(sum(version), 0) from bus.saga") > before + 100, "the flow goes on", Long);
    }

    private static async Task EverythingIsThereAsync(RuntimeHarness system, int keys, int numbers)
    {
        for (var key = 0; key < keys; key++)
        {
            (await system.StateOfAsync($"key-{key}"))!.Numbers.ShouldBe(Enumerable.Range(0, numbers));
        }

        (await system.Database.ScalarAsync<long>("select count(*) from bus.journal where outcome = 0")).ShouldBe(keys * numbers);
        await system.UntilRowsAsync("select count(*) from line", keys * numbers, Long);
    }

    private sealed class WrongClock(TimeSpan error) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + error;
    }
}
