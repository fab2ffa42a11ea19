using DichVuCong.Adapters.ProcedureDatabase.Csv;
using DichVuCong.Adapters.ProcedureDatabase.Findings;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Adapters.ProcedureDatabase.Procedures;

/// <summary>Reads <c>sectors.csv</c>: the sectors of each publishing agency and by whom they are run.</summary>
internal static class SectorReader
{
    private static readonly string[] Columns = ["Code", "Sector", "Publisher", "Vertical", "AtMinistry", "AtProvince", "AtCommune"];

    public static IReadOnlyList<Sector> Read(TextReader text, FindingLog log, IReadOnlySet<AgencyCode> agencies)
    {
        var sectors = new List<Sector>();
        var (codes, names) = (new UniqueKeys(log), new UniqueKeys(log));
        foreach (var row in CsvTable.Read(text, log, Columns))
        {
            if (TryRead(row, out var sector) && IsKnown(row, sector!.Publisher, agencies)
                && codes.Add(sector.Code, row.Line) && names.Add($"{sector.Publisher} {sector.Name}", row.Line))
            {
                sectors.Add(sector);
            }
        }

        return [.. sectors.OrderBy(sector => sector.Code, StringComparer.Ordinal)];
    }

    private static bool TryRead(CsvRow row, out Sector? sector)
    {
        sector = null;
        if (!row.Require("Code", out var code) || !row.Require("Sector", out var name) || !row.RequireAgency("Publisher", out var publisher)
            || !row.Require("Vertical", FindingRules.WrongValue, YesNo.TryParse, out bool vertical)
            || !row.Require("AtMinistry", FindingRules.WrongValue, YesNo.TryParse, out bool atMinistry)
            || !row.Allow("AtProvince", FindingRules.WrongValue, EnumWord<AgencyKind>.TryParse, out AgencyKind? atProvince)
            || !row.Allow("AtCommune", FindingRules.WrongValue, EnumWord<AgencyKind>.TryParse, out AgencyKind? atCommune))
        {
            return false;
        }

        sector = new Sector(code, name, publisher, vertical, atMinistry, atProvince, atCommune);
        return true;
    }

    private static bool IsKnown(CsvRow row, AgencyCode publisher, IReadOnlySet<AgencyCode> agencies)
    {
        if (agencies.Contains(publisher)) return true;
        row.Report(RegisterFindings.UnknownAgency, $"The publisher {publisher} is unknown; the sector is left out.");
        return false;
    }
}
