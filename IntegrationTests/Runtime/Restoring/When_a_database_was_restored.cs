using DichVuCong.Messaging;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Restoring;
using DichVuCong.Runtime.Tests.Support;
using DichVuCong.Testing;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Runtime.Tests.Restoring;

internal sealed class When_a_database_was_restored
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Test]
    public async Task Should_ask_about_a_call_that_stood_in_its_line_and_call_when_the_partner_knows_nothing_of_it()
    {
        await using var system = await RuntimeHarness.StartAsync(hosts: 0);
        await StandInTheLineAsync(system, "stood");
        await MarkAsync(system);

        await system.AddHostAsync();
        await system.UntilAsync("stood", state => state.Answers.SequenceEqual(["done 1"]));

        system.Partner.Calls[0].Asked.ShouldBeTrue();
        system.Partner.Calls.Count(call => !call.Asked).ShouldBe(1);
    }

    [Test]
    public async Task Should_not_repeat_a_call_that_the_partner_says_was_made()
    {
        await using var system = await RuntimeHarness.StartAsync(hosts: 0);
        system.Partner.OnAsk = (command, _) => Task.FromResult(Outcome.Done(new CallAnswered(command.Key, "was made")));
        await StandInTheLineAsync(system, "made");
        await MarkAsync(system);

        await system.AddHostAsync();
        await system.UntilAsync("made", state => state.Answers.SequenceEqual(["was made"]));

        system.Partner.Calls.ShouldAllBe(call => call.Asked);
    }

    [Test]
    public async Task Should_ask_about_a_call_that_is_decided_only_now_of_what_came_before()
    {
        await using var system = await RuntimeHarness.StartAsync(hosts: 0);
        // It waits in its lane: the life that was lost may have decided it, with the same id.
        await system.SendInOrderAsync(new Note("waited", 0), new Call("waited", 1, "a"));
        await MarkAsync(system);

        await system.AddHostAsync();
        await system.UntilAsync("waited", state => state.Answers.Count == 1);

        system.Partner.Calls[0].Asked.ShouldBeTrue();
    }

    [Test]
    public async Task Should_call_at_once_for_what_came_after_the_restore()
    {
        await using var system = await RuntimeHarness.StartAsync(hosts: 0);
        await system.Door.Opened;
        await MarkAsync(system);
        await PassAsync(system);

        // The door of before the restore takes nothing any more: what it remembers is of the life that was lost.
        await Should.ThrowAsync<DoorBusyException>(() => system.SendAsync(new Note("old", 0)));
        await Eventually.HoldsAsync(() => system.Door.ExecuteTask!.IsFaulted, "the door ends, and its host with it", Patience);
        await system.AddHostAsync();
        using var door = new Door(
            system.Connections, LedgerTopology.Create(system.Partner), [new LineRecorder()], new DoorOptions(), TimeProvider.System, system.Log.CreateLogger<Door>());
        await door.StartAsync(CancellationToken.None);
        await door.AcceptAsync(
            new DoorCall { Messages = [new DoorMessage(new Note("new", 0), Flow.Shared), new DoorMessage(new Call("new", 1, "a"), Flow.Shared)] }, CancellationToken.None);
        await system.UntilAsync("new", state => state.Answers.Count == 1);

        system.Partner.Calls.ShouldHaveSingleItem().Asked.ShouldBeFalse();
        await door.StopAsync(CancellationToken.None);
    }

    [TestCase(WhenUnknown.GiveUpAndShow, 0, 2)]
    [TestCase(WhenUnknown.SendAgain, 1, 1)]
    public async Task Should_leave_it_to_the_setting_where_the_partner_can_neither_be_asked_nor_recognise_it(WhenUnknown setting, int calls, int doubt)
    {
        await using var system = await RuntimeHarness.StartAsync(hosts: 0);
        system.Partner.Repeatability = Repeatability.Neither(setting);
        await StandInTheLineAsync(system, "doubtful");
        await MarkAsync(system);

        await system.AddHostAsync();
        await system.UntilRowsAsync($"select count(*) from bus.doubt where kind = {doubt} and key = 'doubtful'", 1);
        await system.UntilRowsAsync("select (select count(*) from bus.outbound) + (select count(*) from bus.later)", 0);

        system.Partner.Calls.Count.ShouldBe(calls);
        (await system.Database.ScalarAsync<string>("select circuit from bus.line where partner = 'partner:a'")).ShouldBe("closed");
    }

    [Test]
    public async Task Should_not_call_before_somebody_has_marked_it()
    {
        await using var system = await RuntimeHarness.StartAsync(hosts: 0);
        await ExecuteAsync(system, "update bus.incarnation set timeline = timeline + 1");
        await system.SendInOrderAsync(new Note("early", 0));

        var starting = system.AddHostAsync();
        await Eventually.HoldsAsync(() => system.Log.Lines.Any(line => line.Text.Contains("restore finish", StringComparison.Ordinal)), "the host says what it waits for", Patience);
        (await system.StateOfAsync("early")).ShouldBeNull();

        await MarkAsync(system);
        await starting;
        await system.UntilAsync("early", _ => true);
    }

    [Test]
    public async Task Should_end_a_host_that_ran_on_through_it()
    {
        await using var system = await RuntimeHarness.StartAsync(hosts: 0);
        var host = await system.AddHostAsync();

        await MarkAsync(system);

        await Eventually.HoldsAsync(() => host.ExecuteTask!.IsCompleted, "the host ends itself", Patience);
        host.ExecuteTask!.Exception!.InnerExceptions.ShouldHaveSingleItem().ShouldBeOfType<DatabaseWasRestoredException>();
    }

    [Test]
    public async Task Should_raise_every_counter_and_every_lines_epoch()
    {
        await using var system = await RuntimeHarness.StartAsync(hosts: 0);
        await system.Door.Opened;
        var words = await system.Database.ScalarAsync<long>("select coalesce(max(id), 0)::bigint from bus.word");
        await MarkAsync(system, gap: 5_000);

        (await system.Database.ScalarAsync<long>("select nextval('bus.message_seq')")).ShouldBeGreaterThan(5_000);
        // Drawn in blocks of 500: a gap of as many blocks.
        (await system.Database.ScalarAsync<long>("select nextval('bus.saga_id')")).ShouldBeGreaterThan(2_500_000);
        (await system.Database.ScalarAsync<long>("select min(epoch) from bus.line")).ShouldBe(5_000);
        // Words and lines are numbered in two bytes, and found again by their names.
        (await system.Database.ScalarAsync<long>("select coalesce(max(id), 0)::bigint from bus.word")).ShouldBe(words);
        (await system.Database.ScalarAsync<long>("insert into bus.word (kind, name) values ('edge', 'new') returning id::bigint")).ShouldBeLessThan(words + 100);
        (await Incarnation.ReadAsync(system.Connections.Pooled, CancellationToken.None)).Number.ShouldBe(2);
    }

    private static async Task StandInTheLineAsync(RuntimeHarness system, string key)
    {
        var deciding = await system.AddHostAsync(new() { Workers = 1, ServeLines = false });
        await system.SendInOrderAsync(new Note(key, 0), new Call(key, 1, "a"));
        await system.UntilRowsAsync("select count(*) from bus.outbound", 1);
        await deciding.StopAsync(CancellationToken.None);
    }

    private static async Task MarkAsync(RuntimeHarness system, long gap = 1_000_000)
    {
        await PassAsync(system);
        await using var connection = await system.Database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await RestoreMark.WriteAsync(connection, new RestoreTerms(DateTimeOffset.UtcNow.AddMinutes(-5), gap, "truc-ban"), CancellationToken.None);
        await transaction.CommitAsync();
    }

    /// <summary>Ids begin with milliseconds: what comes next is in another one.</summary>
    private static async Task PassAsync(RuntimeHarness system)
    {
        var then = DateTimeOffset.UtcNow;
        await Eventually.HoldsAsync(
            async () => DateTimeOffset.UtcNow > then.AddMilliseconds(2) && new DateTimeOffset(await system.Database.ScalarAsync<DateTime>("select clock_timestamp()")) > then.AddMilliseconds(2),
            "the clocks have gone on", Patience);
    }

    private static async Task ExecuteAsync(RuntimeHarness system, string sql)
    {
        await using var command = system.Database.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
