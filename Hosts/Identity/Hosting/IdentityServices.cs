using DichVuCong.Identity.Settings;
using DichVuCong.Identity.Sources;
using DichVuCong.Registries.Accounts;
using DichVuCong.Registries.Identity;
using DichVuCong.Registries.Operations.Audit;
using DichVuCong.Runtime.Recording;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DichVuCong.Identity.Hosting;

/// <summary>What a host has of identity.</summary>
public static class IdentityServices
{
    /// <summary>Adds the sources and what is kept of sign-ins; it needs the services of <c>AddRegistries</c>.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="settings">The settings, read.</param>
    public static IServiceCollection AddIdentitySources(this IServiceCollection services, IdentitySettings settings)
    {
        services.TryAddSingleton<AuditTrail>();
        services.TryAddSingleton<AccountLookup>();
        return services
            .AddSingleton(settings)
            .AddSingleton<PartnerPulse>()
            .AddSingleton<IdentitySources>()
            .AddSingleton<NationalSources>()
            .AddSingleton<SignInStore>()
            .AddSingleton<VerificationStore>()
            .AddSingleton<PersonAccounts>()
            .AddSingleton<IRecorder, FilingIdentityRecorder>()
            .AddSingleton<TicketStore>()
            .AddSingleton<OfficerProfiles>()
            .AddSingleton<IdentityKeeping>();
    }
}
