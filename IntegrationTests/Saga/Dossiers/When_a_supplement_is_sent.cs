using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;

namespace DichVuCong.Saga.Tests.Dossiers;

internal sealed class When_a_supplement_is_sent
{
    [Test]
    public void Should_deliver_the_new_revision_and_leave_the_state_to_the_agency()
    {
        var driver = Asked().Give(new SupplementDossier(Sample.Code, Revision: 2, Sample.Start.AddDays(1)));

        driver.Sent<DeliverDossier>().Last().ShouldBe(new DeliverDossier(Sample.Code, "H29", Revision: 2));
        driver.Shown.State.ShouldBe(DossierState.SupplementRequested);

        driver.Give(new DossierDelivered(Sample.Code, Revision: 2, AlreadyThere: false));
        (driver.Shown.State, driver.Data.DeliveredRevision).ShouldBe((DossierState.SupplementRequested, 2));
        driver.Figures[$"{Sample.Agency} 2026-03-02 Delivered"].ShouldBe(1, "a dossier is delivered once, with whatever it contains then");
    }

    [Test]
    public void Should_deliver_each_revision_once_and_none_that_is_older()
    {
        var driver = Asked();
        foreach (var revision in new[] { 2, 2, 3, 2 }) driver.Give(new SupplementDossier(Sample.Code, revision, Sample.Start.AddDays(1)));

        driver.Sent<DeliverDossier>().Select(command => command.Revision).ShouldBe([1, 2, 3]);
    }

    [Test]
    public void Should_tell_that_the_system_refused_it_and_stay_where_it_is()
    {
        var driver = Asked().Give(new SupplementDossier(Sample.Code, Revision: 2, Sample.Start.AddDays(1)))
            .Give(new DeliveryRefused(Sample.Code, Revision: 2, "Tệp quá lớn"));

        driver.Told<DossierRefusedBySystem>().Count().ShouldBe(1);
        driver.Shown.State.ShouldBe(DossierState.SupplementRequested);
        driver.Give(new RedeliverDossier(Sample.Code, "vanhanh01", Guid.NewGuid())).Sent<DeliverDossier>().Last().Revision.ShouldBe(2);
    }

    [Test]
    public void Should_replace_what_is_on_its_way_under_the_same_watch()
    {
        var driver = new DossierDriver().Give(Sample.Filing).GoTo("2026-03-02 09:10").Give(new SupplementDossier(Sample.Code, Revision: 2, Sample.Start.AddMinutes(10)));

        driver.Sent<DeliverDossier>().Select(command => command.Revision).ShouldBe([1, 2]);
        driver.Clocks.DueOf("undelivered").ShouldBe(Sample.Start.AddMinutes(15));
    }

    [Test]
    public void Should_not_be_held_up_by_the_refusal_of_what_it_replaces()
    {
        var driver = new DossierDriver().Give(Sample.Filing).Give(new SupplementDossier(Sample.Code, Revision: 2, Sample.Start))
            .Give(new DeliveryRefused(Sample.Code, Revision: 1, "Thiếu trường bắt buộc"));

        driver.Told<DossierRefusedBySystem>().ShouldBeEmpty();
        (driver.Shown.State, driver.Clocks.Names).ShouldBe((DossierState.Filed, "acceptance undelivered"));

        driver.Give(new DeliveryRefused(Sample.Code, Revision: 2, "Thiếu trường bắt buộc"));
        driver.Told<DossierRefusedBySystem>().Count().ShouldBe(1);
        driver.Shown.State.ShouldBe(DossierState.RefusedBySystem);
    }

    [Test]
    public void Should_ask_for_a_faulty_file_once_for_each_revision()
    {
        var driver = new DossierDriver().Give(Sample.Filing);
        foreach (var fault in new[] { FileFault.Missing, FileFault.WrongHash }) driver.Give(new ReportFileFault(Sample.Code, 3, Revision: 1, fault));

        driver.Told<FileSupplementNeeded>().ShouldBe([new FileSupplementNeeded(Sample.Code, 3, FileFault.Missing)]);
        driver.Flags.Standing.ShouldBe("FileFault");
        driver.Sent<NotifyApplicant>().Last().Occasion.ShouldBe("file-1-3");

        driver.Give(new SupplementDossier(Sample.Code, Revision: 2, Sample.Start))
            .Give(new ReportFileFault(Sample.Code, 3, Revision: 1, FileFault.Missing));
        driver.Flags.Standing.ShouldBe("", "the file that was faulty is replaced");

        driver.Give(new ReportFileFault(Sample.Code, 3, Revision: 2, FileFault.WrongSize));
        driver.Told<FileSupplementNeeded>().Count().ShouldBe(2, "of revision 1 nobody wants to know any more");
        driver.Sent<NotifyApplicant>().Last().Occasion.ShouldBe("file-2-3");
    }

    private static DossierDriver Asked() => new DossierDriver().Give(Sample.Filing).Give(Sample.Delivered)
        .Give(Sample.Row(2, "2026-03-02 09:00")).GoTo("2026-03-03 08:30").Give(Sample.Row(5, "2026-03-03 08:30", "Thiếu bản sao"));
}
