using DichVuCong.Contracts.Dossiers;
using DichVuCong.Saga.Dossiers;
using FsCheck;
using FsCheck.Fluent;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace DichVuCong.Saga.Tests.Dossiers;

internal sealed class When_old_rows_are_folded
{
    private static readonly DossierRules Few = new() { RowsRemembered = 8 };
    private static readonly DossierRules Many = new() { RowsRemembered = 1000 };

    /// <summary>Thirty rows that come late by up to four places: within what is remembered.</summary>
    public static Arbitrary<RecordAgencyStatus[]> LateRows() => (
        from states in Gen.Elements(1, 2, 2, 4, 4, 4, 5, 5, 6, 7, 9, 11).ArrayOf(30)
        from gaps in Gen.Elements(0, 1, 30, 600).ArrayOf(30)
        from dates in Gen.Choose(0, 12).ArrayOf(30)
        from late in Gen.Choose(0, 4).ArrayOf(30)
        select Enumerable.Range(0, 30)
            .Select(index => (Place: index + late[index], Row: Row(states[index], Sample.Start.AddMinutes(gaps.Take(index + 1).Sum()), dates[index])))
            .OrderBy(row => row.Place).Select(row => row.Row).ToArray()).ToArbitrary();

    [Property(Arbitrary = [typeof(When_old_rows_are_folded)], MaxTest = 500, QuietOnSuccess = true)]
    public void Should_lead_where_all_rows_together_lead(RecordAgencyStatus[] rows)
    {
        var (few, many) = (Run(Few, rows), Run(Many, rows));

        few.Data.Folded.ShouldNotBeNull();
        many.Data.Folded.ShouldBeNull();
        if (few.History.Values.Any(row => row.Flag == DossierFlag.TooOld)) return;
        Ending.ShouldAgree(Ending.OfFacts(many), Ending.OfFacts(few));
    }

    [Test]
    public void Should_keep_a_row_that_is_too_old_in_the_history_and_say_so()
    {
        var driver = Run(Few, [.. Steps()]);
        var state = driver.Json;
        var late = Sample.Row(3, Sample.Start.AddMinutes(1), "Từ chối");

        driver.Give(late);

        driver.History[late.Row.RowId].Flag.ShouldBe(DossierFlag.TooOld);
        driver.Json.ShouldBe(state);
    }

    [Test]
    public void Should_say_nothing_new_of_a_row_that_comes_again_after_it_was_folded()
    {
        var steps = Steps().ToArray();
        var driver = Run(Few, steps);
        var (state, events) = (driver.Json, driver.Events.Count);

        driver.Give(steps[0]);

        driver.History[steps[0].Row.RowId].Flag.ShouldBeNull();
        driver.Json.ShouldBe(state);
        driver.Events.Count.ShouldBe(events);
    }

    [Test]
    public void Should_take_an_end_without_a_time_however_many_rows_came_before_it()
    {
        var driver = Run(Few, [.. Steps()]);

        driver.Give(Sample.Whole(8, "2026-03-02 09:00"));

        driver.Shown.State.ShouldBe(DossierState.Stopped);
        driver.Shown.FinishedAt.ShouldBe(Steps().Last().Row.At);
    }

    [Test]
    public void Should_say_that_a_correction_comes_too_late()
    {
        var stray = Sample.Row(10, Sample.Start.AddMinutes(2));
        var driver = Run(Few, [stray, .. Steps()]);
        var state = driver.Shown.State;

        driver.Give(Sample.Accept(stray));

        driver.Shown.State.ShouldBe(state);
        driver.Told<DossierFlagged>().Last().ShouldBe(new DossierFlagged(Sample.Code, DossierFlag.TooOld, stray.Row.RowId, "the correction comes too late"));
    }

    [Test]
    public void Should_not_fold_rows_that_wait_for_their_time()
    {
        var tomorrow = Enumerable.Range(0, 12).Select(row => Sample.Row(row % 2 == 0 ? 4 : 5, Sample.Start.AddDays(1).AddHours(row)));
        var driver = new DossierDriver(Few).Give(Sample.Filing).GoTo(Sample.Start.AddMinutes(10)).Give(Sample.Row(2, Sample.Start.AddMinutes(10)));
        foreach (var row in tomorrow) driver.Give(row);

        driver.Shown.State.ShouldBe(DossierState.Accepted);
        driver.GoTo(Sample.Start.AddDays(1).AddHours(1)).Shown.State.ShouldBe(DossierState.SupplementRequested);
        driver.GoTo(Sample.Start.AddDays(2));
        (driver.Shown.State, driver.Shown.Since, driver.Flags.Standing).ShouldBe((DossierState.SupplementRequested, Sample.Start.AddDays(1).AddHours(11), ""));
    }

    private static IEnumerable<RecordAgencyStatus> Steps() =>
        Enumerable.Range(0, 20).Select(step => Sample.Row(step == 0 ? 2 : 4, Sample.Start.AddMinutes(5 + step), $"bước {step}"));

    private static RecordAgencyStatus Row(int state, DateTimeOffset at, int date) => date is > 0 and < 4
        ? Sample.Whole(state, $"2026-03-02 08:5{date}", $"2026-03-{16 + date} 17:00", $"{at:yyyy-MM-dd HH:mm}", date == 1 ? "Gia hạn" : null)
        : Sample.Row(state, at);

    private static DossierDriver Run(DossierRules rules, RecordAgencyStatus[] rows)
    {
        var driver = new DossierDriver(rules).Give(Sample.Filing).Give(Sample.Delivered).GoTo(Sample.Start.AddDays(20));
        foreach (var row in rows) driver.Give(row);
        return driver;
    }
}
