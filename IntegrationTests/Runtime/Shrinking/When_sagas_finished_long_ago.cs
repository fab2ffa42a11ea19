using DichVuCong.Runtime.Naming;
using DichVuCong.Runtime.Shrinking;
using DichVuCong.Runtime.Tests.Support;

namespace DichVuCong.Runtime.Tests.Shrinking;

internal sealed class When_sagas_finished_long_ago
{
    private const int Sagas = 60;
    private RuntimeHarness _system = null!;

    /// <summary>Even sagas are finished, odd ones are open; all are silent for 100 days, and began 130 days ago.</summary>
    [SetUp]
    public async Task Work()
    {
        _system = await RuntimeHarness.StartAsync();
        await _system.SendAsync([.. Enumerable.Range(0, Sagas).Select(key => new Note($"key-{key}", 1))]);
        await _system.SendAsync([.. Enumerable.Range(0, Sagas).Select(key => new Note($"key-{key}", key % 2 == 0 ? SmallLedger.End : 2))]);
        for (var key = 0; key < Sagas; key++) await _system.UntilAsync($"key-{key}", state => state.Numbers.Count == 2);
        await AgeAsync();
        await _system.Database.ScalarAsync<object>("insert into bus.saga_day (day, up_to) select current_date - 130, last_value + 499 from bus.saga_id returning 1");
    }

    [TearDown]
    public async Task Stop() => await _system.DisposeAsync();

    [Test]
    public async Task Should_shrink_those_that_are_finished_and_come_back_to_the_others()
    {
        var run = await ShrinkAsync();

        run.ShouldBe(new ShrinkRun(Sagas, Shrunk: Sagas / 2, Later: Sagas / 2));
        (await _system.StateOfAsync("key-0"))!.IsSmall.ShouldBeTrue();
        (await _system.StateOfAsync("key-1"))!.Numbers.ShouldBe([1, 2]);
        (await _system.Database.ScalarAsync<long>("select count(*) from bus.shrink_later where day > current_date")).ShouldBe(Sagas / 2);
    }

    [Test]
    public async Task Should_do_nothing_the_second_time()
    {
        await ShrinkAsync();

        (await ShrinkAsync()).ShouldBe(new ShrinkRun(0, 0, 0));
    }

    [Test]
    public async Task Should_do_again_what_was_interrupted()
    {
        await ShrinkAsync();
        // As if the host had died before it noted how far it had come.
        await _system.Database.ScalarAsync<object>("update bus.shrink_cursor set saga = 0 returning 1");

        (await ShrinkAsync()).ShouldBe(new ShrinkRun(Sagas, Shrunk: 0, Later: Sagas / 2));
    }

    [Test]
    public async Task Should_leave_those_that_decided_a_short_while_ago()
    {
        await _system.Database.ScalarAsync<object>("update bus.saga set last_now = now() - interval '20 days' where key = 'key-0' returning 1");

        (await ShrinkAsync()).Shrunk.ShouldBe((Sagas / 2) - 1);

        (await _system.StateOfAsync("key-0"))!.IsSmall.ShouldBeFalse();
        (await _system.Database.ScalarAsync<long>("select count(*) from bus.shrink_later l join bus.saga s on s.id = l.saga where s.key = 'key-0' and l.day between current_date + 68 and current_date + 73")).ShouldBe(1);
    }

    [Test]
    public async Task Should_leave_what_began_a_short_while_ago_to_later_walks()
    {
        await _system.Database.ScalarAsync<object>("update bus.saga_day set day = current_date - 100 where up_to > 499 and day < current_date - 100 returning 1");

        (await ShrinkAsync()).Looked.ShouldBe(0);
    }

    [Test]
    public async Task Should_shrink_one_that_ended_late_on_its_day()
    {
        await ShrinkAsync();
        await _system.SendAsync(new Note("key-1", SmallLedger.End));
        await _system.UntilAsync("key-1", state => state.Numbers.Count == 3);
        await AgeAsync();
        await _system.Database.ScalarAsync<object>("update bus.shrink_later set day = current_date returning 1");

        (await ShrinkAsync()).Shrunk.ShouldBe(1);

        (await _system.StateOfAsync("key-1"))!.IsSmall.ShouldBeTrue();
    }

    [Test]
    public async Task Should_go_on_deciding_about_what_comes_late()
    {
        await ShrinkAsync();

        await _system.SendAsync(new Note("key-0", 7));

        await _system.UntilAsync("key-0", state => state.Numbers.SequenceEqual([SmallLedger.End, 7]) && state.IsSmall);
    }

    [Test]
    public async Task Should_lose_no_decision_that_is_made_meanwhile()
    {
        var messages = Enumerable.Range(0, 10).SelectMany(round => Enumerable.Range(0, Sagas).Select(key => new Note($"key-{key}", 1000 + round)));
        await Task.WhenAll(_system.SendAsync([.. messages]), ShrinkAsync(), ShrinkAsync());

        for (var key = 0; key < Sagas; key++) await _system.UntilAsync($"key-{key}", state => state.Numbers.Count(number => number >= 1000) == 10);
        _system.Log.Lines.ShouldNotContain(line => line.Text.Contains("defect", StringComparison.OrdinalIgnoreCase));
    }

    private async Task<ShrinkRun> ShrinkAsync()
    {
        var topology = LedgerTopology.Create(_system.Partner);
        var vocabulary = await Vocabulary.LoadAsync(_system.Connections.Pooled, topology, CancellationToken.None);
        return await new SagaShrinker(_system.Connections.Pooled, topology, vocabulary, days: 90).RunAsync(CancellationToken.None);
    }

    private async Task AgeAsync() => await _system.Database.ScalarAsync<object>("update bus.saga set last_now = now() - interval '100 days' returning 1");
}
