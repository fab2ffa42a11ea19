using DichVuCong.Contracts.Accounts.Scopes;

namespace DichVuCong.Saga.Accounts.Scopes;

/// <summary>Two words of which neither side knew the other's when it spoke, and which differ.</summary>
/// <param name="Coordination">The coordination system's.</param>
/// <param name="OneStop">The one-stop system's.</param>
/// <param name="Granted">What holds by the rule.</param>
public sealed record ScopeConflict(ScopeWord Coordination, ScopeWord OneStop, bool Granted);

/// <summary>
/// The rule by which both sides come to the same: a join of what each knows, in which order, how often and with what losses ever, and a winner
/// that follows from it alone. A withdrawal beats every grant that did not know of it; of the grants that remain the later by the logical clock
/// holds, of two at one instant the coordination system's.
/// </summary>
public static class ScopeMerge
{
    /// <summary>What is known when both are.</summary>
    public static ScopeRegister Join(ScopeRegister one, ScopeRegister other) => new(
        Later(one.Coordination, other.Coordination),
        Later(one.OneStop, other.OneStop),
        LogicalTime.Later(one.CoordinationWithdrew, other.CoordinationWithdrew),
        LogicalTime.Later(one.OneStopWithdrew, other.OneStopWithdrew));

    /// <summary>The grant that holds; null when the officer may not receive the procedure.</summary>
    public static ScopeWord? Grant(ScopeRegister register)
    {
        var ours = Living(register.Coordination, register.CoordinationWithdrew, register.OneStopWithdrew);
        var theirs = Living(register.OneStop, register.OneStopWithdrew, register.CoordinationWithdrew);
        if (ours is null || theirs is null) return ours ?? theirs;
        return theirs.At > ours.At ? theirs : ours;
    }

    /// <summary>The conflict that stands in a register, with both values; null for none. Both sides find the same.</summary>
    public static ScopeConflict? Conflict(ScopeRegister register)
    {
        if (register is not { Coordination: { } ours, OneStop: { } theirs } || ours.Granted == theirs.Granted) return null;
        return ours.Seen < theirs.At && theirs.Seen < ours.At ? new ScopeConflict(ours, theirs, Grant(register) is not null) : null;
    }

    /// <summary>The last word of a side.</summary>
    public static ScopeWord? WordOf(ScopeRegister register, ScopeSide side) => side == ScopeSide.Coordination ? register.Coordination : register.OneStop;

    /// <summary>A register after a side spoke.</summary>
    public static ScopeRegister With(ScopeRegister register, ScopeSide side, ScopeWord word)
    {
        var withdrew = word.Granted ? LogicalTime.Never : word.At;
        return Join(register, side == ScopeSide.Coordination
            ? new ScopeRegister(word, OneStop: null, withdrew, LogicalTime.Never)
            : new ScopeRegister(Coordination: null, word, LogicalTime.Never, withdrew));
    }

    // A side knows its own withdrawals before its grant; of the other's it knows those up to the word that it had seen.
    private static ScopeWord? Living(ScopeWord? word, LogicalTime ownWithdrawal, LogicalTime otherWithdrawal) =>
        word is { Granted: true } && word.At >= ownWithdrawal && word.Seen >= otherWithdrawal ? word : null;

    private static ScopeWord? Later(ScopeWord? one, ScopeWord? other)
    {
        if (one is null || other is null) return one ?? other;
        if (one.At != other.At) return one.At > other.At ? one : other;
        // One side speaks once at one instant. Where a rolled-back copy does otherwise the two copies still have to agree.
        return Order(one, other) >= 0 ? one : other;
    }

    private static int Order(ScopeWord one, ScopeWord other)
    {
        if (one.Granted != other.Granted) return one.Granted ? -1 : 1;
        return one.Seen != other.Seen ? one.Seen.CompareTo(other.Seen) : string.CompareOrdinal(one.By, other.By);
    }
}
