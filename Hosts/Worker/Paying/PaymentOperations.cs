using DichVuCong.Adapters.Banks.Outbound;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;
using DichVuCong.Payments;
using DichVuCong.Registries.Payments;
using DichVuCong.Saga;

namespace DichVuCong.Worker.Paying;

/// <summary>
/// The payment capability as the Worker runs it: its sagas, the door's records, and what partners and ministries' systems are asked and told.
/// </summary>
internal static class PaymentOperations
{
    /// <summary>Adds it to the topology.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="partners">The partners that are configured.</param>
    /// <param name="orders">What is known of orders.</param>
    /// <param name="ministryOrders">What ministries said of their obligations.</param>
    /// <param name="time">The clock.</param>
    public static Topology AddPaymentCapability(
        this Topology topology, PaymentPartners partners, IOrderRecords orders, IMinistryOrders ministryOrders, TimeProvider time)
    {
        var lines = new PaymentLines(partners);
        var directory = new PartnerDirectory(partners, orders, time);
        return topology
            .AddPayments(partners.RulesOf())
            .AddPaymentDoorRecords()
            .Partner(new PartnerDefinition(PaymentLines.Partners)
                .Operation(new AskPaymentOperation(directory), command => lines.OfPartner(command.Partner))
                .Operation(new RefundPaymentOperation(directory), command => lines.OfPartner(command.Partner))
                .Operation(new AskRefundStateOperation(directory), command => lines.OfPartner(command.Partner)))
            .Partner(new PartnerDefinition(PaymentLines.Ministries)
                .Operation(Confirmation(partners, ministryOrders, time), command => lines.OfMinistry(command.System)));
    }

    private static IPartnerOperation<ConfirmPayment> Confirmation(PaymentPartners partners, IMinistryOrders orders, TimeProvider time) =>
        partners.Platform is { } platform
            ? new ConfirmPaymentOperation(platform.CreateClient(time), platform, orders)
            : new NotConfigured<ConfirmPayment>("The payment platform is not configured (Payments:Platform).");
}
