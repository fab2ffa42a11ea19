using DichVuCong.Gateway.Identity.HandOvers;
using DichVuCong.Gateway.Identity.Prefill;
using DichVuCong.Gateway.Identity.SignIn;
using DichVuCong.Identity.Hosting;
using DichVuCong.Identity.Settings;
using DichVuCong.Registries.Settings;

namespace DichVuCong.Gateway.Identity;

/// <summary>The gateway's part in identity: its services and its addresses.</summary>
internal static class IdentitySetup
{
    /// <summary>Adds the services.</summary>
    /// <exception cref="SettingsException">A setting of the sources cannot be.</exception>
    public static IServiceCollection AddIdentityGateway(this IServiceCollection services, HostSettings settings, IConfiguration configuration) => services
        .AddIdentitySources(IdentitySettings.Read(configuration, settings))
        .AddSingleton<SignInDesk>()
        .AddSingleton<SignInCallback>()
        .AddSingleton<TicketKeys>()
        .AddSingleton<HandOverDesk>()
        .AddSingleton<RedeemDesk>()
        .AddSingleton<PrefillCache>()
        .AddSingleton<PrefillDesk>()
        .AddHostedService<IdentityHousekeeping>();

    /// <summary>Adds the addresses.</summary>
    public static void Map(WebApplication app)
    {
        SignInEndpoints.Map(app);
        HandOverEndpoints.Map(app);
        PrefillEndpoints.Map(app);
    }
}
