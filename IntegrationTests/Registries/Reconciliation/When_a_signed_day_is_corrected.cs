using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Tests.Reconciliation.Support;
using static DichVuCong.Registries.Tests.Reconciliation.Support.ReconcilingWorld;

namespace DichVuCong.Registries.Tests.Reconciliation;

/// <summary>The bank corrects a day of which two persons closed a difference: what they closed is not opened again under another name.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class When_a_signed_day_is_corrected
{
    private ReconcilingWorld _world = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _world = await ReconcilingWorld.StartAsync();
        var paid = await _world.PaidAsync("FT1", 50_000);
        await _world.TakeAsync(Day, [Line(paid, "FT1", 50_001)]);
        (await _world.RunAsync(Day)).Opened.ShouldBe(1);
        await SignAsync(paid.Value);
        Paid = paid.Value;
    }

    [TearDown]
    public async Task EndAsync() => await _world.DisposeAsync();

    private string Paid { get; set; } = "";

    /// <summary>The difference of an order is closed with both signatures.</summary>
    private Task SignAsync(string reference) => _world.ExecuteAsync(
        """
        with found as (
          select distinct r.difference from payment.reconciliation_finding_row r
          join payment.reconciliation_entry e on e.run = r.run and e.side = r.side and e.id = r.id where e.reference = $1),
        signed as (
          insert into payment.inquiry_step (difference, id, step, said, by_account, at)
          select f.difference, gen_random_uuid(), 4, 'x', 'minh', now() from found f)
        insert into payment.inquiry (difference, day, state, state_since, answers, deadline, claim_until, overdue)
        select f.difference, '2026-11-20', 4, now(), 0, now(), now(), false from found f
        """,
        reference);

    [Test]
    public async Task Should_take_a_line_that_is_told_again_as_closed()
    {
        var added = await _world.PaidAsync("FT2", 60_000);
        var reference = PaymentReference.Parse(Paid);
        await _world.TakeAsync(Day, [Line(reference, "FT1", 50_001), Line(added, "FT2", 60_000)], "MB_20261120_2.txt");

        var run = await _world.RunAsync(Day);

        (run.Opened, run.Carried, run.Resolved).ShouldBe((0, 0, 0));
        (await TotalsAsync(run.Id)).ShouldBe((60_000, 60_000));
    }

    [Test]
    public async Task Should_match_a_line_that_is_right_now()
    {
        var reference = PaymentReference.Parse(Paid);
        await _world.TakeAsync(Day, [Line(reference, "FT1", 50_000)], "MB_20261120_2.txt");

        var run = await _world.RunAsync(Day);

        (run.Opened, run.Carried, run.Resolved).ShouldBe((0, 0, 0));
        (await _world.Database.ScalarAsync<long>($"select count(*) from payment.reconciliation_match where run = {run.Id}")).ShouldBe(1);
    }

    [Test]
    public async Task Should_inquire_when_it_is_wrong_in_another_way()
    {
        var reference = PaymentReference.Parse(Paid);
        await _world.TakeAsync(Day, [Line(reference, "FT1", 50_002)], "MB_20261120_2.txt");

        (await _world.RunAsync(Day)).Opened.ShouldBe(1);
    }

    private async Task<(long Ledger, long Statement)> TotalsAsync(long run)
    {
        var given = (await _world.Runs.TotalsAsync(run, CancellationToken.None)).Single(total => total.Class == 0);
        return (given.LedgerAmount, given.StatementAmount);
    }
}
