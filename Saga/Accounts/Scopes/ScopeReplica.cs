using DichVuCong.Contracts.Accounts.Scopes;

namespace DichVuCong.Saga.Accounts.Scopes;

/// <summary>What both sides have confirmed to each other: up to these instants of their clocks they hold the same grants.</summary>
/// <param name="Coordination">Of the coordination system's clock.</param>
/// <param name="OneStop">Of the one-stop system's clock.</param>
public readonly record struct ScopeConfirmation(LogicalTime Coordination, LogicalTime OneStop)
{
    /// <summary>The instant of a side.</summary>
    public LogicalTime Of(ScopeSide side) => side == ScopeSide.Coordination ? Coordination : OneStop;

    /// <summary>The later of each.</summary>
    public ScopeConfirmation With(ScopeConfirmation other) =>
        new(LogicalTime.Later(Coordination, other.Coordination), LogicalTime.Later(OneStop, other.OneStop));

    /// <summary>What both hold: the earlier of each.</summary>
    public ScopeConfirmation And(ScopeConfirmation other) =>
        new(Earlier(Coordination, other.Coordination), Earlier(OneStop, other.OneStop));

    private static LogicalTime Earlier(LogicalTime one, LogicalTime other) => one < other ? one : other;
}

/// <summary>
/// One side's copy of the scopes that it shares with the other. Pure but for its own memory: time is given to it, and what it answers is to be
/// sent.
/// </summary>
/// <param name="side">Which side it is.</param>
public sealed class ScopeReplica(ScopeSide side)
{
    /// <summary>In whose name a comparison withdraws what a rolled-back copy brought back.</summary>
    public const string Repairer = "comparison";

    private readonly Dictionary<ScopeKey, ScopeRegister> _registers = [];

    /// <summary>Which side it is.</summary>
    public ScopeSide Side => side;

    /// <summary>Its logical clock: not before anything that it said or heard.</summary>
    public LogicalTime Clock { get; private set; }

    /// <summary>When it spoke last.</summary>
    public LogicalTime Said { get; private set; }

    /// <summary>Up to when this side knows that both hold the same: all that it says from then on knows of it.</summary>
    public ScopeConfirmation Confirmed { get; private set; }

    /// <summary>Up to when this side knows that the other knows it too: tombstones of before then are gone.</summary>
    public ScopeConfirmation Expired { get; private set; }

    /// <summary>Everything it knows, tombstones with it.</summary>
    public IReadOnlyDictionary<ScopeKey, ScopeRegister> Registers => _registers;

    /// <summary>The grants that hold.</summary>
    public IEnumerable<KeyValuePair<ScopeKey, ScopeWord>> Grants => from pair in _registers
                                                                    let grant = ScopeMerge.Grant(pair.Value)
                                                                    where grant is not null
                                                                    select KeyValuePair.Create(pair.Key, grant);

    /// <summary>Takes up a copy as it was kept.</summary>
    public static ScopeReplica Of(ScopeSide side, LogicalTime clock, ScopeConfirmation confirmed, ScopeConfirmation expired, IEnumerable<ScopeChange> kept)
    {
        var replica = new ScopeReplica(side) { Clock = clock, Said = clock, Confirmed = confirmed, Expired = expired };
        foreach (var change in kept) replica._registers[change.Key] = change.Register;
        return replica;
    }

    /// <summary>Whether the officer may receive the procedure.</summary>
    public bool IsGranted(ScopeKey key) => _registers.TryGetValue(key, out var register) && ScopeMerge.Grant(register) is not null;

    /// <summary>Grants or withdraws, here. What comes back is for the other side.</summary>
    /// <param name="key">The scope.</param>
    /// <param name="granted">Whether it is granted.</param>
    /// <param name="by">The account that says so.</param>
    /// <param name="now">This side's wall clock, right or wrong.</param>
    public ScopeChange Say(ScopeKey key, bool granted, string by, DateTimeOffset now)
    {
        Clock = Said = LogicalClock.Next(Clock, now);
        var register = _registers.GetValueOrDefault(key, ScopeRegister.Empty);
        // What both have confirmed is part of what this word knows, even where its tombstone has expired.
        var seen = LogicalTime.Later(ScopeMerge.WordOf(register, Other)?.At ?? LogicalTime.Never, Confirmed.Of(Other));
        return Keep(key, ScopeMerge.With(register, side, new ScopeWord(Clock, seen, granted, by)));
    }

