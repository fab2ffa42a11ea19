using DichVuCong.Messaging;
using DichVuCong.Runtime.Parking;
using DichVuCong.Runtime.Tests.Support;

namespace DichVuCong.Runtime.Tests.Lines;

internal sealed class When_a_partner_is_sick
{
    private static readonly LineLimits Limits = LineLimits.Default with
    {
        FirstRetryAfter = TimeSpan.FromMilliseconds(10),
        LongestRetryAfter = TimeSpan.FromMilliseconds(40),
        CircuitOpensAfter = 5,
        CircuitStaysOpen = TimeSpan.FromMilliseconds(50),
        CallTimeout = TimeSpan.FromSeconds(5),
    };

    [Test]
    public async Task Should_open_the_circuit_leave_the_others_alone_and_drain_in_order_when_it_is_well_again()
    {
        await using var system = await RuntimeHarness.StartAsync(limits: Limits);
        var down = true;
        system.Partner.OnCall = (command, _, _) => Task.FromResult(
            Volatile.Read(ref down) && command.Partner == "a"
                ? Outcome.Transient("connection refused")
                : Outcome.Done(new CallAnswered(command.Key, $"done {command.Number}")));
        for (var number = 0; number < 3; number++)
        {
            foreach (var key in Enumerable.Range(0, 20))
            {
                if (number == 0) await system.SendAsync(new Note($"a-{key}", 0), new Note($"b-{key}", 0));
                await system.SendAsync(new Call($"a-{key}", number, "a"), new Call($"b-{key}", number, "b"));
            }
        }

        foreach (var key in Enumerable.Range(0, 20)) await system.UntilAsync($"b-{key}", state => state.Answers.Count == 3);
        (await system.Database.ScalarAsync<string>("select circuit from bus.line where partner = 'partner:a'")).ShouldNotBe("closed");
        (await system.Database.ScalarAsync<string>("select circuit from bus.line where partner = 'partner:b'")).ShouldBe("closed");

        Volatile.Write(ref down, false);

        foreach (var key in Enumerable.Range(0, 20))
        {
            await system.UntilAsync($"a-{key}", state => state.Answers.Count == 3);
            (await system.StateOfAsync($"a-{key}"))!.Answers.ShouldBe(["done 0", "done 1", "done 2"]);
        }

        await system.UntilRowsAsync("select count(*) from bus.line where circuit <> 'closed'", 0);
    }

    [Test]
    public async Task Should_park_a_call_whose_budget_is_used_up_and_take_it_back_on_an_operators_word()
    {
        await using var system = await RuntimeHarness.StartAsync(limits: Limits with { MaxAttempts = 3, CircuitOpensAfter = 100 });
        var broken = true;
        system.Partner.OnCall = (command, _, _) => Task.FromResult(
            Volatile.Read(ref broken) && command.Number == 1 ? Outcome.Transient("no") : Outcome.Done(new CallAnswered(command.Key, $"done {command.Number}")));
        await system.SendInOrderAsync(
            new Note("key", 0), new Call("key", 1, "a"), new Call("key", 2, "a"), new Note("other", 0), new Call("other", 3, "a"));
        await system.UntilAsync("other", state => state.Answers.Count == 1);
        await system.UntilRowsAsync("select count(*) from bus.parked", 1);
        await system.UntilRowsAsync("select count(*) from bus.held", 1);
        var parked = (await system.Parking.ListAsync(10, CancellationToken.None)).ShouldHaveSingleItem();
        (parked.Where, parked.Key, parked.IsCall, parked.Attempts).ShouldBe(("partner:a", "key", true, 3));

        Volatile.Write(ref broken, false);
        await system.Parking.OrderAsync(parked.Id, ParkingAction.Retry, body: null, "tester", CancellationToken.None);

        await system.UntilAsync("key", state => state.Answers.Count == 2);
        (await system.StateOfAsync("key"))!.Answers.ShouldBe(["done 1", "done 2"]);
        await system.UntilRowsAsync("select (select count(*) from bus.held) + (select count(*) from bus.blocked) + (select count(*) from bus.parked)", 0);
    }

    [Test]
    public async Task Should_not_call_in_a_maintenance_window_or_while_the_line_is_stopped()
    {
        await using var system = await RuntimeHarness.StartAsync(limits: Limits, hosts: 0);
        await system.Database.ScalarAsync<object>(
            "insert into bus.line_window select id, now() - interval '1 minute', now() + interval '1 hour', 'planned' from bus.line where partner = 'partner:a' returning 1");
        await system.Database.ScalarAsync<object>("update bus.line set stopped = true where partner = 'partner:b' returning 1");
        await system.AddHostAsync();
        await system.SendInOrderAsync(new Note("key", 0), new Call("key", 1, "a"), new Note("other", 0), new Call("other", 1, "b"));
        await system.UntilRowsAsync("select count(*) from bus.outbound", 2);

        system.Partner.Calls.ShouldBeEmpty();
        await system.Database.ScalarAsync<object>("delete from bus.line_window returning 1");
        await system.UntilAsync("key", state => state.Answers.Count == 1);
        (await system.StateOfAsync("other"))!.Answers.ShouldBeEmpty();
    }

    [Test]
    public async Task Should_keep_within_the_concurrency_of_its_line()
    {
        await using var system = await RuntimeHarness.StartAsync(limits: Limits with { Concurrency = 3 });
        var gate = new TaskCompletionSource();
        system.Partner.OnCall = async (command, _, _) =>
        {
            await gate.Task;
            return Outcome.Done(new CallAnswered(command.Key, "done"));
        };
        for (var key = 0; key < 12; key++) await system.SendInOrderAsync(new Note($"key-{key}", 0), new Call($"key-{key}", 1, "a"));
        await system.UntilRowsAsync("select count(*) from bus.attempt", 3);

        gate.SetResult();

        for (var key = 0; key < 12; key++) await system.UntilAsync($"key-{key}", state => state.Answers.Count == 1);
        system.Partner.MostOut.ShouldBeLessThanOrEqualTo(3);
    }
}
