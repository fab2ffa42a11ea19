using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Accounts.Scopes;
using DichVuCong.Messaging;
using DichVuCong.Runtime.Lines;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Bus.Lines;
using DichVuCong.Simulation.Invariants;

namespace DichVuCong.Simulation.Partners.Accounts;

/// <summary>
/// A one-stop system that keeps officers and their scopes, sets scopes itself, tells of them badly - late, twice, or never - and comes back from
/// old backups. Its clock is an hour slow.
/// </summary>
internal sealed class OfficerSystem(World world) : IModelledPartner
{
    /// <summary>Its code.</summary>
    public const string Code = "H29";

    /// <summary>The line of its accounts.</summary>
    public const string AccountLine = "onestop-accounts:" + Code;

    /// <summary>The line of its scopes.</summary>
    public const string ScopeLine = "onestop-scopes:" + Code;

    private static readonly TimeSpan Slow = TimeSpan.FromHours(-1);

    // What is parked here an operator has to see; what a comparison heals need not be tried for ever.
    private static readonly LineLimits Limits = LineLimits.Default with { MaxAttempts = 1_000_000, GiveUpAfter = TimeSpan.FromDays(365) };
    private readonly Dictionary<AccountId, PushAccount> _officers = [];
    private ScopeReplica _scopes = new(new ScopeLife(ScopeSide.OneStop, 1));
    private (List<PushAccount> Officers, List<ScopeChange> Scopes)? _backup;
    private int _said;

    public static AgencyCode Agency { get; } = AgencyCode.Parse("H29.101");

    /// <summary>Every word that was ever said on either side.</summary>
    public HashSet<(ScopeKey Key, ScopeWord Word)> Words { get; } = [];

    public ScopeReplica Scopes => _scopes;

    public IReadOnlyDictionary<AccountId, PushAccount> Officers => _officers;

    public IEnumerable<Invariant> Invariants => OfficerInvariants.All(this);

    public void Declare(Topology topology, VirtualLineDirectory lines)
    {
        topology.Partner(new PartnerDefinition("onestop-accounts").Operation(new OfficerPush(world, this), command => command.System));
        topology.Partner(new PartnerDefinition("onestop-scopes")
            .Operation(new ScopePush(world, this), command => command.System)
            .Operation(new DigestQuestions(world, this), command => command.System));
        lines.Declare(new LineDeclaration(AccountLine, 1, Limits));
        lines.Declare(new LineDeclaration(ScopeLine, 1, Limits));
    }

    public void Forget(string partner, DateTimeOffset since)
    {
        // It has backups of its own.
    }

    public void BackUp() => _backup = ([.. _officers.Values], [.. _scopes.Registers.Select(pair => new ScopeChange(pair.Key.Account, pair.Key.Procedure, pair.Value))]);

    /// <summary>Everything since the backup is forgotten, and a new life begins.</summary>
    public void Restore()
    {
        if (_backup is not { } backup) return;
        _officers.Clear();
        foreach (var officer in backup.Officers) _officers[officer.Account] = officer;
        _scopes = ScopeReplica.Of(_scopes.Life with { Number = _scopes.Life.Number + 1 }, backup.Scopes);
        world.Note("restored", Code, _officers.Count);
    }

    /// <summary>An administrator of the system grants or withdraws; the portal is told, as well as it goes.</summary>
    public void Say(ScopeKey key, bool granted)
    {
        var change = _scopes.Say(key, granted, "motcua", world.Now + Slow);
        Words.Add((key, change.Register.Words[0]));
        var number = ++_said;
        if (world.Fate.Happens(20, "scope lost", number)) return;
        for (var copy = world.Fate.Happens(25, "scope twice", number) ? 10 : 1; copy > 0; copy--)
        {
            var late = TimeSpan.FromSeconds(world.Fate.Between(0, world.Fate.Happens(20, "scope late", number, copy) ? 90_000 : 60, "scope when", number, copy));
            Tell(change, late);
        }
    }

    /// <summary>Takes an account; one that is not newer changes nothing.</summary>
    public int Take(PushAccount told)
    {
        if (!_officers.TryGetValue(told.Account, out var kept) || kept.Version < told.Version) _officers[told.Account] = told;
        return _officers[told.Account].Version;
    }

    /// <summary>Takes a scope, and says what it holds then.</summary>
    public ScopeChange Take(ScopeChange told)
    {
        foreach (var word in told.Register.Words) Words.Add((told.Key, word));
        _scopes.Hear(told);
        return new ScopeChange(told.Account, told.Procedure, _scopes.RegisterOf(told.Key));
    }

    private void Tell(ScopeChange change, TimeSpan after) => world.Agenda.In(after, () => world.Door.Accept(
        new DoorCall { Messages = [new DoorMessage(new HearScope(Code, change), Flow.Shared)] },
        answer =>
        {
            if (answer is null) Tell(change, TimeSpan.FromMinutes(1));
        }));
}
