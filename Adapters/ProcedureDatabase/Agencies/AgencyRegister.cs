using DichVuCong.Adapters.ProcedureDatabase.Csv;
using DichVuCong.Adapters.ProcedureDatabase.Findings;
using DichVuCong.Adapters.ProcedureDatabase.Places;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Adapters.ProcedureDatabase.Agencies;

/// <summary>Puts the agencies of all files together and checks what they say about each other and about places.</summary>
internal sealed record AgencyRegister(IReadOnlyList<Agency> Agencies, IReadOnlyList<AgencyAlias> Aliases)
{
    public static AgencyRegister Empty { get; } = new([], []);

    /// <summary>The agencies and their other codes, without those that cannot be used.</summary>
    /// <param name="files">The rows of each file, and where its findings go.</param>
    /// <param name="places">The places in force.</param>
    public static AgencyRegister Join(
        IReadOnlyList<(IReadOnlyList<AgencyRow> Rows, FindingLog Log)> files, PlaceTable places)
    {
        var known = new Dictionary<AgencyCode, (AgencyRow Row, FindingLog Log)>();
        foreach (var (rows, log) in files)
        {
            foreach (var row in rows)
            {
                if (!known.TryAdd(row.Agency.Code, (row, log)))
                {
                    log.Add(FindingRules.DuplicateKey, row.Line, row.Agency.Code.Value, "Another file has this agency already; this row is left out.");
                }
            }
        }

        DropOrphans(known);
        var agencies = known.Values
            .Select(found => Checked(found.Row, found.Log, known, places))
            .OrderBy(agency => agency.Code.Value, StringComparer.Ordinal)
            .ToList();
        ReportCrowdedPlaces(agencies, known);
        return new AgencyRegister(agencies, AliasesOf(known));
    }

    private static void DropOrphans(Dictionary<AgencyCode, (AgencyRow Row, FindingLog Log)> known)
    {
        var orphans = known.Values.Where(found => !LeadsToBody(found.Row.Agency, known)).ToList();
        foreach (var (row, log) in orphans)
        {
            known.Remove(row.Agency.Code);
            log.Add(
                RegisterFindings.UnknownParent, row.Line, row.Agency.Code.Value,
                $"The agencies above it, from {row.Agency.Parent} on, do not lead to a ministry or province; the agency is left out.");
        }
    }

    private static bool LeadsToBody(Agency agency, Dictionary<AgencyCode, (AgencyRow Row, FindingLog Log)> known)
    {
        var seen = new HashSet<AgencyCode>();
        while (agency.Parent is { } parent)
        {
            if (!seen.Add(agency.Code) || !known.TryGetValue(parent, out var above)) return false;
            agency = above.Row.Agency;
        }

        return true;
    }

    private static Agency Checked(
        AgencyRow row, FindingLog log, Dictionary<AgencyCode, (AgencyRow Row, FindingLog Log)> known, PlaceTable places)
    {
        var agency = row.Agency;
        if (agency.Successor is { } successor && !known.ContainsKey(successor))
        {
            log.Add(RegisterFindings.UnknownSuccessor, row.Line, agency.Code.Value, $"The successor {successor} is unknown; the agency is kept without.");
            agency = agency with { Successor = null };
        }

        if (agency.Serves is { } place && !places.Has(place))
        {
            log.Add(RegisterFindings.UnknownPlace, row.Line, agency.Code.Value, $"The place {place} is unknown; the agency is kept without.");
            agency = agency with { Serves = null };
        }

        return agency;
    }

    private static void ReportCrowdedPlaces(List<Agency> agencies, Dictionary<AgencyCode, (AgencyRow Row, FindingLog Log)> known)
    {
        foreach (var crowd in agencies.Where(agency => agency.Serves is not null && agency.Validity.To is null).GroupBy(agency => (agency.Kind, agency.Serves)))
        {
            foreach (var agency in crowd.Skip(1))
            {
                var (row, log) = known[agency.Code];
                log.Add(
                    RegisterFindings.PlaceServedTwice, row.Line, agency.Code.Value,
                    $"{crowd.First().Code} is a {EnumWord<AgencyKind>.Of(crowd.Key.Kind)} of {crowd.Key.Serves} as well; routes to it will find several.");
            }
        }
    }

    private static List<AgencyAlias> AliasesOf(Dictionary<AgencyCode, (AgencyRow Row, FindingLog Log)> known)
    {
        var aliases = new List<AgencyAlias>();
        var keys = new Dictionary<FindingLog, UniqueKeys>();
        foreach (var (row, log) in known.Values.Where(found => found.Row.OldForm is not null))
        {
            if (!keys.TryGetValue(log, out var unique)) keys.Add(log, unique = new UniqueKeys(log));
            var code = row.OldForm!.Value;
            if (known.ContainsKey(code))
            {
                log.Add(FindingRules.DuplicateKey, row.Line, code.Value, $"{code} is an agency's own code and no older form of another's; the form is left out.");
            }
            else if (unique.Add(code.Value, row.Line)) aliases.Add(new AgencyAlias(code, row.Agency.Code, Validity.Always, row.Agency.Source));
        }

        return [.. aliases.OrderBy(alias => alias.Code.Value, StringComparer.Ordinal)];
    }
}
