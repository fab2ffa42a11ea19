using System.Globalization;
using DichVuCong.Adapters.ProcedureDatabase.Findings;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Adapters.ProcedureDatabase.Procedures;

/// <summary>
/// Makes a term of a published time and unit (decisions, Counting time): a working day is 8 working hours, an hour a working hour; without a
/// unit there is no term.
/// </summary>
internal static class ProcedureTerms
{
    private const decimal ImplausibleFrom = 731;
    private const int MinutesOfHour = 60;
    private const int MinutesOfWorkingDay = 8 * MinutesOfHour;

    private static readonly Dictionary<string, PublishedUnit> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Ngày làm việc"] = new(TermUnit.WorkingDays, MinutesOfWorkingDay),
        ["Ngày"] = new(TermUnit.CalendarDays, null),
        ["Giờ"] = new(TermUnit.WorkingMinutes, MinutesOfHour),
        ["Tháng"] = new(TermUnit.Months, null),
    };

    /// <summary>The term, or null and the finding that says why there is none. A repair gives both.</summary>
    public static (ProcedureTerm? Term, FindingRule? Rule, string Message) Of(decimal time, string unit)
    {
        var published = string.Create(CultureInfo.InvariantCulture, $"{time} {unit}").Trim();
        if (unit.Length == 0) return (null, ChannelFindings.TermWithoutUnit, $"The time {published} has no unit; no deadline can be computed.");
        if (!Units.TryGetValue(unit, out var found)) return (null, ChannelFindings.UnknownUnit, $"The unit of {published} is not {string.Join(", ", Units.Keys)}.");
        if (found.Unit == TermUnit.WorkingMinutes) return InMinutes(time, found, published, repaired: false);
        if (decimal.IsInteger(time)) return (new ProcedureTerm((long)time, found.Unit), null, "");
        return InMinutes(time, found, published, repaired: true);
    }

    /// <summary>Whether a time is longer than any procedure's, whatever its unit.</summary>
    public static bool IsImplausible(decimal time) => time >= ImplausibleFrom;

    private static (ProcedureTerm? Term, FindingRule? Rule, string Message) InMinutes(decimal time, PublishedUnit unit, string published, bool repaired)
    {
        if (unit.WorkingMinutes is not { } minutes || !decimal.IsInteger(time * minutes))
        {
            return (null, ChannelFindings.TermFraction, $"{published} is a part of a unit that cannot be divided; no deadline can be computed.");
        }

        var term = new ProcedureTerm((long)(time * minutes), TermUnit.WorkingMinutes);
        return repaired ? (term, ChannelFindings.TermInMinutes, $"{published} became {term.Amount} working minutes.") : (term, null, "");
    }

    private readonly record struct PublishedUnit(TermUnit Unit, int? WorkingMinutes);
}
