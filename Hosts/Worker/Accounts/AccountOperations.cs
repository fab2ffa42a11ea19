using DichVuCong.Contracts.Accounts;
using DichVuCong.Messaging;
using DichVuCong.Registries.Accounts;
using DichVuCong.Runtime.Lines;
using DichVuCong.Saga;
using DichVuCong.Saga.Accounts;

namespace DichVuCong.Worker.Accounts;

/// <summary>The account capability as the Worker runs it: its sagas, the door's records, and the one-stop systems that are told.</summary>
internal static class AccountOperations
{
    /// <summary>The endpoint of the one-stop systems' accounts: <c>onestop-accounts:H29</c>. A line of its own: accounts and dossiers do not hold each other up.</summary>
    public const string Systems = "onestop-accounts";

    /// <summary>Adds it to the topology.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="rules">What accounts are watched by.</param>
    /// <param name="push">How a one-stop system is told of an account.</param>
    public static Topology AddAccountCapability(this Topology topology, AccountRules rules, IPartnerOperation<PushAccount> push) => topology
        .AddAccounts(rules)
        .AddAccountDoorRecords()
        .Partner(new PartnerDefinition(Systems).Operation(push, command => command.System));

    /// <summary>The line to a one-stop system's accounts.</summary>
    /// <param name="system">The system's code.</param>
    /// <param name="limits">What it can bear.</param>
    public static LineDeclaration LineOf(string system, LineLimits limits) => new($"{Systems}:{system}", Shards: 1, limits);
}
