using DichVuCong.Runtime.Parking;
using DichVuCong.Runtime.Tests.Support;

namespace DichVuCong.Runtime.Tests.Parking;

internal sealed class When_a_decision_fails
{
    private RuntimeHarness _system = null!;

    [SetUp]
    public async Task Fail()
    {
        _system = await RuntimeHarness.StartAsync();
        await _system.SendInOrderAsync(
            new Note("key", 1), new Explode("key", 2, Harmless: false), new Note("key", 3), new Note("key", 4), new Note("other", 9));
        await _system.UntilAsync("other", state => state.Numbers.Count == 1);
        await _system.UntilRowsAsync("select count(*) from bus.held", 2);
    }

    [TearDown]
    public async Task Stop() => await _system.DisposeAsync();

    [Test]
    public async Task Should_park_it_and_hold_the_later_messages_of_its_key_alone()
    {
        var parked = (await _system.Parking.ListAsync(10, CancellationToken.None)).ShouldHaveSingleItem();

        parked.Key.ShouldBe("key");
        parked.Where.ShouldBe("ledgers");
        parked.Type.ShouldBe("test.explode.v1");
        parked.Error.ShouldBe("InvalidOperationException: This decision cannot be made.");
        parked.Waiting.ShouldBe(2);
        (await _system.StateOfAsync("key"))!.Numbers.ShouldBe([1]);
    }

    [Test]
    public async Task Should_put_an_edited_message_into_its_place_before_what_was_held()
    {
        await OrderAsync(ParkingAction.Edit, """{"key":"key","number":2,"harmless":true}"""u8.ToArray());
        await _system.SendAsync(new Note("key", 5));

        await _system.UntilAsync("key", state => state.Numbers.Count == 5);
        (await _system.StateOfAsync("key"))!.Numbers.ShouldBe([1, 2, 3, 4, 5]);
        await EverythingIsOpenAsync();
    }

    [Test]
    public async Task Should_leave_nothing_behind_that_came_in_just_before_the_order()
    {
        // The message and the order behind it are decided in one batch.
        await _system.StopHostsAsync();
        await _system.SendAsync(new Note("key", 5));
        await OrderAsync(ParkingAction.Discard, body: null);
        await _system.AddHostAsync();

        await _system.UntilAsync("key", state => state.Numbers.Count == 4);
        (await _system.StateOfAsync("key"))!.Numbers.ShouldBe([1, 3, 4, 5]);
        await EverythingIsOpenAsync();
    }

    [Test]
    public async Task Should_go_on_behind_a_message_that_was_discarded()
    {
        await OrderAsync(ParkingAction.Discard, body: null);

        await _system.UntilAsync("key", state => state.Numbers.Count == 3);
        (await _system.StateOfAsync("key"))!.Numbers.ShouldBe([1, 3, 4]);
        await EverythingIsOpenAsync();
    }

    [Test]
    public async Task Should_park_it_again_with_everything_behind_it_when_it_fails_again()
    {
        await OrderAsync(ParkingAction.Retry, body: null);

        await _system.UntilRowsAsync("select count(*) from bus.journal where outcome = 12", 2);
        await _system.UntilRowsAsync("select count(*) from bus.held", 2);
        (await _system.StateOfAsync("key"))!.Numbers.ShouldBe([1]);
        (await _system.Database.ScalarAsync<long>("select count(*) from bus.parked")).ShouldBe(1);
    }

    [Test]
    public async Task Should_hold_clocks_that_fire_on_a_closed_key()
    {
        await _system.Database.ScalarAsync<object>(
            """
            with word as (insert into bus.word (kind, name) values ('clock', 'bell') returning id)
            insert into bus.clock (saga, name, lane, serial, due, state)
            select s.id, word.id, $$LANE$$, 1, now(), 1 from bus.saga s, word where s.key = 'key' returning saga
            """.Replace("$$LANE$$", DichVuCong.Runtime.Lanes.Lane.Of("key").ToString(), StringComparison.Ordinal));

        await _system.UntilRowsAsync("select count(*) from bus.held", 3);
    }

    [Test]
    public async Task Should_say_so_when_the_message_is_not_parked() =>
        await Should.ThrowAsync<KeyNotFoundException>(
            () => _system.Parking.OrderAsync(Guid.NewGuid(), ParkingAction.Retry, body: null, "tester", CancellationToken.None));

    private async Task OrderAsync(ParkingAction action, byte[]? body)
    {
        var parked = (await _system.Parking.ListAsync(10, CancellationToken.None)).ShouldHaveSingleItem();
        await _system.Parking.OrderAsync(parked.Id, action, body, "tester", CancellationToken.None);
    }

    private async Task EverythingIsOpenAsync()
    {
        foreach (var table in new[] { "parked", "held", "blocked", "ready" })
        {
            (await _system.Database.ScalarAsync<long>($"select count(*) from bus.{table}")).ShouldBe(0, table);
        }
    }
}
