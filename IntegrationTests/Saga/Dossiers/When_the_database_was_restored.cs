using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Saga.Tests.Dossiers;

/// <summary>The agency is asked, and what it says is followed: never back, never beside, never twice.</summary>
internal sealed class When_the_database_was_restored
{
    private const int Restore = 2;

    [Test]
    public void Should_ask_the_agency_of_an_open_dossier()
    {
        var dossier = new DossierDriver().Give(Sample.Filing).Give(Sample.Delivered).Give(new ReconcileDossier(Sample.Code, Restore));

        dossier.Sent<AskDossierState>().ShouldBe([new AskDossierState(Sample.Code, Sample.System, Restore)]);
        dossier.Sent<KeepRestoreFinding>().ShouldBeEmpty();
    }

    [Test]
    public void Should_not_ask_about_a_dossier_that_has_ended()
    {
        var dossier = new DossierDriver().Give(Sample.Filing).Give(Sample.Delivered).GoTo("2026-03-02 10:30")
            .Give(Sample.Row(7, "2026-03-02 10:00")).Give(new ReconcileDossier(Sample.Code, Restore));

        dossier.Sent<AskDossierState>().ShouldBeEmpty();
        FindingOf(dossier).ShouldBe(RestoreFinding.NothingToAsk);
    }

    [Test]
    public void Should_not_ask_about_a_dossier_that_nobody_has()
    {
        var dossier = new DossierDriver().Give(Sample.Filing with { Agency = null, System = null }).Give(new ReconcileDossier(Sample.Code, Restore));

        dossier.Sent<AskDossierState>().ShouldBeEmpty();
        FindingOf(dossier).ShouldBe(RestoreFinding.NothingToAsk);
    }

    [Test]
    public void Should_change_nothing_when_the_agency_says_what_is_known()
    {
        var dossier = Accepted();
        var before = dossier.Json;

        dossier.Give(Told(2));

        FindingOf(dossier).ShouldBe(RestoreFinding.Same);
        dossier.Json.ShouldBe(before);
    }

    [TestCase(4)]
    [TestCase(9)]
    [TestCase(10)]
    [TestCase(8)]
    public void Should_follow_the_agency_over_the_steps_that_were_lost(int state)
    {
        var dossier = Accepted().Give(Told(state));

        dossier.Shown.State.ShouldBe((DossierState)state);
        FindingOf(dossier).ShouldBe(RestoreFinding.Moved);
        dossier.Told<DossierStateChanged>().Last().State.ShouldBe((DossierState)state);
        dossier.Told<DossierFlagged>().ShouldBeEmpty();
        dossier.History.Values.ShouldContain(row => row.Row.Source == StatusSource.Asked && row.Flag == null);
    }

    [Test]
    public void Should_learn_that_a_dossier_has_arrived()
    {
        var dossier = new DossierDriver().Give(Sample.Filing).Give(Told(4));

        dossier.Data.DeliveredAt.ShouldNotBeNull();
        dossier.Shown.State.ShouldBe(DossierState.Processing);
        dossier.Shown.AcceptedAt.ShouldNotBeNull();
    }

    [TestCase(1)]
    [TestCase(11)]
    public void Should_not_go_back_or_aside(int state)
    {
        var dossier = Accepted().GoTo("2026-03-02 11:30").Give(Sample.Row(9, "2026-03-02 11:00")).Give(Told(state, "2026-03-02 11:30"));

        dossier.Shown.State.ShouldBe(DossierState.Processed);
        FindingOf(dossier).ShouldBe(RestoreFinding.Contradicts);
        dossier.Told<DossierFlagged>().ShouldBeEmpty();
    }

    [Test]
    public void Should_take_the_same_answer_once()
    {
        var dossier = Accepted().Give(Told(4));
        var (before, events) = (dossier.Json, dossier.Events.Count);

        dossier.Give(Told(4));

        dossier.Json.ShouldBe(before);
        dossier.Events.Count.ShouldBe(events);
    }

    [Test]
    public void Should_stay_with_the_agencys_own_row_when_that_is_further_than_the_answer()
    {
        // The agency's clock is behind ours: what it did after the answer bears an earlier time.
        var dossier = Accepted().GoTo("2026-03-02 11:00").Give(Told(4, "2026-03-02 11:00")).Give(Sample.Row(9, "2026-03-02 10:59"));

        dossier.Shown.State.ShouldBe(DossierState.Processed);
        dossier.Told<DossierFlagged>().ShouldBeEmpty();
    }

    [Test]
    public void Should_say_that_the_agency_does_not_know_it_or_does_not_say()
    {
        FindingOf(Accepted().Give(new DossierStateTold(Sample.Code, Sample.System, Restore, Row: null))).ShouldBe(RestoreFinding.UnknownThere);
        FindingOf(Accepted().Give(new DossierStateNotTold(Sample.Code, Restore))).ShouldBe(RestoreFinding.NoAnswer);
    }

    private static DossierDriver Accepted() => new DossierDriver().Give(Sample.Filing with { Term = Sample.FiveDays }).Give(Sample.Delivered)
        .GoTo("2026-03-02 10:30").Give(Sample.Row(2, "2026-03-02 10:00"));

    private static DossierStateTold Told(int state, string at = "2026-03-02 10:30") => new(Sample.Code, Sample.System, Restore, new AgencyStatusRow
    {
        RowId = $"{state:x16}",
        Source = StatusSource.Asked,
        State = (DossierState)state,
        At = WorkingTime.Moment.At(at),
    });

    private static RestoreFinding FindingOf(DossierDriver dossier) => dossier.Sent<KeepRestoreFinding>().Last().Finding;
}
