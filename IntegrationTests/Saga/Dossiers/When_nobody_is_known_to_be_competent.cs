using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using static DichVuCong.Saga.Tests.WorkingTime.Moment;

namespace DichVuCong.Saga.Tests.Dossiers;

internal sealed class When_nobody_is_known_to_be_competent
{
    private static readonly SubmitDossier Filing = Sample.Filing with
    {
        Agency = null,
        System = null,
        Origin = DossierOrigin.Coordination,
        Central = false,
        Calendar = "vn",
        Term = null,
        Deadline = null,
    };

    private static readonly AssignAgency Assigned = new(
        Sample.Code, Sample.Agency, "H29", Central: true, "H29.101", Sample.FiveDays, At("2026-03-10 17:00"), "dieuphoi01");

    [Test]
    public void Should_wait_for_the_coordination_desk()
    {
        var driver = new DossierDriver().Give(Filing).GoTo("2026-03-06 09:00");

        driver.Told<CoordinationNeeded>().ShouldBe([new CoordinationNeeded(Sample.Code, Filing.Procedure, Sample.Start)]);
        driver.Told<ReceiptIssued>().ShouldBe([new ReceiptIssued(Sample.Code, 1, Sample.Start, Agency: null, Deadline: null, Provisional: true)]);
        driver.Shown.State.ShouldBe(DossierState.Unrouted);
        driver.Sent<DeliverDossier>().ShouldBeEmpty();
        driver.Figures.ShouldBeEmpty();
        driver.Clocks.Names.ShouldBe("");
    }

    [Test]
    public void Should_set_out_with_a_new_receipt_when_the_agency_is_named()
    {
        var driver = new DossierDriver().Give(Filing).GoTo("2026-03-03 10:00").Give(Assigned);

        driver.Sent<DeliverDossier>().ShouldBe([new DeliverDossier(Sample.Code, "H29", Revision: 1)]);
        driver.Told<ReceiptIssued>().Last().ShouldBe(new ReceiptIssued(Sample.Code, 2, Sample.Start, Sample.Agency, At("2026-03-10 17:00"), Provisional: true));
        driver.Sent<NotifyApplicant>().ShouldHaveSingleItem().Occasion.ShouldBe("receipt");
        driver.Edges.ShouldBe(["Unrouted->Filed"]);
        driver.Clocks.DueOf("undelivered").ShouldBe(At("2026-03-03 10:15"));
        driver.Clocks.DueOf("acceptance").ShouldBe(At("2026-03-04 10:00"), "the agency cannot answer for the time before it was named");
        driver.Figures.ShouldBe(new Dictionary<string, int> { [$"{Sample.Agency} 2026-03-02 Filed"] = 1 });
        (driver.Row!.Agency, driver.Row.System, driver.Row.Deadline).ShouldBe((Sample.Agency, "H29", At("2026-03-10 17:00")));
    }

    [Test]
    public void Should_take_the_first_assignment_only()
    {
        var driver = new DossierDriver().Give(Filing).Give(Assigned);
        var (state, commands) = (driver.Json, driver.Commands.Count);

        driver.Give(Assigned).Give(Assigned with { System = "H60" });

        driver.Json.ShouldBe(state);
        driver.Commands.Count.ShouldBe(commands);
    }

    [Test]
    public void Should_deliver_what_the_applicant_completed_in_the_meantime()
    {
        var driver = new DossierDriver().Give(Filing).Give(new SupplementDossier(Sample.Code, Revision: 2, Sample.Start)).Give(Assigned);

        driver.Sent<DeliverDossier>().ShouldBe([new DeliverDossier(Sample.Code, "H29", Revision: 2)]);
    }

    [Test]
    public void Should_travel_on_like_any_other()
    {
        var driver = new DossierDriver().Give(Filing).Give(Assigned).Give(Sample.Delivered)
            .Give(Sample.Row(2, Sample.Start)).Give(Sample.Row(9, Sample.Start.AddHours(1))).Give(Sample.Row(10, Sample.Start.AddHours(2)));
        driver.GoTo("2026-03-02 12:00");

        driver.Shown.State.ShouldBe(DossierState.Returned);
        driver.Told<ReceiptIssued>().Select(receipt => (receipt.Version, receipt.Provisional)).ShouldBe([(1, true), (2, true), (3, false)]);
        driver.Clocks.Names.ShouldBe("");
    }
}
