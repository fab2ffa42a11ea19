using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Saga.Shrinking;
using DichVuCong.Saga.Tests.Dossiers;
using FsCheck;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace DichVuCong.Saga.Tests.Shrinking;

internal sealed class When_a_finished_dossier_shrinks
{
    private static readonly SagaDefinition Saga = TestTopology.Of(rules: null).Sagas[Endpoints.Dossiers];
    private static readonly SmallDossier Form = new();

    /// <summary>
    /// Whatever comes late has the effects that it would have had. Two things are told otherwise, as for every dossier whose rows were folded: a row, or
    /// a date, older than the last that nobody has heard of, and a correction of a row that was in order.
    /// </summary>
    [Property(Arbitrary = [typeof(Lives)], MaxTest = 1500)]
    public void Should_answer_what_comes_late_as_before(LateLife life)
    {
        var whole = Finished(life).Data;
        if (Form.Shrink(whole) is not { } shrunk) return;
        shrunk = Stored(shrunk);
        var now = LateMessages.Late;
        foreach (var message in life.After)
        {
            now = now.AddMinutes(1);
            if (IsToldOtherwise(shrunk, whole, message)) continue;
            var (before, after) = (Decide(whole, message, now), Decide(shrunk, message, now));
            after.Effects.ShouldBe(before.Effects, message.ToString());
            after.Edge.ShouldBe(before.Edge);
            (whole, shrunk) = ((DossierData)before.StateObject, Stored((DossierData)after.StateObject));
        }
    }

    /// <summary>A life that was found: a row without a time of its own, in whose place comes, late, one that has one.</summary>
    [Property(Arbitrary = [typeof(Lives)], Replay = "(12503139921799587320,16654718661366179577,46)", MaxTest = 1)]
    public void Should_let_a_row_with_a_time_take_the_place_of_one_without(LateLife life) => Should_answer_what_comes_late_as_before(life);

    /// <summary>A life that was found: an end without a time, told after the alarm, of a state that a row with a time dates behind the deadline.</summary>
    [Property(Arbitrary = [typeof(Lives)], Replay = "(15491327927231711396,17924809947210643705,50)", MaxTest = 1)]
    public void Should_judge_an_alarm_by_what_is_known_of_the_end(LateLife life) => Should_answer_what_comes_late_as_before(life);

    /// <summary>A life that was found: an operator accepts a row whose date is beside a folded one of the same kind.</summary>
    [Property(Arbitrary = [typeof(Lives)], Replay = "(1633478753826596051,4491163684236429383,49)", MaxTest = 1)]
    public void Should_take_the_dates_of_a_row_that_is_accepted_late(LateLife life) => Should_answer_what_comes_late_as_before(life);

    [Property(Arbitrary = [typeof(Lives)], MaxTest = 500)]
    public void Should_be_read_as_it_was_written(LateLife life)
    {
        if (Form.Shrink(Finished(life).Data) is not { } shrunk) return;

        var written = Saga.WriteState(shrunk);

        Saga.WriteState(Saga.ReadState(written)).ShouldBe(written);
        Saga.ShrinkState(written, Saga.StateSchema).ShouldBeNull("it is shrunk already");
    }

    [Test]
    public void Should_take_less_than_two_hundred_bytes()
    {
        var dossier = Ordinary();

        var small = Saga.ShrinkState(dossier.Json, Saga.StateSchema)!;

        dossier.Json.Length.ShouldBeGreaterThan(500);
        small.Length.ShouldBeLessThan(200);
    }

    [Test]
    public void Should_not_shrink_while_it_is_open()
    {
        var driver = new DossierDriver().Give(Sample.Filing).Give(Sample.Delivered).GoTo("2026-03-02 09:10").Give(Sample.Row(2, "2026-03-02 09:10"));
        Saga.ShrinkState(driver.Json, Saga.StateSchema).ShouldBeNull();

        driver.GoTo("2026-03-03 09:10").Give(Sample.Row(9, "2026-03-03 09:10"));
        Saga.ShrinkState(driver.Json, Saga.StateSchema).ShouldBeNull("the result was not handed over yet");
    }

