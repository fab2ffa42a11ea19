using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Payments;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Saga.Tests.Payments;

internal sealed class When_a_dossier_lists_fees
{
    private static readonly BeneficiaryAccount Treasury = new("3711012345", "VCB", "KBNN mẫu", IsTreasury: true);
    private static readonly ListedFee Fee = new("1", "P01", "Phí thẩm định", "100000");
    private static readonly ListedFee Charge = new("2", "L01", "Lệ phí cấp", "50000");

    [Test]
    public void Should_state_what_the_agency_asks_for_with_status_6() =>
        Of(DossierState.PaymentRequested, [Fee, Charge], [Treasury]).ShouldBeOfType<ListedFees.Stated>().Lines.ShouldBe(
        [
            new FeeLine(FeeKind.Fee, "P01", "Phí thẩm định", new Vnd(100_000), Treasury),
            new FeeLine(FeeKind.Charge, "L01", "Lệ phí cấp", new Vnd(50_000), Treasury),
        ]);

    [TestCase(DossierState.Accepted)]
    [TestCase(DossierState.Returned)]
    public void Should_state_nothing_with_another_status(DossierState state) => Of(state, [Fee], [Treasury]).ShouldBe(new ListedFees.Nothing());

    [Test]
    public void Should_state_nothing_when_there_is_nothing_to_pay()
    {
        Of(DossierState.PaymentRequested, [], []).ShouldBe(new ListedFees.Nothing());
        Of(DossierState.PaymentRequested, [Fee with { Amount = "0" }], []).ShouldBe(new ListedFees.Nothing());
    }

    [Test]
    public void Should_charge_nobody_when_a_line_is_not_clear()
    {
        Of(DossierState.PaymentRequested, [Fee, Charge with { Amount = "50.000" }], [Treasury]).ShouldBe(new ListedFees.Unclear(ListedFault.Amount, 1));
        Of(DossierState.PaymentRequested, [Fee with { Kind = "3" }], [Treasury]).ShouldBe(new ListedFees.Unclear(ListedFault.Kind, 0));
        Of(DossierState.PaymentRequested, [Fee], []).ShouldBe(new ListedFees.Unclear(ListedFault.NoAccount, 0));
        Of(DossierState.PaymentRequested, [Fee], [Treasury, Treasury with { Number = "1" }]).ShouldBe(new ListedFees.Unclear(ListedFault.SeveralAccounts, 0));
        Of(DossierState.PaymentRequested, [Fee with { Amount = "999999999999999" }], [Treasury]).ShouldBe(new ListedFees.Unclear(ListedFault.Lines, 0));
    }

    [Test]
    public void Should_give_a_dossier_one_obligation() =>
        ListedFees.IdentityOf("H29", DossierCode.Parse("H29.101-260302-5000001")).Value.ShouldBe("H29/H29.101-260302-5000001");

    private static ListedFees Of(DossierState state, IReadOnlyList<ListedFee> fees, IReadOnlyList<BeneficiaryAccount> accounts) => ListedFees.Of(state, fees, accounts);
}
