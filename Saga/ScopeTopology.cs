using System.Text.Json.Serialization.Metadata;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Accounts.Scopes;
using DichVuCong.Messaging;
using DichVuCong.Saga.Accounts.Scopes;

namespace DichVuCong.Saga;

/// <summary>The endpoints of scopes and comparisons.</summary>
public static class ScopeEndpoints
{
    /// <summary>The scope saga; its key is the system, the account and the procedure.</summary>
    public const string Scopes = "account-scopes";

    /// <summary>The comparison saga; its key is the system and the agency.</summary>
    public const string Comparisons = "account-comparisons";

    /// <summary>The recorder of scopes, their conflicts, and comparisons.</summary>
    public const string Registry = "scope-registry";

    /// <summary>Changes of scopes by one-stop systems, recognised at the door by their change id.</summary>
    public const string Told = "scope-changes";
}

/// <summary>
/// Scopes and their comparisons, beside <see cref="AccountTopology"/>. The partner that tells one-stop systems is the host's to add.
/// </summary>
public static class ScopeTopology
{
    /// <summary>Adds them to a topology that has the accounts.</summary>
    public static Topology AddScopes(this Topology topology, ScopeRules rules)
    {
        AddMessages(topology);
        var (scopes, comparisons) = (new ScopeSaga(rules), new ComparisonSaga(rules));
        return topology
            .Saga(
                new SagaDefinition<ScopeData>(ScopeEndpoints.Scopes, () => ScopeDataJson.Default.ScopeData)
                    .StartedBy<SetScope>(scopes)
                    .StartedBy<HearScope>(scopes)
                    .Handles<TellScopeAgain>(scopes, Absent.RecordAndEnd)
                    .Handles<ScopePushed>(scopes, Absent.RecordAndEnd)
                    .Handles<ScopePushRefused>(scopes, Absent.RecordAndEnd)
                    .Handles<ClockFired>(scopes),
                typeof(SetScope), typeof(HearScope), typeof(TellScopeAgain))
            .Saga(
                new SagaDefinition<ComparisonData>(ScopeEndpoints.Comparisons, () => ComparisonDataJson.Default.ComparisonData)
                    .StartedBy<WatchDrift>(comparisons)
                    .StartedBy<CompareAgency>(comparisons)
                    .Handles<DigestsCompared>(comparisons, Absent.RecordAndEnd)
                    .Handles<ComparisonRefused>(comparisons, Absent.RecordAndEnd)
                    .Handles<ClockFired>(comparisons),
                typeof(WatchDrift), typeof(CompareAgency))
            .Recorder(ScopeEndpoints.Registry, typeof(UpdateScopeRow), typeof(UpdateComparisonRow))
            .Entrance(ScopeEndpoints.Told)
            .Subscribe<ScopeConflictFound>(ScopeEndpoints.Registry)
            .Subscribe<ScopeChanged>(ScopeEndpoints.Registry)
            .Subscribe<ScopeRefusedBySystem>(ScopeEndpoints.Registry)
            .Subscribe<StrayOfficerFound>(ScopeEndpoints.Registry)
            .Subscribe<DriftFound>(ScopeEndpoints.Registry);
    }

    /// <summary>The key of a scope.</summary>
    public static string KeyOf(string system, AccountId account, ProcedureCode procedure) => $"{system}/{account.Value}/{procedure.Value}";

    /// <summary>The key of an agency's comparison.</summary>
    public static string KeyOf(string system, AgencyCode agency) => $"{system}/{agency.Value}";

    private static void AddMessages(Topology topology)
    {
        var json = ScopeMessageJson.Default;
        Add(topology, () => json.CompareAgency, message => KeyOf(message.System, message.Agency));
        Add(topology, () => json.CompareDigests, message => KeyOf(message.System, message.Agency));
        Add(topology, () => json.ComparisonRefused, message => KeyOf(message.System, message.Agency));
        Add(topology, () => json.DigestsCompared, message => KeyOf(message.System, message.Agency));
        Add(topology, () => json.DriftFound, message => KeyOf(message.System, message.Agency));
        Add(topology, () => json.HearScope, message => KeyOf(message.System, message.Change.Account, message.Change.Procedure));
        Add(topology, () => json.PushScope, message => KeyOf(message.System, message.Change.Account, message.Change.Procedure));
        Add(topology, () => json.ScopeChanged, message => KeyOf(message.System, message.Account, message.Procedure));
        Add(topology, () => json.ScopeConflictFound, message => KeyOf(message.System, message.Account, message.Procedure));
        Add(topology, () => json.ScopePushRefused, message => KeyOf(message.System, message.Change.Account, message.Change.Procedure));
        Add(topology, () => json.ScopePushed, message => KeyOf(message.System, message.Change.Account, message.Change.Procedure));
        Add(topology, () => json.ScopeRefusedBySystem, message => KeyOf(message.System, message.Account, message.Procedure));
        Add(topology, () => json.SetScope, message => KeyOf(message.System, message.Account, message.Procedure));
        Add(topology, () => json.StrayOfficerFound, message => KeyOf(message.System, message.Agency));
        Add(topology, () => json.TellScopeAgain, message => KeyOf(message.System, message.Account, message.Procedure));
        Add(topology, () => json.UpdateComparisonRow, message => KeyOf(message.System, message.Agency));
        Add(topology, () => json.UpdateScopeRow, message => KeyOf(message.System, message.Change.Account, message.Change.Procedure));
        Add(topology, () => json.WatchDrift, message => KeyOf(message.System, message.Agency));
    }

    private static void Add<TMessage>(Topology topology, Func<JsonTypeInfo<TMessage>> json, Func<TMessage, string> key)
        where TMessage : class =>
        topology.Message(new MessageType<TMessage>(MessageNameAttribute.Of(typeof(TMessage)), json, key));
}
