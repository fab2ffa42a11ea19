namespace DichVuCong.Cli.Load.Payments;

/// <summary>A file that a bank gives of a day, and what must become of it.</summary>
/// <param name="Mode">The fault of the file; null for the right one.</param>
/// <param name="Allowed">What may become of it.</param>
internal sealed record StatementStep(string? Mode, params DayVerdict[] Allowed)
{
    /// <summary>The right file.</summary>
    public static StatementStep Honest { get; } = new(Mode: null, DayVerdict.Completed, DayVerdict.SameAgain);

    /// <summary>
    /// A bad day: first there is no file, then ones that cannot be taken, then ones that can and are wrong, and each of those corrects the one
    /// before; then the right one, and that once more. A digit that was changed in the middle is seen where the family has a sum or a checksum
    /// over it, and another day where there is a line, or a head that names it. Where an earlier run has reconciled the day, that stands while there
    /// is no file.
    /// </summary>
    public static IReadOnlyList<StatementStep> All { get; } =
    [
        new("statement-missing", DayVerdict.NoFile, DayVerdict.SameAgain),
        new("statement-truncated", DayVerdict.Rejected),
        new("statement-wrong-day", DayVerdict.Rejected, DayVerdict.Completed),
        new("statement-spoilt", DayVerdict.Rejected, DayVerdict.Completed),
        new("statement-changed", DayVerdict.Completed),
        new("statement-line-lost", DayVerdict.Completed),
        new("statement-twice", DayVerdict.Completed),
        Honest,
        new(Mode: null, DayVerdict.SameAgain),
    ];

    /// <summary>Whether this may become of it.</summary>
    public bool Allows(DayVerdict verdict) => Allowed.Contains(verdict);
}
