using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Contracts.Payments;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Saga.Tests.Dossiers;
using DichVuCong.Saga.Tests.Payments;

namespace DichVuCong.Saga.Tests.Parcels;

internal sealed class When_a_dossier_asks_for_post
{
    private const PostServices Both = PostServices.CollectPapers | PostServices.ReturnResult;

    private static readonly SubmitDossier Filing = Sample.Filing with { Post = Both };

    private static SagaDriver<DossierData> Filed(SubmitDossier? filing = null) => new SagaDriver<DossierData>(Endpoints.Dossiers, Sample.Code.Value).Give(filing ?? Filing);

    /// <summary>A week later, when nothing that is said is of the future.</summary>
    private static SagaDriver<DossierData> Later(SubmitDossier? filing = null) => Filed(filing).GoTo(WorkingTime.Moment.At("2026-03-10 09:00"));

    private static SagaDriver<DossierData> Processed(SubmitDossier? filing = null) =>
        Later(filing).Give(Sample.Delivered, Sample.Row(2, "2026-03-02 10:00"), Sample.Row(4, "2026-03-03 10:00"), Sample.Row(9, "2026-03-04 10:00"));

    [Test]
    public void Should_have_its_papers_collected_and_its_result_announced_at_once()
    {
        var driver = Filed();

        driver.Told<ParcelWanted>().ShouldHaveSingleItem().Parcel.ShouldBe(Post.Papers);
        driver.Told<ParcelAsked>().ShouldHaveSingleItem().Parcel.ShouldBe(Post.Result);
    }

    [Test]
    public void Should_have_its_result_carried_once_there_is_one()
    {
        var driver = Processed();

        var wanted = driver.Told<ParcelWanted>().Single(wanted => wanted.Parcel == Post.Result);
        (wanted.Agency, wanted.Since, wanted.Fees).ShouldBe((Sample.Agency, WorkingTime.Moment.At("2026-03-04 10:00"), null));
        driver.Give(Sample.Row(9, "2026-03-04 11:00", "lần nữa")).Told<ParcelWanted>().Count().ShouldBe(2);
    }

    [Test]
    public void Should_be_over_when_the_post_has_handed_the_result_over()
    {
        var parcel = Post.Carried().Give(Post.Told(1, ParcelState.Delivered, WorkingTime.Moment.At("2026-03-05 15:00")));
        var driver = Processed().Give(parcel.Sent<RecordAgencyStatus>().ShouldHaveSingleItem());

        driver.Data.Shown.State.ShouldBe(DossierState.Returned);
        driver.Edges.Last().ShouldBe("Processed->Returned");
        driver.Told<DossierStateChanged>().Last().Final.ShouldBeTrue();
        driver.Sent<CountFigure>().Count(figure => figure.Figure == DailyFigure.Returned).ShouldBe(1);
        driver.Give(Sample.Row(10, "2026-03-06 08:00")).Data.Shown.State.ShouldBe(DossierState.Returned, "the agency says it too");
        driver.Told<ParcelNotWanted>().ShouldBeEmpty();
    }

    [TestCase(3), TestCase(7), TestCase(8)]
    public void Should_want_nothing_carried_when_it_ends_without_a_result(int end)
    {
        var driver = Later().Give(Sample.Delivered, Sample.Row(end, "2026-03-02 10:00"));

        driver.Told<ParcelNotWanted>().Select(gone => gone.Parcel).ShouldBe([Post.Papers, Post.Result]);
    }

    [Test]
    public void Should_take_the_result_back_when_an_earlier_row_shows_that_there_is_none()
    {
        var driver = Later().Give(Sample.Delivered, Sample.Row(2, "2026-03-02 10:00"), Sample.Row(9, "2026-03-04 10:00"), Sample.Row(3, "2026-03-03 10:00"));

        driver.Data.Shown.State.ShouldBe(DossierState.NotAccepted);
        driver.Told<ParcelNotWanted>().ShouldContain(gone => gone.Parcel == Post.Result);
    }

