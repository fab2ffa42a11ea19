namespace DichVuCong.Contracts.Accounts.Scopes;

/// <summary>What is wrong with a scope as a side told it.</summary>
/// <param name="Field">The field, as in the contract.</param>
/// <param name="Code">A stable code.</param>
/// <param name="Text">What is wrong, in Vietnamese.</param>
/// <param name="Reason">The same for the journal, in English.</param>
public sealed record ScopeFault(string Field, string Code, string Text, string Reason);

/// <summary>Whether what a side tells of a scope can be taken up. Both sides check it alike.</summary>
public static class ScopeChecks
{
    /// <summary>
    /// How far ahead of ours a clock may be. Two clocks an hour apart do no harm; a clock of next year would make every later word of ours carry
    /// its time, so it is refused.
    /// </summary>
    public static TimeSpan MostAhead { get; } = TimeSpan.FromHours(4);

    /// <summary>The longest name of who said a word.</summary>
    public const int LongestName = 100;

    private const int MostWords = 16;

    /// <summary>What is wrong; null for nothing.</summary>
    /// <param name="change">What was told.</param>
    /// <param name="now">Our wall clock.</param>
    public static ScopeFault? FaultOf(ScopeChange change, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(change);
        var register = change.Register;
        if (register is null || register.Words is null || register.Known is null || register.Withdrew is null)
            return new ScopeFault("register", "scope.incomplete", "Thiếu words, withdrew hoặc known.", "the register is incomplete");
        if (register.Words.Count > MostWords) return new ScopeFault("register.words", "scope.too-many", $"Nhiều hơn {MostWords} ý kiến.", "too many words");
        if (register.Words.Any(word => word is null || word.Seen is null || string.IsNullOrWhiteSpace(word.By) || word.By.Length > LongestName || word.By.Any(char.IsControl)))
            return new ScopeFault("register.words", "scope.incomplete", "Thiếu life, at, seen, granted hoặc by.", "a word is incomplete");
        if (register.Words.DistinctBy(word => (word.Life, word.At)).Count() < register.Words.Count)
            return new ScopeFault("register.words", "scope.twice", "Một bản sao không nói hai điều cùng lúc.", "two words of one instant");
        if (!register.Known.Covers(register.Withdrew) || register.Words.Any(word => !register.Known.Covers(word.Life, word.At) || !register.Known.Covers(word.Seen)))
            return new ScopeFault("register.known", "scope.known", "known phải gồm mọi words, seen và withdrew.", "known does not cover what is told");
        if (register.Words.Any(word => !word.Granted && !register.Withdrew.Covers(word.Life, word.At)))
            return new ScopeFault("register.withdrew", "scope.withdrew", "withdrew phải gồm mọi lần thu hồi.", "withdrew does not cover a withdrawal");
        return LogicalClock.IsTooFarAhead(register.Known.Latest, now, MostAhead)
            ? new ScopeFault("register.known", "scope.clock-ahead", $"Đồng hồ chạy trước quá {MostAhead.TotalHours:0} giờ.", "the clock is too far ahead")
            : null;
    }
}
