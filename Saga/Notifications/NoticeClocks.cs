namespace DichVuCong.Saga.Notifications;

/// <summary>What a clock of the notice saga is for.</summary>
internal enum NoticeClock : byte
{
    /// <summary>The quiet hours end.</summary>
    Quiet,

    /// <summary>The providers have rested.</summary>
    Rest,

    /// <summary>The channel before the next has had its time.</summary>
    Fallback,

    /// <summary>The provider's time for its report is over.</summary>
    Report,
}

/// <summary>The names of the notice saga's clocks: one of each kind for an occasion.</summary>
internal static class NoticeClocks
{
    private static readonly (NoticeClock Clock, string Word)[] Words =
        [(NoticeClock.Quiet, "quiet"), (NoticeClock.Rest, "rest"), (NoticeClock.Fallback, "fallback"), (NoticeClock.Report, "report")];

    /// <summary>The name of a clock.</summary>
    public static string Of(NoticeClock clock, string occasion) => $"{Array.Find(Words, row => row.Clock == clock).Word}:{occasion}";

    /// <summary>Which clock a name is; null when it is none.</summary>
    public static (NoticeClock Clock, string Occasion)? Read(string name)
    {
        foreach (var (clock, word) in Words)
        {
            if (name.StartsWith(word + ":", StringComparison.Ordinal)) return (clock, name[(word.Length + 1)..]);
        }

        return null;
    }
}