    [Test]
    public void Should_leave_it_to_the_agency_when_it_is_not_served_centrally()
    {
        var driver = Processed(Filing with { Central = false });

        driver.Told<ParcelWanted>().ShouldBeEmpty();
        driver.Told<ParcelAsked>().ShouldBeEmpty();
        Processed(Sample.Filing).Told<ParcelWanted>().ShouldBeEmpty("nobody asked for it");
    }

    [Test]
    public void Should_wait_with_the_post_until_somebody_is_known_to_be_competent()
    {
        var driver = Filed(Filing with { Agency = null, System = null, Origin = DossierOrigin.Coordination });
        driver.Told<ParcelWanted>().ShouldBeEmpty();

        driver.Give(new AssignAgency(Sample.Code, Sample.Agency, Sample.System, Central: true, "H29.101", Sample.FiveDays, Deadline: null, "vanhanh01"));
        driver.Told<ParcelWanted>().ShouldHaveSingleItem().Parcel.ShouldBe(Post.Papers);
    }

    [Test]
    public void Should_have_open_fees_collected_by_the_postman_when_the_applicant_wants_that()
    {
        var (open, paid) = (ObligationId.Parse("H29/2026-000001"), ObligationId.Parse("H29/2026-000002"));
        DossierPaymentChanged Told(ObligationId id, ObligationState state, long amount, long done) =>
            new(Sample.Code, id, state, new Vnd(amount), new Vnd(done), Sample.Start);
        object[] fees = [Told(open, ObligationState.PartlyPaid, 100, 40), Told(paid, ObligationState.Paid, 50, 50)];

        var driver = Later(Filing with { Post = PostServices.ReturnResult | PostServices.CashOnDelivery })
            .Give(fees).Give(Sample.Delivered, Sample.Row(2, "2026-03-02 10:00"), Sample.Row(9, "2026-03-04 10:00"));

        driver.Told<ParcelWanted>().ShouldHaveSingleItem().Fees.ShouldHaveSingleItem().ShouldBe(new FeeToCollect(open, new Vnd(60)));
        Later().Give(fees).Give(Sample.Delivered, Sample.Row(2, "2026-03-02 10:00"), Sample.Row(9, "2026-03-04 10:00"))
            .Told<ParcelWanted>().ShouldAllBe(wanted => wanted.Fees == null);
    }

    [Test]
    public void Should_record_what_the_postman_collected_as_payments()
    {
        ObligationOrder Part(int number, long amount) => new(PaymentReference.Of(new DateOnly(2026, 3, 2), (ulong)number), Pay.Treasury, new Vnd(amount), []);
        var stated = new StateObligation(Pay.Obligation, Sample.Code, Sample.Agency, "H29.101", [Part(1, 100), Part(2, 50)], Sample.Start.AddDays(9), ConfirmTo: null);
        var driver = new SagaDriver<Saga.Payments.ObligationData>(PaymentEndpoints.Obligations, Pay.Obligation.Value).Give(stated);

        driver.Give(new CashCollected(Pay.Obligation, Post.Order, new Vnd(160), Sample.Start.AddDays(2)));

        var payments = driver.Sent<RecordPayment>();
        payments.Select(payment => (payment.Amount.Amount, payment.TransactionNo)).ShouldBe(
            [(100L, Sample.Code.Value), (50L, $"{Sample.Code}#2"), (10L, $"{Sample.Code}#3")], "what is too much is seen as such");
        payments.ShouldAllBe(payment => payment.Partner == "vnpost" && payment.Result == PaymentResult.Paid);
    }

    [Test]
    public void Should_still_know_of_the_post_when_it_has_shrunk()
    {
        var driver = Processed(Filing with { Deadline = null }).Give(Sample.Row(10, "2026-03-05 10:00"));
        var form = new DichVuCong.Saga.Shrinking.SmallDossier();
        var shrunk = form.Shrink(driver.Data);

        shrunk.ShouldNotBeNull();
        var read = form.Read(form.Write(shrunk));
        (read.Post, read.Posted, read.Fees).ShouldBe((Both, Both, null));
    }
}
