using DichVuCong.Gateway.Payments.Callbacks;
using DichVuCong.Gateway.Payments.Events;
using DichVuCong.Gateway.Payments.Inquiries;
using DichVuCong.Gateway.Payments.Obligations;
using DichVuCong.Gateway.Payments.Orders;
using DichVuCong.Gateway.Payments.Platform;
using DichVuCong.Messaging;
using DichVuCong.Payments.Hosting;
using DichVuCong.Payments.Settings;
using DichVuCong.Registries.Payments;
using DichVuCong.Registries.Settings;
using DichVuCong.Saga;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Gateway.Payments;

/// <summary>The gateway's payments: what it says to the door, its services and its addresses.</summary>
internal static class PaymentSetup
{
    /// <summary>Adds the messages and the rows of payments. The sagas run in Workers: their rules do not matter at the door.</summary>
    public static Topology AddPaymentDoor(this Topology topology) =>
        topology.AddPayments(new PaymentRules()).AddPaymentDoorRecords().Entrance(PayDesk.Entrance);

    /// <summary>Adds the services.</summary>
    /// <exception cref="SettingsException">A setting of the partners cannot be.</exception>
    public static IServiceCollection AddPaymentGateway(this IServiceCollection services, HostSettings settings, IConfiguration configuration) => services
        .AddPaymentPartners(PaymentSettings.Read(configuration, settings))
        .AddSingleton(GatewayPaymentOptions.Read(configuration, settings.IsDevelopment))
        .AddSingleton<PayAddresses>()
        .AddSingleton<ObligationMemory>()
        .AddSingleton<ListedTwins>()
        .AddSingleton<ObligationDoor>()
        .AddSingleton<BeneficiaryRules>()
        .AddSingleton<ObligationDesk>()
        .AddSingleton<OrderAccess>()
        .AddSingleton<PayDesk>()
        .AddSingleton<RefundDesk>()
        .AddSingleton<ReceiptDesk>()
        .AddSingleton<Registries.Payments.Desk.InquiryDesk>()
        .AddSingleton<AgencyInquiries>()
        .AddSingleton<CollectedAgencies>()
        .AddSingleton<CallbackQuota>()
        .AddSingleton<PartnerDoor>()
        .AddSingleton<CallbackDesk>()
        .AddSingleton<CallbackReceiver>()
        .AddSingleton<VietQrDesk>()
        .AddSingleton<InitDesk>()
        .AddSingleton<QueryDesk>()
        .AddSingleton<PlatformEndpoint>();

    /// <summary>Adds the addresses.</summary>
    public static void Map(WebApplication app)
    {
        ObligationEndpoints.Map(app);
        OrderEndpoints.Map(app);
        InquiryEndpoints.Map(app);
        PaymentEventEndpoints.Map(app);
        CallbackEndpoints.Map(app);
        PlatformEndpoint.Map(app);
    }
}
