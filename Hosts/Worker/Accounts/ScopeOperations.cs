using DichVuCong.Adapters.OneStop.Accounts;
using DichVuCong.Adapters.OneStop.Outbound;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Messaging;
using DichVuCong.Registries.Accounts;
using DichVuCong.Registries.Accounts.Scopes;
using DichVuCong.Runtime.Lines;
using DichVuCong.Saga;
using DichVuCong.Saga.Accounts.Scopes;

namespace DichVuCong.Worker.Accounts;

/// <summary>Scopes and comparisons as the Worker runs them: their sagas, and the one-stop systems that are told and asked.</summary>
internal static class ScopeOperations
{
    /// <summary>The endpoint of the one-stop systems' scopes: <c>onestop-scopes:H29</c>.</summary>
    public const string Systems = "onestop-scopes";

    /// <summary>Adds them to the topology.</summary>
    public static Topology AddScopeCapability(
        this Topology topology, ScopeRules rules, HttpClient oneStop, IOneStopDirectory systems, IAgencyOfficers officers, TimeProvider time) => topology
        .AddScopes(rules)
        .Partner(new PartnerDefinition(Systems)
            .Operation(new PushScopeOperation(oneStop, systems, time), command => command.System)
            .Operation(new CompareDigestsOperation(oneStop, systems, officers, time), command => command.System));

    /// <summary>The line to a one-stop system's scopes.</summary>
    public static LineDeclaration LineOf(string system, LineLimits limits) => new($"{Systems}:{system}", Shards: 1, limits);
}

/// <summary>The profiles of the registry.</summary>
internal sealed class RegisteredProfiles(AccountLookup accounts) : IAccountProfiles
{
    public Task<AccountProfile?> OpenAsync(AccountId account, int revision, CancellationToken cancellationToken) => accounts.OpenAsync(account, revision, cancellationToken);
}

/// <summary>The officers of the registry.</summary>
internal sealed class RegisteredOfficers(AgencyOfficerReader officers) : IAgencyOfficers
{
    public async Task<IReadOnlyList<DigestedOfficer>> ReadAsync(string system, AgencyCode agency, CancellationToken cancellationToken) =>
        [.. (await officers.ReadAsync(system, agency, cancellationToken)).Select(officer => new DigestedOfficer(officer.Account, officer.Hash, officer.IsUnderWay))];

    public Task<IReadOnlyDictionary<AccountId, IReadOnlyList<ProcedureCode>>> KnownAsync(
        string system, IReadOnlyList<AccountId> accounts, CancellationToken cancellationToken) => officers.KnownAsync(system, accounts, cancellationToken);
}
