using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Naming;
using DichVuCong.Runtime.Tests.Support;

namespace DichVuCong.Runtime.Tests.Clocks;

internal sealed class When_a_clock_comes_due
{
    private static readonly DateTimeOffset LongAgo = DateTimeOffset.UnixEpoch;
    private static readonly DateTimeOffset FarAhead = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private RuntimeHarness _system = null!;

    [SetUp]
    public async Task Start()
    {
        _system = await RuntimeHarness.StartAsync();
        await _system.SendAsync(new Note("key", 1));
    }

    [TearDown]
    public async Task Stop() => await _system.DisposeAsync();

    [Test]
    public async Task Should_fire_it_once_and_remove_it()
    {
        await _system.SendAsync(new SetAlarm("key", "bell", LongAgo, Minutes: null));

        await _system.UntilAsync("key", state => state.Fired.Count > 0);
        await _system.UntilRowsAsync("select count(*) from bus.clock", 0);
        (await _system.StateOfAsync("key"))!.Fired.ShouldBe(["bell"]);
    }

    [Test]
    public async Task Should_keep_clocks_of_different_names_apart()
    {
        await _system.SendInOrderAsync(
            new SetAlarm("key", "first", FarAhead, Minutes: null), new SetAlarm("key", "second", LongAgo, Minutes: null));

        await _system.UntilAsync("key", state => state.Fired.Count > 0);
        (await _system.StateOfAsync("key"))!.Fired.ShouldBe(["second"]);
        (await _system.Database.ScalarAsync<long>("select count(*) from bus.clock where state = 1")).ShouldBe(1);
    }

    [Test]
    public async Task Should_not_fire_one_that_was_cancelled_in_the_same_breath()
    {
        await _system.SendInOrderAsync(new SetAlarm("key", "bell", LongAgo, Minutes: null), new CancelAlarm("key", "bell"), new Note("key", 2));

        await _system.UntilAsync("key", state => state.Numbers.Count == 2);
        await _system.UntilRowsAsync("select count(*) from bus.clock", 0);
        (await _system.StateOfAsync("key"))!.Fired.ShouldBeEmpty();
    }

    [Test]
    public async Task Should_drop_a_firing_that_was_on_its_way_when_its_clock_was_moved()
    {
        // The firing is in the queue (the clock is marked as fired), and before it a message that moves the clock.
        await _system.DisposeAsync();
        _system = await RuntimeHarness.StartAsync(hosts: 0);
        await _system.SendInOrderAsync(new Note("key", 1), new SetAlarm("key", "bell", LongAgo, Minutes: null));
        var host = await _system.AddHostAsync(new() { Workers = 1, ClockInterval = TimeSpan.FromDays(1) });
        await _system.UntilRowsAsync("select count(*) from bus.clock", 1);
        await host.StopAsync(CancellationToken.None);
        await _system.SendAsync(new SetAlarm("key", "bell", FarAhead, Minutes: null));
        await _system.Database.ScalarAsync<object>(
            """
            with fired as (update bus.clock set state = 3 returning saga, name, serial)
            insert into bus.ready (lane, flow, id, type, schema, endpoint, key, conversation, sent_at, body)
            select r.lane, r.flow, gen_random_uuid(), w.id, 1, r.endpoint, r.key, r.conversation, r.sent_at,
              convert_to('{"saga":"key","clock":"bell","serial":' || f.serial || ',"due":"1970-01-01T00:00:00+00:00"}', 'UTF8')
            from bus.ready r, fired f, bus.word w where w.name = 'bus.clock-fired.v1' returning 1
            """);

        await _system.AddHostAsync(new() { Workers = 1 });

        await _system.UntilRowsAsync("select count(*) from bus.journal where outcome = 10", 1);
        (await _system.StateOfAsync("key"))!.Fired.ShouldBeEmpty();
        (await _system.Database.ScalarAsync<long>("select count(*) from bus.clock where state = 1 and due > '2099-01-01'")).ShouldBe(1);
    }

    [Test]
    public async Task Should_move_running_clocks_when_the_calendar_changes_and_tell_their_sagas()
    {
        await _system.SendAsync(new SetAlarm("key", "term", Due: null, Minutes: 600));
        await _system.UntilRowsAsync("select count(*) from bus.clock", 1);
        var before = await _system.Database.ScalarAsync<DateTime>("select due from bus.clock");

        _system.Calendars.Step();

        await _system.UntilAsync("key", state => state.CalendarVersion == 2);
        var after = await _system.Database.ScalarAsync<DateTime>("select due from bus.clock");
        after.ShouldBe(before.AddHours(1));
        (await _system.StateOfAsync("key"))!.MovedTo!.Value.UtcDateTime.ShouldBe(after);
    }

    [Test]
    public async Task Should_count_again_instead_of_firing_by_an_old_calendar()
    {
        await _system.SendAsync(new SetAlarm("key", "term", Due: null, Minutes: 600));
        await _system.UntilRowsAsync("select count(*) from bus.clock", 1);
        // Due by the calendar it was counted with, and not due by the one in force.
        await _system.Database.ScalarAsync<object>("update bus.clock set due = now() - interval '1 minute', calendar_version = 0 returning 1");

        await _system.UntilAsync("key", state => state.CalendarVersion == 1);
        (await _system.StateOfAsync("key"))!.Fired.ShouldBeEmpty();
        (await _system.Database.ScalarAsync<bool>("select due > now() + interval '9 hours' and state = 1 from bus.clock")).ShouldBeTrue();
    }

    [Test]
    public void Should_tell_a_move_and_the_firing_at_the_new_time_apart()
    {
        // Effects get their ids from their cause: two causes of one id would have effects of one id.
        var topology = LedgerTopology.Create(new ScriptedPartner());
        short number = 0;
        var vocabulary = new Vocabulary(
            topology, [.. topology.Messages.Select(type => (++number, "type", type.Name)), (++number, "clock", "term")]);
        var due = FarAhead.AddDays(1);
        var clock = new ClockFiring(1, number, 0, 3, FarAhead, Terms: null, CalendarVersion: 2, Endpoint: 1, "key", 0);

        var moved = (clock with { MovedTo = due }).ToMessage(topology, vocabulary, FarAhead);
        var fired = (clock with { Due = due }).ToMessage(topology, vocabulary, FarAhead);

        moved.Id.ShouldNotBe(fired.Id);
        (clock with { MovedTo = due }).ToMessage(topology, vocabulary, FarAhead).Id.ShouldBe(moved.Id);
    }
}
