using DichVuCong.Adapters.Banks.Outbound;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;
using DichVuCong.Payments;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Saga;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Worker.Paying;
using DichVuCong.Worker.Tests.Support;

namespace DichVuCong.Worker.Tests.Topologies;

internal sealed class When_the_topology_is_built
{
    private static readonly PaymentReference Order = PaymentReference.Parse("D25070100000000001");

    [Test]
    public void Should_have_an_owner_for_every_command_to_a_partner()
    {
        using var partners = Some.Partners();
        var topology = TopologyOf(partners);
        foreach (var command in new[] { typeof(AskPayment), typeof(RefundPayment), typeof(AskRefundState) }) topology.OwnerOf(command).ShouldBe(PaymentLines.Partners);
        topology.OwnerOf(typeof(ConfirmPayment)).ShouldBe(PaymentLines.Ministries);
    }

    [Test]
    public void Should_tell_the_dossier_of_its_fees()
    {
        using var partners = Some.Partners();
        TopologyOf(partners).SubscribersOf(typeof(DossierPaymentChanged)).ShouldBe([Endpoints.Dossiers, PaymentEndpoints.Feed]);
    }

    [Test]
    public void Should_have_a_line_for_every_partner_and_every_system()
    {
        using var partners = Some.Partners();
        new PaymentLines(partners).Declarations().Select(line => line.Partner).ShouldBe(
            ["payment:vnpay", "payment:vietqr", "payment:mb", "ministry:DOITAC1", "payment:(not configured)", "ministry:(not configured)"]);
    }

    [TestCase("vnpay", "payment:vnpay")]
    [TestCase("gone", "payment:(not configured)")]
    public void Should_send_every_command_to_a_line_that_exists(string partner, string line)
    {
        using var partners = Some.Partners();
        var step = TopologyOf(partners).Partners[PaymentLines.Partners].Steps[typeof(AskPayment)];
        step.PartnerOf(new AskPayment(Order, partner, StartedAt: null)).ShouldBe(line);
    }

    [Test]
    public async Task Should_wait_for_what_is_not_configured()
    {
        using var partners = Some.Partners();
        var call = new PartnerCall(Guid.NewGuid(), "payment:(not configured)", Attempt: 1, Some.Now, TimeSpan.FromSeconds(30));
        var refund = new RefundPayment(Order, 1, "gone", "1", Some.Now, new Vnd(1000), IsFull: true);
        var step = TopologyOf(partners).Partners[PaymentLines.Partners].Steps[typeof(RefundPayment)];

        var outcome = await step.CallAsync(refund, call, default);

        (outcome.Kind, outcome.Reason).ShouldBe((OutcomeKind.Transient, "gone is not configured"));
        step.RepeatabilityOf(refund).ShouldBe(Repeatability.CanBeAsked);
    }

    [Test]
    public void Should_stand_without_a_single_partner()
    {
        using var partners = Some.Partners(Payments.Settings.PaymentSettings.Read(new Microsoft.Extensions.Configuration.ConfigurationManager(), Some.Host()));
        var step = TopologyOf(partners).Partners[PaymentLines.Ministries].Steps[typeof(ConfirmPayment)];
        step.PartnerOf(new ConfirmPayment(
            Order, "DOITAC1", ObligationId.Of("DOITAC1", "1"), OrderState.Paid, new Vnd(1), null, null, Some.Now, Attempt: 1, Number: 1)).ShouldBe("ministry:(not configured)");
    }

    private static Topology TopologyOf(PaymentPartners partners) => new Topology().AddDossiers(new DossierRules()).AddDoorRecords()
        .AddPaymentCapability(partners, new NothingKnown(), new NothingKnown(), TimeProvider.System);

    private sealed class NothingKnown : IOrderRecords, IMinistryOrders
    {
        ValueTask<OrderRecord?> IOrderRecords.FindAsync(PaymentReference reference, CancellationToken cancellationToken) => new((OrderRecord?)null);

        ValueTask<MinistryOrder?> IMinistryOrders.FindAsync(ObligationId obligation, CancellationToken cancellationToken) => new((MinistryOrder?)null);
    }
}
