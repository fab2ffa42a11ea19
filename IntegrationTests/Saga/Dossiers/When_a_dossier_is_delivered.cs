using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using static DichVuCong.Saga.Tests.WorkingTime.Moment;

namespace DichVuCong.Saga.Tests.Dossiers;

internal sealed class When_a_dossier_is_delivered
{
    [Test]
    public void Should_set_out_once_with_a_provisional_receipt()
    {
        var driver = Filed();

        driver.Sent<DeliverDossier>().ShouldBe([new DeliverDossier(Sample.Code, "H29", Revision: 1)]);
        driver.Told<ReceiptIssued>().ShouldBe([new ReceiptIssued(Sample.Code, 1, Sample.Start, Sample.Agency, At("2026-03-09 17:00"), Provisional: true)]);
        driver.Sent<NotifyApplicant>().ShouldHaveSingleItem().Occasion.ShouldBe("receipt");
        (driver.Shown.State, driver.Row!.State, driver.Row.ReceiptVersion).ShouldBe((DossierState.Filed, DossierState.Filed, 1));
        driver.Figures.ShouldBe(Figures("2026-03-02 Filed"));
    }

    [Test]
    public void Should_watch_delivery_in_the_systems_service_time_and_acceptance_in_working_hours()
    {
        var clocks = Filed().Clocks;

        clocks.Names.ShouldBe("acceptance undelivered");
        clocks.TermsOf("undelivered").ShouldBe(new ClockTerms("system:H29", TimeUnit.ServiceMinutes, 15, Sample.Start));
        clocks.DueOf("undelivered").ShouldBe(At("2026-03-02 09:15"));
        clocks.TermsOf("acceptance").ShouldBe(new ClockTerms("H29.101", TimeUnit.WorkingHours, 8 * 60, Sample.Start));
        clocks.DueOf("acceptance").ShouldBe(At("2026-03-03 09:00"));
    }

    [Test]
    public void Should_ignore_a_filing_that_comes_again()
    {
        var driver = Filed();
        var (state, commands) = (driver.Json, driver.Commands.Count);

        driver.GoTo("2026-03-02 09:05").Give(Sample.Filing);

        driver.Json.ShouldBe(state);
        driver.Commands.Count.ShouldBe(commands);
    }

    [Test]
    public void Should_be_registered_once_the_system_has_it_and_stay_so_when_the_reply_comes_again()
    {
        var driver = Filed().GoTo("2026-03-02 09:02").Give(Sample.Delivered);
        var (state, events) = (driver.Json, driver.Events.Count);
        driver.GoTo("2026-03-02 09:20").Give(Sample.Delivered with { AlreadyThere = true });

        driver.Json.ShouldBe(state);
        driver.Events.Count.ShouldBe(events);
        driver.Edges.ShouldBe(["Filed->Registered"]);
        (driver.Shown.State, driver.Row!.DeliveredAt).ShouldBe((DossierState.Registered, At("2026-03-02 09:02")));
        driver.Clocks.Names.ShouldBe("acceptance");
        driver.Figures.ShouldBe(Figures("2026-03-02 Delivered", "2026-03-02 Filed"));
    }

    [Test]
    public void Should_tell_once_that_it_is_undelivered()
    {
        var driver = Filed().GoTo("2026-03-02 10:00");

        driver.Told<DossierUndelivered>().ShouldBe([new DossierUndelivered(Sample.Code, "H29", Sample.Start)]);
        driver.Row!.Alarms.ShouldBe(DossierAlarms.Undelivered);
        driver.Figures.ShouldBe(Figures("2026-03-02 Filed", "2026-03-02 Undelivered"));

        driver.Give(new RedeliverDossier(Sample.Code, "vanhanh01", Guid.NewGuid())).GoTo("2026-03-02 11:00").Give(Sample.Delivered);

        driver.Sent<DeliverDossier>().Count().ShouldBe(2);
        driver.Told<DossierUndelivered>().Count().ShouldBe(1);
        driver.Shown.State.ShouldBe(DossierState.Registered);
    }

