using DichVuCong.Identity.Settings;
using DichVuCong.Identity.Sources;
using DichVuCong.Registries.Identity;
using DichVuCong.Runtime.Recording;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Identity.Hosting;

/// <summary>What a host has of identity.</summary>
public static class IdentityServices
{
    /// <summary>Adds the sources and what is kept of sign-ins; it needs the services of <c>AddRegistries</c>.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="settings">The settings, read.</param>
    public static IServiceCollection AddIdentitySources(this IServiceCollection services, IdentitySettings settings) => services
        .AddSingleton(settings)
        .AddSingleton<PartnerPulse>()
        .AddSingleton<IdentitySources>()
        .AddSingleton<SignInStore>()
        .AddSingleton<VerificationStore>()
        .AddSingleton<PersonAccounts>()
        .AddSingleton<IRecorder, FilingIdentityRecorder>()
        .AddSingleton<IdentityKeeping>();
}
