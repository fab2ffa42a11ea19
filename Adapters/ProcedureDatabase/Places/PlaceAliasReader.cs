using DichVuCong.Adapters.ProcedureDatabase.Csv;
using DichVuCong.Adapters.ProcedureDatabase.Findings;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Adapters.ProcedureDatabase.Places;

/// <summary>Reads <c>place-aliases.csv</c>: older codes of places. A code that is in force can be no older code.</summary>
internal static class PlaceAliasReader
{
    private static readonly string[] Columns = ["OldCode", "Kind", "OldName", "NewCode", "Source"];

    public static IReadOnlyList<PlaceAlias> Read(TextReader text, FindingLog log, PlaceTable places)
    {
        var aliases = new List<PlaceAlias>();
        var keys = new UniqueKeys(log);
        foreach (var row in CsvTable.Read(text, log, Columns))
        {
            if (!row.Require("OldCode", out var old) || !row.Require("NewCode", out var now) || !row.Require("Source", out var source)
                || !row.Require("Kind", FindingRules.WrongValue, EnumWord<PlaceKind>.TryParse, out PlaceKind kind)
                || !IsUsable(row, places, kind, old, now) || !keys.Add($"{EnumWord<PlaceKind>.Of(kind)} {old}", row.Line))
            {
                continue;
            }

            aliases.Add(new PlaceAlias(kind, old, now, row.Text("OldName"), source));
        }

        return [.. aliases.OrderBy(alias => alias.Kind).ThenBy(alias => alias.OldCode, StringComparer.Ordinal)];
    }

    private static bool IsUsable(CsvRow row, PlaceTable places, PlaceKind kind, string old, string now)
    {
        if (places.Has(kind, old)) row.Report(FindingRules.WrongCode, $"{old} is in force and cannot be an older code; the row is left out.");
        else if (!places.Has(kind, now)) row.Report(FindingRules.WrongCode, $"{now} is no place in force; the row is left out.");
        else return true;
        return false;
    }
}
