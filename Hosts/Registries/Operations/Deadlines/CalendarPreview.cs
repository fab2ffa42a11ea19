using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Registries.Operations.Deadlines;

/// <summary>What a change of the calendar would do to the running clocks.</summary>
/// <param name="Day">The day as it would be.</param>
/// <param name="Looked">Running clocks that it could concern.</param>
/// <param name="IsCut">Whether there were more than were looked at.</param>
/// <param name="Rules">What would move, by rule.</param>
/// <param name="FiresAtOnce">Of those, the ones that would be due in the past: they fire at once.</param>
/// <param name="BecameOverdue">Dossiers that became overdue on that day or since: what has fired is not unfired, and is left to the operator.</param>
public sealed record CalendarPreview(
    CalendarDay Day, long Looked, bool IsCut, IReadOnlyList<RuleMoves> Rules, long FiresAtOnce, long BecameOverdue)
{
    /// <summary>How many deadlines would move.</summary>
    public long Moved => Rules.Sum(rule => rule.Earlier + rule.Later);
}

/// <summary>What would move of a rule.</summary>
/// <param name="Name">The clock's name.</param>
/// <param name="Earlier">Due earlier than now.</param>
/// <param name="Later">Due later than now.</param>
/// <param name="First">One of them: its dossier.</param>
public sealed record RuleMoves(string Name, long Earlier, long Later, string First);
