using DichVuCong.Contracts.Accounts.Scopes;
using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Invariants;

namespace DichVuCong.Simulation.Partners.Accounts;

/// <summary>What must hold of officers and scopes when time is over: enough for comparisons to heal what messages did not.</summary>
internal static class OfficerInvariants
{
    public static IEnumerable<Invariant> All(OfficerSystem system) =>
    [
        new("both-sides-are-the-same", "Both sides hold the same officers, in the same state and groups, with the same grants.", world => Differences(world, system)),
        new(
            "no-grant-against-a-withdrawal",
            "No grant that holds is older than a withdrawal that anybody knows of, or was said without knowing of it.",
            world => Breaches(world, system)),
        new(
            "one-state-of-a-scope",
            "Saga and registry agree on each scope.",
            world => from scope in DigestQuestions.ScopesOf(world)
                     let row = world.Scopes.Scopes.GetValueOrDefault(Saga.ScopeTopology.KeyOf(scope.System, scope.Account, scope.Procedure))
                     where row is null ? !scope.Register.Equals(ScopeRegister.Empty) : !row.Change.Register.Equals(scope.Register)
                     select $"the registry shows {scope.Account} {scope.Procedure} otherwise"),
    ];

    private static IEnumerable<string> Differences(World world, OfficerSystem system)
    {
        var (ours, theirs) = (DigestQuestions.OursOf(world), DigestQuestions.TheirsOf(system));
        return from account in ours.Keys.Union(theirs.Keys)
               where ours.GetValueOrDefault(account) != theirs.GetValueOrDefault(account)
               select $"{account} is {(ours.ContainsKey(account) ? theirs.ContainsKey(account) ? "held differently" : "held here alone" : "held there alone")}";
    }

    private static IEnumerable<string> Breaches(World world, OfficerSystem system)
    {
        var known = DigestQuestions.ScopesOf(world).ToDictionary(scope => new ScopeKey(scope.Account, scope.Procedure), scope => scope.Register);
        return from pair in known
               let grant = ScopeMerge.Grant(pair.Value)
               where grant is not null
               from said in system.Words
               where said.Key == pair.Key && !said.Word.Granted && IsKnown(pair.Key, said.Word) && !grant.Seen.Covers(said.Word.Life, said.Word.At)
               select $"the grant of {pair.Key.Account} {pair.Key.Procedure} at {grant.At} stands against the withdrawal at {said.Word.At}";

        // What a rolled-back copy forgot, and no message ever told, is known to nobody.
        bool IsKnown(ScopeKey key, ScopeWord word) =>
            known[key].Known.Covers(word.Life, word.At) || system.Scopes.RegisterOf(key).Known.Covers(word.Life, word.At);
    }
}
