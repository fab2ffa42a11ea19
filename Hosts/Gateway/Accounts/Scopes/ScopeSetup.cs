using DichVuCong.Messaging;
using DichVuCong.Saga;
using DichVuCong.Saga.Accounts.Scopes;

namespace DichVuCong.Gateway.Accounts.Scopes;

/// <summary>The gateway's scopes: what it says to the door, its services and its addresses.</summary>
internal static class ScopeSetup
{
    /// <summary>Adds the messages of scopes. The sagas run in Workers: their rules do not matter at the door.</summary>
    public static Topology AddScopeDoor(this Topology topology) => topology.AddScopes(new ScopeRules());

    /// <summary>Adds the services.</summary>
    public static IServiceCollection AddScopeGateway(this IServiceCollection services) => services.AddSingleton<ScopeDesk>();
}
