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
        var (batches, broken) = await VerifyAsync();

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

        var (_, broken) = await VerifyAsync();

        broken.ShouldHaveSingleItem();
    }

    private Task<(long Checked, IReadOnlyList<(short Lane, long Batch)> Broken)> VerifyAsync() =>
        new JournalVerifier(_system.Database.Source).VerifyAsync(DateTimeOffset.UnixEpoch, CancellationToken.None);
}
