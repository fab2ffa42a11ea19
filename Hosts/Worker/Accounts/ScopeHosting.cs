using DichVuCong.Adapters.OneStop.Accounts;
using DichVuCong.Saga.Accounts.Scopes;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Worker.Accounts;

/// <summary>What scopes and their comparisons need in the Worker.</summary>
internal static class ScopeHosting
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddScopes(this IServiceCollection services) => services
        .AddSingleton(new ScopeRules())
        .AddSingleton<IAccountProfiles, RegisteredProfiles>()
        .AddSingleton<IAgencyOfficers, RegisteredOfficers>()
        .AddHostedService<DriftWatcher>();
}
