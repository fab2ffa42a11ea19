using DichVuCong.Adapters.Banks.Statements;
using DichVuCong.Contracts.Payments;
using DichVuCong.Payments.Reconciliation;
using DichVuCong.Registries.Reconciliation;
using DichVuCong.Registries.Tests.Reconciliation.Support;
using DichVuCong.Runtime.Hosting;
using static DichVuCong.Registries.Tests.Reconciliation.Support.ReconcilingWorld;

namespace DichVuCong.Registries.Tests.Reconciliation;

/// <summary>What matched is let go after its time; what differed, what it added up to, and the money itself stay.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class When_runs_are_past_their_keeping
{
    private const int Days = 400;
    private ReconcilingWorld _world = null!;
    private RuntimeDatabase _connections = null!;

    private static DateOnly Next => Day.AddDays(1);

    private RunKeeping Keeping => new(_connections);

    private StatementKeeping Statements => new(_world.Database.Source);

    [SetUp]
    public async Task StartAsync()
    {
        _world = await ReconcilingWorld.StartAsync();
        _connections = new RuntimeDatabase(_world.Database.ConnectionString);
    }

    [TearDown]
    public async Task EndAsync()
    {
        await _connections.DisposeAsync();
        await _world.DisposeAsync();
    }

    /// <summary>Two days: on the first one payment matches, one is missing at the bank and one here; on the second one matches.</summary>
    private async Task<(RunRow First, RunRow Second)> TwoDaysAsync()
    {
        var (matched, _) = (await _world.PaidAsync("FT1", 50_000), await _world.PaidAsync("FT2", 60_000));
        await _world.TakeAsync(Day, [Line(matched, "FT1", 50_000), Line(null, "FT9", 90_000, time: "15:00:00")]);
        var first = await _world.RunAsync(Day);
        var late = await _world.PaidAsync("FT3", 70_000, At(Next, "10:00:00"));
        _world.Clock.Set(Next.AddDays(1), new TimeOnly(9, 0));
        await _world.TakeAsync(Next, [Line(late, "FT3", 70_000, Next)]);
        return (first, await _world.RunAsync(Next));
    }

    private Task AgeAsync(int days) => _world.ExecuteAsync(
        $"""
        update payment.reconciliation_run set completed_at = completed_at - interval '{days} days';
        update payment.statement_file set taken_at = taken_at - interval '{days} days', day = day - {days};
        update payment.reconciliation_run set day = day - {days}, as_of = as_of - {days}
        """);

    private Task<long> CountAsync(string rows) => _world.Database.ScalarAsync<long>($"select count(*) from payment.{rows}");

    [Test]
    public async Task Should_keep_what_differed_with_its_rows_and_totals()
    {
        var (first, _) = await TwoDaysAsync();
        var report = new RunReport(_world.Database.Source);
        var (totals, signedOff) = (await _world.Runs.TotalsAsync(first.Id, default), await report.SignedOffAsync(first.Id, 100, agencies: null, default));
        await _world.ExecuteAsync($"update payment.reconciliation_run set completed_at = now() - interval '401 days' where id = {first.Id}");

        (await Keeping.TrimAsync(Days, CancellationToken.None)).ShouldBe(1);

        (await CountAsync($"reconciliation_match where run = {first.Id}")).ShouldBe(0);
        (await CountAsync($"reconciliation_entry where run = {first.Id}")).ShouldBe(2);
        (await CountAsync($"reconciliation_finding_row where run = {first.Id}")).ShouldBe(2);
        (await _world.Runs.TotalsAsync(first.Id, default)).ShouldBe(totals);
        (await report.SignedOffAsync(first.Id, 100, agencies: null, default)).ShouldBe(signedOff);
        var kept = (await _world.Runs.CompletedAsync("mb", Day, CancellationToken.None)).ShouldNotBeNull();
        (kept.HasInputs, kept.Digest, kept.Opened).ShouldBe((false, first.Digest, first.Opened));
        (await CountAsync("transaction")).ShouldBe(3);
        (await CountAsync("reconciliation_item")).ShouldBe(3);
        (await Keeping.TrimAsync(Days, CancellationToken.None)).ShouldBe(0);
    }

    [Test]
    public async Task Should_say_so_to_who_repeats_or_corrects_the_day()
    {
        var (first, _) = await TwoDaysAsync();
        await _world.ExecuteAsync($"update payment.reconciliation_run set completed_at = now() - interval '401 days' where id = {first.Id}");
        await Keeping.TrimAsync(Days, CancellationToken.None);

        var again = await _world.Reconciler().RunAsync(_world.Bank, Day, "operator", repeats: true, CancellationToken.None);
        var corrected = await _world.TakeAsync(Day, [Line(null, "FT8", 1000)], "MB_corrected_20261120.txt");

        (again.Verdict, again.Digest).ShouldBe((RunVerdict.PastKeeping, null));
        (await RunRepeats.CountAsync(_world.Database.Source, first.Id, CancellationToken.None)).ShouldBe(0);
        corrected.Rejection.ShouldNotBeNull().Rule.ShouldBe(RejectionRule.Date);
        (await _world.Files.ListAsync("mb", 10, CancellationToken.None)).Count.ShouldBe(2);
    }

    [Test]
    public async Task Should_leave_the_latest_run_whole_and_go_on_from_it()
    {
        var (_, second) = await TwoDaysAsync();
        await _world.ExecuteAsync("update payment.reconciliation_run set completed_at = now() - interval '401 days'");

        (await Keeping.TrimAsync(Days, CancellationToken.None)).ShouldBe(1);

        (await _world.Reconciler().RunAsync(_world.Bank, Next, "operator", repeats: true, CancellationToken.None)).Digest.ShouldBe(second.Digest);
        // The day after the bank tells of the payment that was missing on the first day.
        var missing = await _world.Database.ScalarAsync<string>("select reference from payment.transaction where transaction_no = 'FT2'");
        var third = Next.AddDays(1);
        _world.Clock.Set(third.AddDays(1), new TimeOnly(9, 0));
        await _world.TakeAsync(third, [Line(PaymentReference.Parse(missing), "FT2", 60_000, third)]);
        var run = await _world.RunAsync(third);
        (run.Resolved, run.Carried, run.Opened).ShouldBe((1, 1, 0));
    }

    [Test]
    public async Task Should_go_on_where_a_host_died()
    {
        var (first, _) = await TwoDaysAsync();
        await _world.ExecuteAsync($"update payment.reconciliation_run set inputs = 2 where id = {first.Id}");

        var again = await _world.Reconciler().RunAsync(_world.Bank, Day, "operator", repeats: true, CancellationToken.None);
        again.Verdict.ShouldBe(RunVerdict.PastKeeping);
        (await Keeping.TrimAsync(Days, CancellationToken.None)).ShouldBe(1);

        (await CountAsync($"reconciliation_match where run = {first.Id}")).ShouldBe(0);
        (await _world.Database.ScalarAsync<short>($"select inputs from payment.reconciliation_run where id = {first.Id}")).ShouldBe((short)3);
    }

    [Test]
    public async Task Should_not_touch_a_partner_that_is_being_run()
    {
        await TwoDaysAsync();
        await _world.ExecuteAsync("update payment.reconciliation_run set completed_at = now() - interval '401 days'");

        await using (await RunClaim.TryTakeAsync(_connections.Dedicated, "mb", CancellationToken.None))
        {
            (await Keeping.TrimAsync(Days, CancellationToken.None)).ShouldBe(0);
        }

        (await Keeping.TrimAsync(Days, CancellationToken.None)).ShouldBe(1);
    }

    [Test]
    public async Task Should_let_the_content_of_statements_go_and_keep_their_heads()
    {
        var (first, second) = await TwoDaysAsync();
        // The line that was missing here is closed by two persons: the next run does not hold it open.
        await _world.ExecuteAsync(
            $"""
            insert into payment.inquiry (difference, day, state, state_since, answers, deadline, claim_until, overdue)
            select f.difference, '2026-11-20', 4, now(), 0, now(), now(), false from payment.reconciliation_finding f where f.run = {second.Id};
            insert into payment.inquiry_step (difference, id, step, said, by_account, at)
            select f.difference, gen_random_uuid(), 4, 'agreed', 'vanhanh02', now() from payment.reconciliation_finding f where f.run = {second.Id}
            """);
        var third = Next.AddDays(1);
        _world.Clock.Set(third.AddDays(1), new TimeOnly(9, 0));
        await _world.TakeAsync(third, [Line(null, "FT7", 5000, third)]);
        await _world.RunAsync(third);
        await AgeAsync(3700);
        (await Statements.TrimAsync(3653, CancellationToken.None)).ShouldBe(0, "their runs still have their inputs");
        await Keeping.TrimAsync(Days, CancellationToken.None);

        (await Statements.TrimAsync(3653, CancellationToken.None)).ShouldBe(2);

        (await CountAsync("statement_file")).ShouldBe(3);
        (await CountAsync($"statement_part where file in ({first.File}, {second.File})")).ShouldBe(0);
        (await CountAsync($"statement_line where id >> 32 in ({first.File}, {second.File})")).ShouldBe(0);
        (await CountAsync("statement_line")).ShouldBe(1);
        (await new RunReport(_world.Database.Source).SignedOffAsync(first.Id, 10, agencies: null, CancellationToken.None)).Count.ShouldBe(2);
    }

    [Test]
    public async Task Should_keep_a_statement_of_which_a_line_is_open()
    {
        await TwoDaysAsync();
        await AgeAsync(3700);
        await Keeping.TrimAsync(Days, CancellationToken.None);

        (await Statements.TrimAsync(3653, CancellationToken.None)).ShouldBe(0);

        (await CountAsync("statement_line")).ShouldBe(3);
    }

    [Test]
    public async Task Should_keep_a_statement_that_was_never_matched()
    {
        await _world.TakeAsync(Day, [Line(null, "FT1", 50_000)]);
        await AgeAsync(3700);

        (await Statements.TrimAsync(3653, CancellationToken.None)).ShouldBe(0);

        (await CountAsync("statement_line")).ShouldBe(1);
    }
}
