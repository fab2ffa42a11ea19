using DichVuCong.Contracts.Payments;
using DichVuCong.Payments.Reconciliation;
using DichVuCong.Registries.Reconciliation;
using DichVuCong.Registries.Tests.Reconciliation.Support;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Saga.Reconciliation;
using static DichVuCong.Registries.Tests.Reconciliation.Support.ReconcilingWorld;

namespace DichVuCong.Registries.Tests.Reconciliation;

/// <summary>A run that is repeated finds the very same, whatever happened since, and sets nothing in motion.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class When_a_run_is_repeated
{
    private ReconcilingWorld _world = null!;

    [SetUp]
    public async Task StartAsync() => _world = await ReconcilingWorld.StartAsync();

    [TearDown]
    public async Task EndAsync() => await _world.DisposeAsync();

    [Test]
    public async Task Should_find_the_very_same()
    {
        var (matched, awaited) = (await _world.PaidAsync("FT1", 50_000), await _world.OrderAsync(30_000));
        await _world.PaidAsync("FT2", 60_000);
        await _world.TakeAsync(Day, [Line(matched, "FT1", 50_000), Line(awaited, "FT5", 30_000), Line(null, "FT9", 90_000, time: "15:00:00")]);
        var run = await _world.RunAsync(Day);
        var sent = await _world.Database.ScalarAsync<long>("select count(*) from bus.ready");
        await _world.TransactionAsync(awaited, "FT5", 30_000, At(Day, "10:00:00"));
        await _world.PaidAsync("FT7", 10_000);

        var again = await _world.Reconciler().RunAsync(_world.Bank, Day, "operator", repeats: true, CancellationToken.None);

        again.Verdict.ShouldBe(RunVerdict.SameAgain);
        again.Digest.ShouldBe(run.Digest);
        (await _world.Database.ScalarAsync<long>("select count(*) from bus.ready")).ShouldBe(sent);
        (await RunRepeats.CountAsync(_world.Database.Source, run.Id, CancellationToken.None)).ShouldBe(1);
    }

    [Test]
    public async Task Should_show_that_a_result_was_touched()
    {
        await _world.PaidAsync("FT2", 60_000);
        await _world.TakeAsync(Day, [Line(null, "FT9", 90_000, time: "15:00:00")]);
        await _world.RunAsync(Day);
        await _world.ExecuteAsync("update payment.reconciliation_entry set amount = amount + 1 where side = 1");

        (await _world.Reconciler().RunAsync(_world.Bank, Day, "operator", repeats: true, CancellationToken.None)).Verdict.ShouldBe(RunVerdict.Differs);
    }

    [Test]
    public async Task Should_run_a_file_once_however_often_the_clock_looks()
    {
        await _world.TakeAsync(Day, [Line(null, "FT9", 90_000)]);
        var clock = _world.ReconcilingClock();

        (await clock.RunDueAsync(_world.Bank, "host", CancellationToken.None)).Runs.Count.ShouldBe(1);
        (await clock.RunDueAsync(_world.Bank, "host", CancellationToken.None)).Runs.ShouldBeEmpty();
        (await _world.SentAsync<OpenInquiry>()).Count.ShouldBe(1);
    }

    [Test]
    public async Task Should_not_depend_on_the_memory_it_may_have()
    {
        var lines = Enumerable.Range(0, 6000).Select(at => Line(null, $"XX{at}", 1_000_000 + at)).ToList();
        for (var at = 0; at < 20; at++) lines.Add(Line(await _world.PaidAsync($"FT{at}", 1000 + at), $"FT{at}", 1000 + at));
        await _world.TakeAsync(Day, lines);
        var run = await _world.RunAsync(Day);

        var folder = Directory.CreateTempSubdirectory("spilled-").FullName;
        using var store = new SpillingRowStore(0, folder);
        var sink = new ResultSink(results: null);
        var (matching, digest) = await RepeatAsync(run, store, sink);

        digest.ShouldBe(run.Digest);
        store.SpilledBytes.ShouldBeGreaterThan(0);
        matching.Ledger.Count.ShouldBe(20);
        // A host that is killed here leaves nothing behind.
        Directory.GetFiles(folder).ShouldBeEmpty();
        Directory.Delete(folder);
    }

    private async Task<(ReconciliationResult Result, string Digest)> RepeatAsync(RunRow run, SpillingRowStore store, ResultSink sink)
    {
        await using var connections = new RuntimeDatabase(_world.Database.ConnectionString);
        await using var claim = (await RunClaim.TryTakeAsync(connections.Dedicated, "mb", CancellationToken.None))!;
        return await _world.Reconciler().MatchAsync(claim, _world.Bank, run, store, sink, CancellationToken.None);
    }
}
