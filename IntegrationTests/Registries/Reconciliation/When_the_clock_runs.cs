using DichVuCong.Payments.Reconciliation;
using DichVuCong.Registries.Tests.Reconciliation.Support;
using static DichVuCong.Registries.Tests.Reconciliation.Support.ReconcilingWorld;

namespace DichVuCong.Registries.Tests.Reconciliation;

/// <summary>What is due, on the calendar of files: every day of it, Tết too.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class When_the_clock_runs
{
    /// <summary>The first day of Tết, 2027.</summary>
    private static readonly DateOnly Tet = new(2027, 2, 6);

    private ReconcilingWorld _world = null!;

    [SetUp]
    public async Task StartAsync() => _world = await ReconcilingWorld.StartAsync();

    [TearDown]
    public async Task EndAsync() => await _world.DisposeAsync();

    private Task<ClockAnswer> LookAsync() => _world.ReconcilingClock().RunDueAsync(_world.Bank, "host", CancellationToken.None);

    [Test]
    public async Task Should_run_a_day_on_the_day_after_at_the_partner_s_hour()
    {
        _world.Clock.Set(Day, new TimeOnly(23, 59, 59));
        await _world.TakeAsync(Day, []);
        (await LookAsync()).Runs.ShouldBeEmpty();
        _world.Clock.Set(Day.AddDays(1), new TimeOnly(7, 59, 59));
        (await LookAsync()).Runs.ShouldBeEmpty();

        _world.Clock.Set(Day.AddDays(1), new TimeOnly(8, 0, 0));
        (await LookAsync()).Runs.ShouldHaveSingleItem().Day.ShouldBe(Day);
    }

    [Test]
    public async Task Should_catch_up_missed_days_in_their_order()
    {
        _world.Clock.Set(Day.AddDays(4), new TimeOnly(9, 0));
        foreach (var days in new[] { 2, 0, 1 }) await _world.TakeAsync(Day.AddDays(days), []);

        (await LookAsync()).Runs.Select(run => run.Day).ShouldBe([Day, Day.AddDays(1), Day.AddDays(2)]);
    }

    [Test]
    public async Task Should_work_through_every_day_of_tet()
    {
        for (var days = 0; days < 5; days++)
        {
            _world.Clock.Set(Tet.AddDays(days + 1), new TimeOnly(8, 0));
            await _world.TakeAsync(Tet.AddDays(days), []);
            (await LookAsync()).Runs.ShouldHaveSingleItem().Day.ShouldBe(Tet.AddDays(days));
        }
    }

    [Test]
    public async Task Should_run_nothing_without_a_file_and_say_that_it_is_missing()
    {
        await _world.PaidAsync("FT1", 50_000);
        _world.Clock.Set(Day.AddDays(1), new TimeOnly(9, 59, 59));
        (await LookAsync()).Missing.ShouldBeEmpty();

        _world.Clock.Set(Day.AddDays(1), new TimeOnly(10, 0, 0));
        var answer = await LookAsync();

        answer.Runs.ShouldBeEmpty();
        answer.Missing.ShouldHaveSingleItem().Day.ShouldBe(Day);
        (await LookAsync()).Missing.ShouldBeEmpty();
        var missing = (await _world.Files.MissingAsync("mb", 10, CancellationToken.None)).ShouldHaveSingleItem();
        (missing.Day, missing.ArrivedAt).ShouldBe((Day, null));
        (await _world.Runs.ListAsync("mb", 10, CancellationToken.None)).ShouldBeEmpty();
    }

    [Test]
    public async Task Should_run_a_late_file_as_soon_as_it_is_there()
    {
        await _world.PaidAsync("FT1", 50_000);
        _world.Clock.Set(Day.AddDays(1), new TimeOnly(10, 0));
        await LookAsync();
        _world.Clock.Set(Day.AddDays(1), new TimeOnly(13, 0));
        await _world.TakeAsync(Day, []);

        (await LookAsync()).Runs.ShouldHaveSingleItem().Opened.ShouldBe(1);
        (await _world.Files.MissingAsync("mb", 10, CancellationToken.None)).Single().ArrivedAt.ShouldNotBeNull();
    }

    [Test]
    public async Task Should_not_hold_up_later_days_for_a_file_that_does_not_come()
    {
        await _world.TakeAsync(Day.AddDays(-2), []);
        await _world.TakeAsync(Day, []);
        _world.Clock.Set(Day.AddDays(1), new TimeOnly(11, 0));

        var answer = await LookAsync();

        answer.Runs.Select(run => run.Day).ShouldBe([Day.AddDays(-2), Day]);
        answer.Missing.ShouldHaveSingleItem().Day.ShouldBe(Day.AddDays(-1));
    }

    [Test]
    public async Task Should_say_nothing_of_a_partner_that_nobody_used_yet()
    {
        (await LookAsync()).Missing.ShouldBeEmpty();
    }
}
