using System.Diagnostics;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Parking;
using DichVuCong.Runtime.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.Runtime.Tests.Deaths;

internal sealed class When_a_message_kills_its_host
{
    [Test]
    public async Task Should_park_it_at_the_third_death_and_lose_nothing_else()
    {
        await using var system = await RuntimeHarness.StartAsync(hosts: 0);
        // Keys of one lane with the killer's: they are in hand with it each time.
        var keys = Enumerable.Range(0, 5000).Select(number => $"key-{number}").Where(key => Lane.Of(key) == Lane.Of("killer")).Take(8).ToList();
        await system.SendInOrderAsync([.. keys.Select(key => new Note(key, 1)), new Note("killer", 1), new Kill("killer"), new Note("killer", 2), .. keys.Select(key => new Note(key, 2))]);

        var deaths = 0;
        while (await system.Database.ScalarAsync<long>("select count(*) from bus.parked") == 0 && deaths < 6)
        {
            using var process = MortalHost.Start(system.Database.ConnectionString, "killer");
            await Eventually.HoldsAsync(
                async () => process.HasExited || await system.Database.ScalarAsync<long>("select count(*) from bus.parked") > 0, "a death or a parked message",
                TimeSpan.FromSeconds(60));
            if (process.HasExited) deaths++;
            else Kill(process);
        }

        deaths.ShouldBe(3);
        var parked = (await system.Parking.ListAsync(10, CancellationToken.None)).ShouldHaveSingleItem();
        (parked.Key, parked.Type).ShouldBe(("killer", "test.kill.v1"));
        parked.Error.ShouldContain("died");
        await system.AddHostAsync();
        foreach (var key in keys) await system.UntilAsync(key, state => state.Numbers.SequenceEqual([1, 2]));
        await system.UntilRowsAsync("select count(*) from bus.held", 1);
        await system.UntilRowsAsync("select count(*) from bus.lane_death", 0);

        await system.Parking.OrderAsync(parked.Id, ParkingAction.Discard, body: null, "tester", CancellationToken.None);
        await system.UntilAsync("killer", state => state.Numbers.SequenceEqual([1, 2]));
    }

    [Test]
    public async Task Should_end_a_host_whose_decision_does_not_end()
    {
        await using var system = await RuntimeHarness.StartAsync(hosts: 0);
        await system.SendInOrderAsync(new Note("sleeper", 1), new Kill("sleeper"));

        using var process = MortalHost.Start(system.Database.ConnectionString, "sleeper");
        await Eventually.HoldsAsync(() => process.HasExited, "the end of the host", TimeSpan.FromSeconds(60));

        process.ExitCode.ShouldBe(128 + 9, "it killed itself");
        (await system.Database.ScalarAsync<long>("select count(*) from bus.lane_note where lanes is not null")).ShouldBeGreaterThan(0, "what it had in hand");
        (await system.Database.ScalarAsync<long>("select count(*) from bus.ready r join bus.word w on w.id = r.type where w.name = 'test.kill.v1'")).ShouldBe(1);
    }

    [Test]
    public async Task Should_forget_a_death_when_what_was_in_hand_is_done()
    {
        await using var system = await RuntimeHarness.StartAsync(hosts: 0);
        await system.SendInOrderAsync(new Note("key", 1));
        // A host that died with the key's lane in hand, as an ordinary crash would leave it.
        await system.Database.ScalarAsync<object>(
            $"""
            with h as (
              insert into bus.host (id, kind, machine, build, workers, started_at, heartbeat, no)
              values (gen_random_uuid(), 'worker', 'm', 'b', 1, now(), now(), -1) returning id)
            insert into bus.lane_note (host, worker, lanes, up_to) select id, 0, array[{Lane.Of("key")}]::smallint[], array[1000000] from h returning host
            """);

        await system.AddHostAsync();

        await system.UntilAsync("key", state => state.Numbers.SequenceEqual([1]));
        await system.UntilRowsAsync("select count(*) from bus.lane_note n join bus.host h on h.id = n.host where h.no = -1", 0);
        await system.SendAsync(new Note("key", 2));
        await system.UntilAsync("key", state => state.Numbers.SequenceEqual([1, 2]));
        await system.UntilRowsAsync("select count(*) from bus.lane_death", 0);
    }

    private static void Kill(Process process)
    {
        process.Kill();
        process.WaitForExit();
    }
}