    [Test]
    public void Should_not_count_the_systems_maintenance_as_undelivered()
    {
        var driver = new DossierDriver().GoTo("2026-03-03 19:55").Give(Sample.Filing with { FiledAt = At("2026-03-03 19:55") });

        driver.Clocks.DueOf("undelivered").ShouldBe(At("2026-03-03 23:10"));
        driver.GoTo("2026-03-03 23:09").Told<DossierUndelivered>().ShouldBeEmpty();
        driver.GoTo("2026-03-03 23:10").Told<DossierUndelivered>().Count().ShouldBe(1);
    }

    [Test]
    public void Should_take_a_status_as_a_sign_that_the_system_has_it()
    {
        var driver = Filed().GoTo("2026-03-02 09:05").Give(Sample.Row(2, "2026-03-02 09:04"));
        var events = driver.Events.Count;

        driver.Clocks.Names.ShouldBe("deadline silence");
        driver.Row!.DeliveredAt.ShouldBe(At("2026-03-02 09:05"));
        driver.Figures.ShouldBe(Figures("2026-03-02 Accepted", "2026-03-02 Delivered", "2026-03-02 Filed"));

        driver.GoTo("2026-03-02 09:06").Give(Sample.Delivered).Give(new DeliveryRefused(Sample.Code, Revision: 1, "Đã có hồ sơ"));

        driver.Events.Count.ShouldBe(events, "what comes late is harmless");
        driver.Shown.State.ShouldBe(DossierState.Accepted);
    }

    [Test]
    public void Should_wait_for_somebody_to_act_when_the_system_refuses_it()
    {
        var driver = Filed().Give(new DeliveryRefused(Sample.Code, Revision: 1, "Thiếu trường MaTTHC"));

        driver.Told<DossierRefusedBySystem>().ShouldBe([new DossierRefusedBySystem(Sample.Code, "H29", "Thiếu trường MaTTHC")]);
        driver.Shown.State.ShouldBe(DossierState.RefusedBySystem);
        driver.Clocks.Names.ShouldBe("acceptance");

        driver.GoTo("2026-03-02 09:30").Give(new RedeliverDossier(Sample.Code, "vanhanh01", Guid.NewGuid()));
        driver.Clocks.Names.ShouldBe("acceptance undelivered");
        driver.Clocks.DueOf("undelivered").ShouldBe(At("2026-03-02 09:45"));
        driver.Sent<DeliverDossier>().Count().ShouldBe(2);

        driver.Give(Sample.Delivered);
        driver.Edges.ShouldBe(["Filed->RefusedBySystem", "RefusedBySystem->Filed", "Filed->Registered"]);
    }

    [Test]
    public void Should_be_registered_when_the_system_turns_out_to_have_what_it_refused()
    {
        var driver = Filed().Give(new DeliveryRefused(Sample.Code, Revision: 1, "Lỗi")).Give(Sample.Delivered with { AlreadyThere = true });

        driver.Edges.ShouldBe(["Filed->RefusedBySystem", "RefusedBySystem->Registered"]);
    }

    [Test]
    public void Should_deliver_nothing_after_the_end_nor_what_the_agency_received_itself()
    {
        var ended = Filed().Give(Sample.Delivered).Give(Sample.Row(7, "2026-03-02 09:01"));
        var counter = new DossierDriver().Give(Sample.Counter);

        foreach (var driver in new[] { ended, counter })
        {
            var delivered = driver.Sent<DeliverDossier>().Count();
            driver.Give(new RedeliverDossier(Sample.Code, "vanhanh01", Guid.NewGuid()));
            driver.Sent<DeliverDossier>().Count().ShouldBe(delivered);
        }

        ended.Give(new SupplementDossier(Sample.Code, Revision: 2, ended.Now)).Sent<DeliverDossier>().Count().ShouldBe(1);
    }

    private static DossierDriver Filed() => new DossierDriver().Give(Sample.Filing);

    private static Dictionary<string, int> Figures(params string[] once) => once.ToDictionary(figure => $"{Sample.Agency} {figure}", _ => 1);
}