    /// <summary>Hears from the other side. What comes back is for it: null when it knows as much.</summary>
    /// <param name="change">What it said; it may come late, twice, or never.</param>
    public ScopeChange? Hear(ScopeChange change)
    {
        Note(change.Register);
        var isKnown = _registers.TryGetValue(change.Key, out var known);
        // Late, or once more: both sides knew of it before its tombstone expired.
        if (!isKnown && IsForgotten(change.Register)) return null;
        var joined = ScopeMerge.Join(known ?? ScopeRegister.Empty, change.Register);
        if (joined != known) Keep(change.Key, joined);
        return joined == change.Register ? null : new ScopeChange(change.Account, change.Procedure, joined);
    }

    /// <summary>
    /// Hears, in a comparison, what the other side holds at this moment. A grant of before the last confirmation that is not held here was
    /// withdrawn by then, even where nobody remembers the word: it can only come from a copy of before, and is withdrawn again.
    /// </summary>
    /// <param name="change">What it holds.</param>
    /// <param name="now">This side's wall clock.</param>
    public ScopeChange? Repair(ScopeChange change, DateTimeOffset now)
    {
        var joined = ScopeMerge.Join(_registers.GetValueOrDefault(change.Key, ScopeRegister.Empty), change.Register);
        if (IsGranted(change.Key) || ScopeMerge.Grant(joined) is not { } grant || !IsConfirmed(joined, grant)) return Hear(change);
        Note(change.Register);
        _registers[change.Key] = joined;
        return Say(change.Key, granted: false, Repairer, now);
    }

    /// <summary>A comparison begins: neither clock stays behind the other, so that a copy that was rolled back says nothing before what was heard of it.</summary>
    public void Meet(LogicalTime otherClock) => Clock = LogicalTime.Later(Clock, otherClock);

    /// <summary>
    /// A comparison found that both sides held the same grants when their clocks stood at these instants. It tells nothing to a side that has
    /// spoken since: the next comparison does.
    /// </summary>
    public bool Confirm(ScopeConfirmation confirmation)
    {
        if (Said > confirmation.Of(side)) return false;
        Confirmed = Confirmed.With(confirmation);
        return true;
    }

    /// <summary>
    /// The other side told what it has confirmed: tombstones that both have confirmed have done their work, since neither side can grant any
    /// more without knowing of them.
    /// </summary>
    public void Expire(ScopeConfirmation others)
    {
        Expired = Expired.With(Confirmed.And(others));
        foreach (var (key, register) in _registers.ToList())
        {
            if (ScopeMerge.Grant(register) is null && IsForgotten(register)) _registers.Remove(key);
        }
    }

    /// <summary>A rolled-back copy may have said more than it remembers: its clock goes on beyond all that it can have said.</summary>
    /// <param name="gap">By how much a logical clock may have been ahead of the wall clock.</param>
    /// <param name="now">This side's wall clock.</param>
    public void Restored(TimeSpan gap, DateTimeOffset now) => Clock = LogicalClock.Next(Clock, now + gap);

    private ScopeSide Other => side == ScopeSide.Coordination ? ScopeSide.OneStop : ScopeSide.Coordination;

    private bool IsConfirmed(ScopeRegister register, ScopeWord grant) =>
        grant.At <= Confirmed.Of(ReferenceEquals(grant, register.Coordination) ? ScopeSide.Coordination : ScopeSide.OneStop);

    private bool IsForgotten(ScopeRegister register) =>
        (register.Coordination is null || register.Coordination.At <= Expired.Coordination)
        && (register.OneStop is null || register.OneStop.At <= Expired.OneStop);

    private void Note(ScopeRegister told)
    {
        if (told.Coordination is { } ours) Clock = LogicalTime.Later(Clock, ours.At);
        if (told.OneStop is { } theirs) Clock = LogicalTime.Later(Clock, theirs.At);
    }

    private ScopeChange Keep(ScopeKey key, ScopeRegister register)
    {
        _registers[key] = register;
        return new ScopeChange(key.Account, key.Procedure, register);
    }
}
