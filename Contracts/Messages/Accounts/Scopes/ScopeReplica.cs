namespace DichVuCong.Contracts.Accounts.Scopes;

/// <summary>
/// One side's copy of the scopes that it shares with the other. Pure but for its own memory: time is given to it, and what it answers is to be
/// sent.
/// </summary>
/// <param name="life">The copy's life. One that was rolled back to a backup begins a new one, and speaks in its name alone.</param>
public sealed class ScopeReplica(ScopeLife life)
{
    private readonly Dictionary<ScopeKey, ScopeRegister> _registers = [];

    /// <summary>The copy's life.</summary>
    public ScopeLife Life => life;

    /// <summary>Its logical clock: not before anything that it said or heard.</summary>
    public LogicalTime Clock { get; private set; }

    /// <summary>Everything it knows.</summary>
    public IReadOnlyDictionary<ScopeKey, ScopeRegister> Registers => _registers;

    /// <summary>The grants that hold.</summary>
    public IEnumerable<KeyValuePair<ScopeKey, ScopeWord>> Grants => from pair in _registers
                                                                    let grant = ScopeMerge.Grant(pair.Value)
                                                                    where grant is not null
                                                                    select KeyValuePair.Create(pair.Key, grant);

    /// <summary>Takes up a copy as it was kept.</summary>
    public static ScopeReplica Of(ScopeLife life, IEnumerable<ScopeChange> kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        var replica = new ScopeReplica(life);
        foreach (var change in kept)
        {
            replica._registers[change.Key] = change.Register;
            replica.Note(change.Register);
        }

        return replica;
    }

    /// <summary>Whether the officer may receive the procedure.</summary>
    public bool IsGranted(ScopeKey key) => _registers.TryGetValue(key, out var register) && ScopeMerge.Grant(register) is not null;

    /// <summary>What it knows of a scope.</summary>
    public ScopeRegister RegisterOf(ScopeKey key) => _registers.GetValueOrDefault(key, ScopeRegister.Empty);

    /// <summary>Grants or withdraws, here. What comes back is for the other side.</summary>
    /// <param name="key">The scope.</param>
    /// <param name="granted">Whether it is granted.</param>
    /// <param name="by">The account that says so.</param>
    /// <param name="now">This side's wall clock, right or wrong.</param>
    public ScopeChange Say(ScopeKey key, bool granted, string by, DateTimeOffset now)
    {
        Clock = LogicalClock.Next(Clock, now);
        return Keep(key, ScopeMerge.Say(RegisterOf(key), life, Clock, granted, by));
    }

    /// <summary>Hears from the other side. What comes back is for it: null when it knows as much.</summary>
    /// <param name="change">What it said; it may come late, twice, or never.</param>
    public ScopeChange? Hear(ScopeChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        Note(change.Register);
        var joined = ScopeMerge.Join(RegisterOf(change.Key), change.Register);
        Keep(change.Key, joined);
        return joined.Equals(change.Register) ? null : new ScopeChange(change.Account, change.Procedure, joined);
    }

    /// <summary>Both sides are known to hold this very register: a withdrawal in it has done its work.</summary>
    /// <returns>Whether it still stood so, and went.</returns>
    public bool Expire(ScopeChange confirmed)
    {
        ArgumentNullException.ThrowIfNull(confirmed);
        if (!RegisterOf(confirmed.Key).Equals(confirmed.Register)) return false;
        Keep(confirmed.Key, ScopeMerge.Expire(confirmed.Register));
        return true;
    }

    private void Note(ScopeRegister told) => Clock = LogicalTime.Later(Clock, told.Known.Latest);

    private ScopeChange Keep(ScopeKey key, ScopeRegister register)
    {
        _registers[key] = register;
        return new ScopeChange(key.Account, key.Procedure, register);
    }
}
