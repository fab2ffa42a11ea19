using DichVuCong.Contracts.Payments;
using DichVuCong.Saga.Payments;
using DichVuCong.Saga.Tests.Dossiers;

namespace DichVuCong.Saga.Tests.Payments;

internal sealed class When_an_obligation_is_stated
{
    private static readonly PaymentReference First = PaymentReference.Of(new DateOnly(2026, 3, 2), 1);
    private static readonly PaymentReference Second = PaymentReference.Of(new DateOnly(2026, 3, 2), 2);

    private static readonly ObligationId Other = ObligationId.Of("H29", "2026-other");

    private static readonly StateObligation Stated = new(
        Pay.Obligation,
        Sample.Code,
        Pay.Agency,
        "H29.101",
        [
            new ObligationOrder(First, Pay.Treasury, new Vnd(100_000), [new OrderLine(FeeKind.Fee, "P01", "Phí thẩm định", new Vnd(100_000))]),
            new ObligationOrder(Second, Pay.Treasury with { Number = "7111" }, new Vnd(50_000), [new OrderLine(FeeKind.Charge, "L01", "Lệ phí cấp", new Vnd(50_000))]),
        ],
        Pay.Open.ExpiresAt,
        "DOITAC1");

    private static ObligationDriver Driver => new ObligationDriver().Give(Stated);

    [Test]
    public void Should_open_the_orders_that_the_door_named_once()
    {
        var driver = Driver.Give(Stated);

        driver.Sent<OpenOrder>().Select(order => (order.Reference, order.Amount, order.Beneficiary.Number, order.ConfirmTo)).ShouldBe(
        [
            (First, new Vnd(100_000), Pay.Treasury.Number, "DOITAC1"),
            (Second, new Vnd(50_000), "7111", "DOITAC1"),
        ]);
        driver.Sent<UpdateObligationRow>().ShouldHaveSingleItem().Amount.ShouldBe(new Vnd(150_000));
    }

    [Test]
    public void Should_be_paid_when_all_orders_are()
    {
        var driver = Driver.Give(Note(First, OrderState.Paid));
        driver.Data.State.ShouldBe(ObligationState.PartlyPaid);
        driver.Told<ObligationPaid>().ShouldBeEmpty();

        driver.Give(Note(Second, OrderState.Paid), Note(Second, OrderState.Paid));

        driver.Told<ObligationPaid>().ShouldHaveSingleItem().Dossier.ShouldBe(Sample.Code);
        driver.Told<DossierPaymentChanged>().Select(change => (change.State, change.Paid)).ShouldBe(
        [
            (ObligationState.Open, Vnd.Zero),
            (ObligationState.PartlyPaid, new Vnd(100_000)),
            (ObligationState.Paid, new Vnd(150_000)),
        ]);
    }

    [Test]
    public void Should_be_settled_when_all_orders_are() =>
        Driver.Give(Note(First, OrderState.Paid), Note(Second, OrderState.Paid), Note(First, OrderState.Settled), Note(Second, OrderState.Settled))
            .Edges.ShouldBe(["Open->PartlyPaid", "PartlyPaid->Paid", "Paid->Settled"]);

    [Test]
    public void Should_be_cancelled_with_its_orders()
    {
        var cancel = new CancelObligation(Pay.Obligation, "Hồ sơ đã rút", "H29");
        var driver = Driver.Give(cancel, cancel, Note(First, OrderState.Cancelled), Note(Second, OrderState.Cancelled));

        driver.Edges.ShouldBe(["Open->Cancelled"]);
        driver.Sent<CancelOrder>().Select(order => order.Reference).ShouldBe([First, Second]);
    }

    [Test]
    public void Should_be_paid_all_the_same_when_that_came_first() =>
        Driver.Give(new CancelObligation(Pay.Obligation, "Hồ sơ đã rút", "H29"), Note(First, OrderState.Paid), Note(Second, OrderState.Paid))
            .Data.State.ShouldBe(ObligationState.Paid);

    [Test]
    public void Should_give_way_to_another_that_states_the_same_money()
    {
        var driver = Driver.Give(new CancelObligation(Pay.Obligation, "Trùng", "H29", Other), Note(First, OrderState.Cancelled), Note(Second, OrderState.Cancelled));

        driver.Data.State.ShouldBe(ObligationState.Cancelled);
        driver.Sent<CancelOrder>().Select(order => order.Reference).ShouldBe([First, Second]);
        driver.Sent<CancelObligation>().ShouldBeEmpty();
    }

    [Test]
    public void Should_stand_against_the_other_when_it_was_paid_first()
    {
        var driver = Driver.Give(Note(First, OrderState.Paid), new CancelObligation(Pay.Obligation, "Trùng", "H29", Other));

        driver.Data.State.ShouldBe(ObligationState.PartlyPaid);
        driver.Sent<CancelOrder>().ShouldBeEmpty();
        driver.Sent<CancelObligation>().ShouldHaveSingleItem().ShouldBe(new CancelObligation(Other, "Trùng", "H29"));
    }

    [Test]
    public void Should_tell_the_dossier_what_is_still_paid_after_a_refund_of_a_part()
    {
        var driver = Driver.Give(Note(First, OrderState.Paid), Note(First, OrderState.Paid, paid: 60_000));

        driver.Told<DossierPaymentChanged>().Last().Paid.ShouldBe(new Vnd(60_000));
        driver.Sent<UpdateObligationRow>().Last().Paid.ShouldBe(new Vnd(60_000));
    }

    [Test]
    public void Should_not_fall_over_an_obligation_without_orders() =>
        new ObligationDriver().Give(Stated with { Orders = [] }, new CancelObligation(Pay.Obligation, "Rút", "H29")).Data.State.ShouldBe(ObligationState.Cancelled);

    [Test]
    public void Should_expire_when_nothing_was_paid_in_time() =>
        Driver.Give(Note(First, OrderState.Expired), Note(Second, OrderState.Expired)).Data.State.ShouldBe(ObligationState.Expired);

    [Test]
    public void Should_tell_no_dossier_when_it_has_none() =>
        new ObligationDriver().Give(Stated with { Dossier = null }, Note(First, OrderState.Paid)).Told<DossierPaymentChanged>().ShouldBeEmpty();

    private static NoteOrder Note(PaymentReference reference, OrderState state, long? paid = null)
    {
        var amount = state is OrderState.Paid or OrderState.Settled ? Stated.Orders.Single(order => order.Reference == reference).Amount : Vnd.Zero;
        return new NoteOrder(Pay.Obligation, reference, state, paid is { } net ? new Vnd(net) : amount, Pay.Start);
    }

    private sealed class ObligationDriver() : PaymentDriver<ObligationData, ObligationDriver>(PaymentEndpoints.Obligations, Pay.Obligation.Value, rules: null)
    {
        protected override void Check()
        {
            Data.State.ShouldBe(ObligationGraph.StateOf(Data));
            var row = Sent<UpdateObligationRow>().Last();
            (row.State, row.Paid).ShouldBe((Data.State, Data.Paid));
            Json.Length.ShouldBeLessThan(1500);
        }
    }
}
