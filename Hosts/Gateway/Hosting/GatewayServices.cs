using DichVuCong.Gateway.Access;
using DichVuCong.Gateway.Accounts;
using DichVuCong.Gateway.Accounts.Scopes;
using DichVuCong.Gateway.Bodies;
using DichVuCong.Gateway.Destinations;
using DichVuCong.Gateway.Files;
using DichVuCong.Gateway.Filing;
using DichVuCong.Gateway.Identity;
using DichVuCong.Gateway.Notices;
using DichVuCong.Gateway.OneStop;
using DichVuCong.Gateway.Payments;
using DichVuCong.Messaging;
using DichVuCong.Registries.Access;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Hosting;
using DichVuCong.Registries.Identity;
using DichVuCong.Registries.Operations.Gauges;
using DichVuCong.Registries.Sealing;
using DichVuCong.Registries.Settings;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Saga.Filing;
using DichVuCong.Telemetry;

namespace DichVuCong.Gateway.Hosting;

/// <summary>The gateway's services.</summary>
internal static class GatewayServices
{
    public static void Add(IServiceCollection services, HostSettings settings, IConfiguration configuration)
    {
        if (services.AddTelemetry(configuration, "dvc-gateway").Metrics) services.AddGauges(configuration);
        services.AddRegistries(settings, "dvc-gateway")
            .AddOneStop()
            .AddFiles(settings)
            .AddPaymentGateway(settings, configuration)
            .AddNoticeReports(settings, configuration)
            .AddIdentityGateway(settings, configuration)
            .AddAccountGateway(configuration)
            .AddScopeGateway()
            .AddSingleton(
                new Topology().AddDossiers(new DossierRules()).AddDoorRecords().AddPaymentDoor().AddIdentityDoorRecords().AddAccountDoor().AddScopeDoor())
            .AddSingleton(provider => GatewayOptions.Read(provider.GetRequiredService<IConfiguration>()))
            .AddSingleton<BodyRoom>()
            .AddSingleton<BodyReader>()
            .AddSingleton<JsonBody>()
            .AddSingleton(provider => new DoorOptions { CapacityBytes = provider.GetRequiredService<GatewayOptions>().DoorMegabytes * 1024L * 1024 })
            .AddSingleton<Door>()
            .AddHostedService(provider => provider.GetRequiredService<Door>())
            .AddSingleton(new DossierCodeOptions())
            .AddSingleton<DossierCodes>()
            .AddSingleton<FilingDesk>()
            .AddSingleton<SupplementDesk>()
            .AddSingleton<VerifiedApplicants>()
            .AddSingleton<LiveCatalogue>()
            .AddSingleton<ICatalogueUser>(provider => provider.GetRequiredService<LiveCatalogue>())
            .AddSingleton(provider => new AccountDirectory(provider.GetRequiredService<TimeProvider>(), settings.IsDevelopment))
            .AddSingleton(provider => new SessionTokens(
                provider.GetRequiredService<KeyRing>().Derive("sessions"), TimeSpan.FromMinutes(30), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<TechnicalConditions>()
            .AddSingleton<Callers>()
            .AddSingleton(new AnonymousQuotaOptions())
            .AddSingleton<AnonymousQuota>()
            .AddSingleton<SystemHealth>()
            .AddHostedService(provider => provider.GetRequiredService<SystemHealth>())
            .AddSingleton<AccountWatcher>()
            .AddHostedService(provider => provider.GetRequiredService<AccountWatcher>())
            .AddHostedService<StartGate>();
    }
}
