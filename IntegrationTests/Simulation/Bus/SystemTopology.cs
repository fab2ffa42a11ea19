using DichVuCong.Messaging;
using DichVuCong.Runtime.Naming;
using DichVuCong.Saga;
using DichVuCong.Saga.Accounts;
using DichVuCong.Saga.Accounts.Scopes;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Saga.Payments;
using DichVuCong.Simulation.Mutations;
using DichVuCong.Simulation.Partners.Notices;

namespace DichVuCong.Simulation.Bus;

/// <summary>
/// The whole system as the hosts put it together, except that the partners' operations are modelled. A capability joins with its line here and
/// its partners in <see cref="Partners.ModelledPartners"/>.
/// </summary>
internal static class SystemTopology
{
    /// <summary>The sagas, unchanged; with a mutation, one of them behind a decorator.</summary>
    public static Topology Create(Mutation mutation)
    {
        var topology = new Topology().AddDossiers(new DossierRules(), SmsProviders.Telling).AddPayments(new PaymentRules()).AddParcels(Partners.Post.ModelledPost.Rules)
            .AddAccounts(new AccountRules()).AddScopes(new ScopeRules());
        MutatedSagas.Apply(topology, mutation);
        return topology;
    }

    /// <summary>The numbers of the names; those of clocks are learnt when they are met.</summary>
    public static Vocabulary VocabularyOf(Topology topology)
    {
        short number = 0;
        var endpoints = topology.Sagas.Keys.Concat(topology.Partners.Keys).Concat(topology.Recorders).Concat(topology.Entrances);
        var words = endpoints.Select(name => (++number, "endpoint", name))
            .Concat(topology.Messages.Select(type => (++number, "type", type.Name)))
            .ToList();
        return new Vocabulary(topology, words);
    }

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> SubscribersOf(Topology topology) =>
        topology.Subscriptions.GroupBy(row => row.Event, row => row.Endpoint, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, IReadOnlyList<string> (group) => [.. group], StringComparer.Ordinal);
}
