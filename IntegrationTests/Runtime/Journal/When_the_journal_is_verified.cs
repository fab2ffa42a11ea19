using DichVuCong.Runtime.Journal;
using DichVuCong.Runtime.Tests.Support;

namespace DichVuCong.Runtime.Tests.Journal;

internal sealed class When_the_journal_is_verified
{
    private RuntimeHarness _system = null!;

    [SetUp]
    public async Task Work()
    {
        _system = await RuntimeHarness.StartAsync();
        for (var number = 0; number < 5; number++)
        {
            await _system.SendAsync([.. Enumerable.Range(0, 10).Select(key => new Note($"key-{key}", number))]);
        }

        await _system.SendAsync([.. Enumerable.Range(0, 10).Select(key => new Call($"key-{key}", 1, "a"))]);
        for (var key = 0; key < 10; key++) await _system.UntilAsync($"key-{key}", state => state.Answers.Count == 1);
    }

    [TearDown]
    public async Task Stop() => await _system.DisposeAsync();

    [Test]
    public async Task Should_find_the_chains_of_lanes_and_lines_whole()
    {
        var (batches, broken, _) = await VerifyAsync();

        batches.ShouldBeGreaterThan(5);
        broken.ShouldBeEmpty();
        (await _system.Database.ScalarAsync<long>("select count(*) from bus.journal where outcome = 1 and lane < 0")).ShouldBe(10);
    }

    [TestCase("update bus.journal set n = n + 1 where ctid = (select ctid from bus.journal where n = 3 and outcome = 0 limit 1) returning 1")]
    [TestCase("delete from bus.journal where ctid = (select ctid from bus.journal where n = 3 and outcome = 0 limit 1) returning 1")]
    [TestCase("insert into bus.journal select * from bus.journal where n = 3 and outcome = 0 limit 1 returning 1")]
    public async Task Should_find_a_row_that_was_changed_taken_away_or_added(string tampering)
    {
        await _system.Database.ScalarAsync<object>(tampering);

        var (_, broken, _) = await VerifyAsync();

        broken.ShouldHaveSingleItem();
    }

    [Test]
    public async Task Should_find_a_row_that_belongs_to_no_batch()
    {
        await _system.Database.ScalarAsync<object>("insert into bus.journal (at, saga, n, lane, batch, type, outcome, message) values (now(), 1, 1, 5, 1000, 1, 0, gen_random_uuid()) returning 1");

        (await VerifyAsync()).Broken.ShouldBe([((short)5, 1000L)]);
    }

    [Test]
    public async Task Should_find_that_the_last_batch_was_taken_away()
    {
        var lane = await _system.Database.ScalarAsync<short>("select lane from bus.lane where lane >= 0 and batch > 1 order by lane limit 1");
        await _system.Database.ScalarAsync<object>(
            $"""
            with last as (select max(batch) batch from bus.chain where lane = {lane}),
            rows as (delete from bus.journal j using last where j.lane = {lane} and j.batch = last.batch)
            delete from bus.chain c using last where c.lane = {lane} and c.batch = last.batch returning 1
            """);

        (await VerifyAsync()).Broken.ShouldHaveSingleItem().Lane.ShouldBe(lane);
    }

    private Task<JournalFindings> VerifyAsync() =>
        new JournalVerifier(_system.Database.Source).VerifyAsync(DateTimeOffset.UnixEpoch, CancellationToken.None);
}
