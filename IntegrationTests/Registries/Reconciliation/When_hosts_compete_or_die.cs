using DichVuCong.Contracts.Payments;
using DichVuCong.Payments.Reconciliation;
using DichVuCong.Registries.Tests.Reconciliation.Support;
using Npgsql;
using static DichVuCong.Registries.Tests.Reconciliation.Support.ReconcilingWorld;

namespace DichVuCong.Registries.Tests.Reconciliation;

/// <summary>A run happens once, whatever becomes of the hosts.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class When_hosts_compete_or_die
{
    private ReconcilingWorld _world = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _world = await ReconcilingWorld.StartAsync();
        var awaited = await _world.OrderAsync(50_000);
        await _world.PaidAsync("FT2", 60_000);
        await _world.TakeAsync(Day, [Line(awaited, "FT1", 50_000), Line(null, "FT9", 90_000, time: "15:00:00")]);
    }

    [TearDown]
    public async Task EndAsync() => await _world.DisposeAsync();

    private Task<RunAnswer> RunAsync(Reconciler reconciler) => reconciler.RunAsync(_world.Bank, Day, "host", repeats: false, CancellationToken.None);

    private async Task ShouldBeThereOnceAsync()
    {
        (await _world.SentAsync<RecordPayment>()).Count.ShouldBe(1);
        (await _world.SentAsync<OpenInquiry>()).Count.ShouldBe(2);
        (await _world.Database.ScalarAsync<long>("select count(*) from payment.reconciliation_run where state = 2")).ShouldBe(1);
        (await _world.Database.ScalarAsync<long>("select count(*) from payment.reconciliation_finding")).ShouldBe(3);
    }

    [Test]
    public async Task Should_neither_lose_nor_double_when_a_host_dies_before_it_commits()
    {
        var dying = _world.Reconciler(() => throw new TimeoutException("killed"));
        await Should.ThrowAsync<TimeoutException>(() => RunAsync(dying));
        (await _world.Database.ScalarAsync<long>("select count(*) from bus.ready")).ShouldBe(0);
        (await _world.Database.ScalarAsync<long>("select count(*) from payment.reconciliation_finding")).ShouldBe(0);
        var frozen = await _world.Database.ScalarAsync<long>("select count(*) from payment.reconciliation_entry");
        // What happens in between is the next run's: the inputs of this one are fixed.
        await _world.PaidAsync("FT3", 70_000);

        (await RunAsync(_world.Reconciler())).Verdict.ShouldBe(RunVerdict.Completed);

        await ShouldBeThereOnceAsync();
        (await _world.Database.ScalarAsync<long>("select count(*) from payment.reconciliation_entry")).ShouldBe(frozen);
    }

    [Test]
    public async Task Should_lose_the_claim_with_the_session()
    {
        var cutOff = _world.Reconciler(() => _world.ExecuteAsync(
            """
            select pg_terminate_backend(l.pid) from pg_locks l join pg_database d on d.oid = l.database
            where l.locktype = 'advisory' and l.classid = 1146504018 and d.datname = current_database()
            """).GetAwaiter().GetResult());
        await Should.ThrowAsync<NpgsqlException>(() => RunAsync(cutOff));

        (await RunAsync(_world.Reconciler())).Verdict.ShouldBe(RunVerdict.Completed);
        await ShouldBeThereOnceAsync();
    }

    [Test]
    public async Task Should_run_once_when_two_hosts_start()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync(_world.Reconciler())));

        answers.Count(answer => answer.Verdict == RunVerdict.Completed).ShouldBe(1);
        answers.ShouldAllBe(answer => answer.Verdict == RunVerdict.Completed || answer.Verdict == RunVerdict.Busy || answer.Verdict == RunVerdict.SameAgain);
        await ShouldBeThereOnceAsync();
    }

    [Test]
    public async Task Should_refuse_a_second_host_while_the_first_is_at_it()
    {
        using var entered = new SemaphoreSlim(0);
        using var leave = new SemaphoreSlim(0);
        var first = Task.Run(() => RunAsync(_world.Reconciler(() =>
        {
            entered.Release();
            leave.Wait();
        })));
        await entered.WaitAsync();

        (await RunAsync(_world.Reconciler())).Verdict.ShouldBe(RunVerdict.Busy);
        leave.Release();
        (await first).Verdict.ShouldBe(RunVerdict.Completed);
        await ShouldBeThereOnceAsync();
    }

    [Test]
    public async Task Should_store_a_file_once_that_two_hosts_take_at_once()
    {
        var bytes = _world.Bytes(Day.AddDays(-1), [Line(null, "FT8", 10_000, Day.AddDays(-1))]);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _world.TakeAsync("MB_20261119.txt", bytes, day: null)));

        answers.Count(answer => answer.IsNew).ShouldBe(1);
        answers.Select(answer => answer.File!.Id).Distinct().Count().ShouldBe(1);
    }

    [Test]
    public async Task Should_let_go_of_a_run_whose_file_was_corrected_before_it_ended()
    {
        await Should.ThrowAsync<TimeoutException>(() => RunAsync(_world.Reconciler(() => throw new TimeoutException("killed"))));
        await _world.TakeAsync(Day, [], "MB_20261120_2.txt");

        var answer = await RunAsync(_world.Reconciler());

        answer.Run!.Opened.ShouldBe(1);
        (await _world.SentAsync<OpenInquiry>()).ShouldHaveSingleItem().Kind.ShouldBe(DifferenceKind.MissingAtPartner);
        (await _world.Database.ScalarAsync<long>("select count(*) from payment.reconciliation_run")).ShouldBe(1);
    }
}
