using DichVuCong.Gateway.OneStop.Access;
using DichVuCong.Gateway.OneStop.Calls;
using DichVuCong.Gateway.OneStop.Http;
using DichVuCong.Gateway.OneStop.LookUps;
using DichVuCong.Gateway.OneStop.Pushes;
using DichVuCong.Registries.Dossiers;

namespace DichVuCong.Gateway.OneStop;

/// <summary>The services of the one-stop wire.</summary>
internal static class OneStopSetup
{
    public static IServiceCollection AddOneStop(this IServiceCollection services) => services
        .AddSingleton(provider => OneStopOptions.Read(provider.GetRequiredService<IConfiguration>()))
        .AddSingleton<DstCodes>()
        .AddSingleton<LoginFailures>()
        .AddSingleton<Logins>()
        .AddSingleton<SystemQuota>()
        .AddSingleton<ProxyCallers>()
        .AddSingleton<UnsupportedServices>()
        .AddSingleton<AgencyRowLookup>()
        .AddSingleton<PortalAccounts>()
        .AddSingleton<StrayCodes>()
        .AddSingleton<PushDoor>()
        .AddSingleton<DossierBirth>()
        .AddSingleton<ListedObligations>()
        .AddSingleton<DossierSync>()
        .AddSingleton<ProgressSync>()
        .AddSingleton<StatusSync>()
        .AddSingleton<DossierQuestions>()
        .AddSingleton<AccountQuestions>()
        .AddSingleton<CatalogueAnswers>()
        .AddSingleton<ServiceDesk>()
        .AddSingleton<CallDesk>()
        .AddSingleton<LoginEndpoint>()
        .AddSingleton<EnvelopeEndpoint>()
        .AddSingleton<ProxyEndpoint>();
}
