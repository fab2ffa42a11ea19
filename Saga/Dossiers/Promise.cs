namespace DichVuCong.Saga.Dossiers;

/// <summary>The date that the agency promises, and how it came to it.</summary>
/// <param name="Date">NgayHenTra.</param>
/// <param name="Since">The time of the first row that carried it.</param>
/// <param name="Moves">How often the date was moved until this one; 0 for the first.</param>
/// <param name="HasReason">Whether a row that carried it gave a reason.</param>
/// <param name="Beside">
/// Whether it was named at the same time as the date before it, which stands for another time then: nobody can tell whether a supplement
/// came before it.
/// </param>
/// <param name="FlaggedBefore">How many of the moves before it are flagged.</param>
public sealed record Promise(DateTimeOffset Date, DateTimeOffset Since, int Moves, bool HasReason, bool Beside, int FlaggedBefore)
{
    /// <summary>How many moves are flagged: the agency may move its date once, with a reason.</summary>
    public int Flagged() => FlaggedBefore + (Moves > 1 || (Moves == 1 && !HasReason) ? 1 : 0);

    /// <summary>The promise after a row that carries a date.</summary>
    /// <param name="before">The promise before it, if there was one.</param>
    /// <param name="date">The date.</param>
    /// <param name="at">The row's time.</param>
    /// <param name="hasReason">Whether the row gives a reason.</param>
    public static Promise After(Promise? before, DateTimeOffset date, DateTimeOffset at, bool hasReason)
    {
        if (before is null) return new Promise(date, at, Moves: 0, hasReason, Beside: false, FlaggedBefore: 0);
        return before.Date == date
            ? before with { HasReason = before.HasReason || hasReason }
            : new Promise(date, at, before.Moves + 1, hasReason, Beside: before.Since == at, before.Flagged());
    }
}
