using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Accounts.Scopes;
using DichVuCong.Messaging;
using DichVuCong.Saga.Accounts;
using DichVuCong.Saga.Accounts.Scopes;
using DichVuCong.Simulation.Bus;

namespace DichVuCong.Simulation.Partners.Accounts;

/// <summary>The system is told of an account.</summary>
internal sealed class OfficerPush(World world, OfficerSystem system) : ModelledOperation<PushAccount>(world)
{
    public override Repeatability RepeatabilityOf(PushAccount command) => Repeatability.Deduplicates();

    protected override Outcome Do(PushAccount command, PartnerCall call)
    {
        system.Take(command);
        return Success(command);
    }

    protected override Outcome Answer(PushAccount command, PartnerCall call) => Do(command, call);

    protected override void Lied(PushAccount command, PartnerCall call)
    {
        // A comparison finds it.
    }

    protected override Outcome Success(PushAccount command) => Outcome.Done(new AccountPushed(command.Account, command.System, command.Version));

    protected override Outcome Refusal(PushAccount command) => Outcome.Refused("no", new AccountPushRefused(command.Account, command.System, command.Version, "no"));
}

/// <summary>The system is told of a scope.</summary>
internal sealed class ScopePush(World world, OfficerSystem system) : ModelledOperation<PushScope>(world)
{
    public override Repeatability RepeatabilityOf(PushScope command) => Repeatability.Deduplicates();

    protected override Outcome Do(PushScope command, PartnerCall call) => Outcome.Done(new ScopePushed(command.System, system.Take(command.Change)));

    protected override Outcome Answer(PushScope command, PartnerCall call) => Do(command, call);

    protected override void Lied(PushScope command, PartnerCall call)
    {
        // A comparison finds it.
    }

    // A liar says that it holds what it was told.
    protected override Outcome Success(PushScope command) => Outcome.Done(new ScopePushed(command.System, command.Change));

    protected override Outcome Refusal(PushScope command) => Outcome.Refused("no", new ScopePushRefused(command.System, command.Change, "no"));
}

/// <summary>Our officers and the system's are compared. Ours are read from the sagas: they are what the registry shows.</summary>
internal sealed class DigestQuestions(World world, OfficerSystem system) : ModelledOperation<CompareDigests>(world)
{
    private readonly World _world = world;

    public override Repeatability RepeatabilityOf(CompareDigests command) => Repeatability.Deduplicates();

    /// <summary>Our accounts.</summary>
    public static IEnumerable<AccountData> AccountsOf(World world) => world.Tables.SagasById.Values.Select(saga => saga.State).OfType<AccountData>();

    /// <summary>Our scopes.</summary>
    public static IEnumerable<ScopeData> ScopesOf(World world) => world.Tables.SagasById.Values.Select(saga => saga.State).OfType<ScopeData>();

    /// <summary>Our side of a comparison.</summary>
    public static Dictionary<AccountId, string> OursOf(World world)
    {
        var scopes = ScopesOf(world).ToLookup(scope => scope.Account);
        return AccountsOf(world).Where(account => AccountGraph.Exists(account.State) && account.PostIn(OfficerSystem.Agency) is { Groups.IsEmpty: false }).ToDictionary(
            account => account.Account,
            account => OfficerDigest.Of(account.Account, account.State, account.PostIn(OfficerSystem.Agency)!.Groups, GrantsOf(scopes[account.Account].Select(scope => (scope.Procedure, scope.Register)))));
    }

    /// <summary>The system's side.</summary>
    public static Dictionary<AccountId, string> TheirsOf(OfficerSystem system)
    {
        var scopes = system.Scopes.Registers.ToLookup(pair => pair.Key.Account);
        return (from officer in system.Officers.Values
                where AccountGraph.Exists(officer.State)
                let post = officer.Posts.FirstOrDefault(post => post.Agency == OfficerSystem.Agency)
                where post is { Groups.IsEmpty: false }
                select (officer, post)).ToDictionary(
            pair => pair.officer.Account,
            pair => OfficerDigest.Of(pair.officer.Account, pair.officer.State, pair.post.Groups, GrantsOf(scopes[pair.officer.Account].Select(scope => (scope.Key.Procedure, scope.Value)))));
    }

    protected override Outcome Do(CompareDigests command, PartnerCall call)
    {
        var (ours, theirs) = (OursOf(_world), TheirsOf(system));
        var known = AccountsOf(_world).ToDictionary(account => account.Account);
        var scopes = ScopesOf(_world).ToLookup(scope => scope.Account);
        var differing = ours.Keys.Union(theirs.Keys).Where(account => ours.GetValueOrDefault(account) != theirs.GetValueOrDefault(account) && !IsUnderWay(account))
            .OrderBy(account => account.Value, StringComparer.Ordinal).ToList();
        return Outcome.Done(new DigestsCompared(
            command.System, command.Agency, command.Run, new AgencyDigest(ours).Root, new AgencyDigest(theirs).Root, differing.Count, differing.ConvertAll(account =>
            {
                var held = system.Scopes.Registers.Where(pair => pair.Key.Account == account).Select(pair => new ScopeChange(account, pair.Key.Procedure, pair.Value)).ToList();
                return new DifferingOfficer(
                    account, system.Officers.GetValueOrDefault(account)?.Version ?? 0, known.ContainsKey(account), held,
                    [.. scopes[account].Select(scope => scope.Procedure).Except(held.Select(change => change.Procedure))]);
            })));

        bool IsUnderWay(AccountId account) => scopes[account].Any(scope => scope.State == PushState.Sent)
            || known.GetValueOrDefault(account)?.Systems.Any(standing => standing.System == command.System && standing.State == PushState.Sent) == true;
    }

    protected override Outcome Answer(CompareDigests command, PartnerCall call) => Do(command, call);

    protected override void Lied(CompareDigests command, PartnerCall call)
    {
        // The next comparison says it.
    }

    protected override Outcome Success(CompareDigests command) =>
        Outcome.Done(new DigestsCompared(command.System, command.Agency, command.Run, "same", "same", 0, []));

    protected override Outcome Refusal(CompareDigests command) => Outcome.Refused("no", new ComparisonRefused(command.System, command.Agency, command.Run, "no"));

    private static IEnumerable<(ProcedureCode, ScopeLife, LogicalTime)> GrantsOf(IEnumerable<(ProcedureCode Procedure, ScopeRegister Register)> scopes) =>
        from scope in scopes
        let grant = ScopeMerge.Grant(scope.Register)
        where grant is not null
        select (scope.Procedure, grant.Life, grant.At);
}
