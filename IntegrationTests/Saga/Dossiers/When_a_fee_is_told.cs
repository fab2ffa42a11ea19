using System.Text;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Payments;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Saga.Shrinking;

namespace DichVuCong.Saga.Tests.Dossiers;

internal sealed class When_a_fee_is_told
{
    private static readonly ObligationId First = ObligationId.Of("H29", "PHI-1");

    [Test]
    public void Should_show_on_the_dossier_and_move_it_nowhere()
    {
        var driver = Delivered().Give(Sample.Row(6, "2026-03-02 09:00"));
        var (shown, edges, events) = (driver.Shown, driver.Edges.Count, driver.Events.Count);

        driver.Give(Fee(First, ObligationState.Open, 0, minute: 1)).Give(Fee(First, ObligationState.Paid, 150_000, minute: 2));

        driver.Data.Fees.ShouldNotBeNull().ShouldHaveSingleItem()
            .ShouldBe(new DossierFee(First, ObligationState.Paid, new Vnd(150_000), new Vnd(150_000), Sample.Start.AddMinutes(2)));
        (driver.Shown, driver.Edges.Count, driver.Events.Count).ShouldBe((shown, edges, events));
        driver.Shown.State.ShouldBe(DossierState.PaymentRequested);
    }

    [Test]
    public void Should_not_fall_back_to_what_was_before()
    {
        var driver = Delivered().Give(Fee(First, ObligationState.Paid, 150_000, minute: 2));
        driver.Give(Fee(First, ObligationState.PartlyPaid, 50_000, minute: 1)).Give(Fee(First, ObligationState.Paid, 150_000, minute: 2));
        driver.Data.Fees!.Single().State.ShouldBe(ObligationState.Paid);
    }

    [Test]
    public void Should_follow_what_is_paid_within_one_state()
    {
        var driver = Delivered().Give(Fee(First, ObligationState.PartlyPaid, 50_000, minute: 1)).Give(Fee(First, ObligationState.PartlyPaid, 70_000, minute: 1));
        driver.Data.Fees!.Single().Paid.ShouldBe(new Vnd(70_000));
    }

    [Test]
    public void Should_remember_those_that_changed_last()
    {
        var driver = Delivered();
        for (var number = 1; number <= 5; number++) driver.Give(Fee(ObligationId.Of("H29", $"PHI-{number}"), ObligationState.Open, 0, number));
        driver.Give(Fee(ObligationId.Of("H29", "PHI-3"), ObligationState.Paid, 150_000, minute: 6));

        driver.Data.Fees!.Select(fee => fee.Obligation.Value).ShouldBe(["H29/PHI-4", "H29/PHI-5", "H29/PHI-3"]);
        driver.Json.Length.ShouldBeLessThan(1500);
    }

    [Test]
    public void Should_stay_in_the_small_form_of_a_finished_dossier()
    {
        var driver = Delivered().Give(Sample.Row(3, "2026-03-02 09:00"));
        var form = new SmallDossier();
        var without = form.Shrink(driver.Data).ShouldNotBeNull();
        form.Read(form.Write(without)).Fees.ShouldBeNull();

        var with = form.Shrink(driver.Give(Fee(First, ObligationState.Refunded, 0, minute: 5)).Data).ShouldNotBeNull();

        form.Read(form.Write(with)).Fees.ShouldBe(driver.Data.Fees);
        form.Write(with).AsSpan(0, form.Write(without).Length).SequenceEqual(form.Write(without)).ShouldBeTrue("what was there before stays where it was");
    }

    [Test]
    public void Should_read_a_state_of_before() =>
        Encoding.UTF8.GetString(Delivered().Json).ShouldNotContain("fees");

    private static DossierDriver Delivered() => new DossierDriver().Give(Sample.Filing).Give(new DossierDelivered(Sample.Code, Revision: 1, AlreadyThere: false));

    private static DossierPaymentChanged Fee(ObligationId id, ObligationState state, long paid, int minute) =>
        new(Sample.Code, id, state, new Vnd(150_000), new Vnd(paid), Sample.Start.AddMinutes(minute));
}
