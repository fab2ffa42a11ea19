namespace DichVuCong.Contracts.Accounts.Scopes;

/// <summary>
/// The rule by which both sides come to the same: a join of what each knows, in which order, how often and with what losses ever, and a winner
/// that follows from it alone. A word gives way to the words that knew of it. Of those that are left a withdrawal beats every grant; and a grant
/// holds only where it knew of every withdrawal that there ever was. Of several such grants the later by the logical clock holds, of two at one
/// instant the coordination system's.
/// </summary>
public static class ScopeMerge
{
    /// <summary>What is known when both are.</summary>
    public static ScopeRegister Join(ScopeRegister one, ScopeRegister other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        // What one has no more, though it knew of it, gave way to a later word there, even where that is gone as well.
        var words = one.Words.Where(word => other.Words.Contains(word) || !other.Known.Covers(word.Life, word.At))
            .Concat(other.Words.Where(word => !one.Words.Contains(word) && !one.Known.Covers(word.Life, word.At)));
        return new ScopeRegister(
            [.. words.OrderBy(word => word.Life).ThenBy(word => word.At)], one.Withdrew.Join(other.Withdrew), one.Known.Join(other.Known));
    }

    /// <summary>A register after a side spoke: the word knows all that is in it, and takes its place.</summary>
    public static ScopeRegister Say(ScopeRegister register, ScopeLife life, LogicalTime at, bool granted, string by)
    {
        ArgumentNullException.ThrowIfNull(register);
        return new ScopeRegister(
            [new ScopeWord(life, at, register.Known, granted, by)], granted ? register.Withdrew : register.Withdrew.With(life, at), register.Known.With(life, at));
    }

    /// <summary>The grant that holds; null when the officer may not receive the procedure.</summary>
    public static ScopeWord? Grant(ScopeRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return register.Words.Where(word => word.Granted && word.Seen.Covers(register.Withdrew))
            .OrderByDescending(word => word.At).ThenBy(word => word.Life.Side).ThenByDescending(word => word.Life.Number).FirstOrDefault();
    }

    /// <summary>The words that were said without knowing of each other and differ, in both values; empty for none. Both sides find the same.</summary>
    public static IReadOnlyList<ScopeWord> Conflict(ScopeRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return register.Words.Select(word => word.Granted).Distinct().Count() > 1 ? register.Words : [];
    }

    /// <summary>
    /// A withdrawal that both sides hold has done its work: the word may go, with who said it and when. What knew of it stays known, so an old
    /// grant does not come back.
    /// </summary>
    public static ScopeRegister Expire(ScopeRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return Grant(register) is null ? register with { Words = [] } : register;
    }
}