    [Test]
    public void Should_keep_a_late_row_that_nobody_has_heard_of()
    {
        var shrunk = Stored(Form.Shrink(Ordinary().Data)!);

        var decision = Decide(shrunk, Sample.Row(4, "2026-03-02 11:11"), LateMessages.Late);

        decision.Effects.ShouldHaveSingleItem().ShouldBeOfType<SendEffect>().Command.ShouldBeOfType<KeepHistoryRow>().Flag.ShouldBe(DossierFlag.TooOld);
    }

    [Test]
    public void Should_still_take_a_correction_of_a_flagged_row()
    {
        var wrong = Sample.Row(10, "2026-03-06 08:00");
        var driver = new DossierDriver().Give(Sample.Filing).Give(Sample.Delivered).GoTo("2026-03-02 09:10").Give(Sample.Row(2, "2026-03-02 09:10"))
            .GoTo("2026-03-05 08:00").Give(Sample.Row(8, "2026-03-05 08:00")).GoTo("2026-03-06 08:00").Give(wrong);

        var shrunk = Stored(Form.Shrink(driver.Data)!);

        var corrected = (DossierData)Decide(shrunk, Sample.Accept(wrong), LateMessages.Late).StateObject;
        corrected.Shown.State.ShouldBe(DossierState.Returned);
        corrected.Seen.ShouldNotBeNull();
    }

    private static DossierDriver Ordinary() => new DossierDriver().Give(Sample.Filing).Give(Sample.Delivered)
        .GoTo("2026-03-02 09:10").Give(Sample.Row(2, "2026-03-02 09:10")).GoTo("2026-03-02 10:00").Give(Sample.Row(4, "2026-03-02 10:00"))
        .GoTo("2026-03-03 10:00").Give(Sample.Row(5, "2026-03-03 10:00")).GoTo("2026-03-04 10:00").Give(Sample.Row(4, "2026-03-04 10:00"))
        .GoTo("2026-03-05 10:00").Give(Sample.Row(4, "2026-03-05 10:00", "trình ký")).GoTo("2026-03-06 10:00").Give(Sample.Row(9, "2026-03-06 10:00"))
        .GoTo("2026-03-09 10:00").Give(Sample.Row(10, "2026-03-09 10:00"));

    /// <summary>The history, brought to an end; then long silence.</summary>
    private static DossierDriver Finished(LateLife life)
    {
        var driver = new DossierDriver().Give(life.Before.Filing);
        for (var index = 0; index < life.Before.One.Count; index++) driver.GoTo(driver.Now.AddSeconds((life.Before.Minutes[index] * 60) + 7)).Give(life.Before.One[index]);
        driver.GoTo("2026-04-20 09:00");
        if (!StateGraph.IsFinal(driver.Shown.State))
        {
            var end = Sample.Row((int)life.End, "2026-04-20 09:00");
            driver.Give(end);
            if (!StateGraph.IsFinal(driver.Shown.State)) driver.Give(Sample.Accept(end));
        }

        return driver.GoTo(LateMessages.Late);
    }

    private static bool IsToldOtherwise(DossierData shrunk, DossierData whole, object message) => message switch
    {
        RecordAgencyStatus status => StatusRow.Of(status.Row) is var row && (!row.ComesLast || row.HasDates) && row.Time <= shrunk.Folded?.LastRowAt
            && !whole.Rows.Any(known => known.Id == row.Id) && !(row.Time <= whole.Folded?.LastRowAt),
        AcceptCorrection correction => shrunk.Rows.All(row => $"{row.Id:x16}" != correction.RowId) && whole.Rows.Any(row => $"{row.Id:x16}" == correction.RowId),
        _ => false,
    };

    private static Decision Decide(DossierData state, object message, DateTimeOffset now) =>
        Saga.Steps[message.GetType()].Decide(state, message, new Occasion(now, Sample.Calendars, Guid.Empty, now));

    private static DossierData Stored(DossierData state) => (DossierData)Saga.ReadState(Saga.WriteState(state));

    private static class Lives
    {
        public static Arbitrary<LateLife> Life() => LateMessages.Lives();
    }
}
