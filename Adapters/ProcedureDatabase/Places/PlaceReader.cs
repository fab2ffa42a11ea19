using System.Text.RegularExpressions;
using DichVuCong.Adapters.ProcedureDatabase.Csv;
using DichVuCong.Adapters.ProcedureDatabase.Findings;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Adapters.ProcedureDatabase.Places;

/// <summary>Reads <c>administrative-units.csv</c>: one row per commune, with its province.</summary>
internal static partial class PlaceReader
{
    private static readonly string[] Columns = ["commune_code", "commune", "province_code", "province"];

    public static PlaceTable Read(TextReader text, FindingLog log)
    {
        var provinces = new Dictionary<string, Province>(StringComparer.Ordinal);
        var communes = new List<Commune>();
        var keys = new UniqueKeys(log);
        foreach (var row in CsvTable.Read(text, log, Columns))
        {
            if (!row.Require("commune_code", FindingRules.WrongCode, IsCommuneCode, out string code)
                || !row.Require("province_code", FindingRules.WrongCode, IsProvinceCode, out string inProvince)
                || !row.Require("commune", out var name) || !row.Require("province", out var provinceName)
                || !keys.Add(code, row.Line))
            {
                continue;
            }

            if (!provinces.TryAdd(inProvince, new Province(inProvince, provinceName)) && provinces[inProvince].Name != provinceName)
            {
                row.Report(FindingRules.NameDiffers, $"Province {inProvince} is '{provinceName}' here and '{provinces[inProvince].Name}' before; the first stays.");
            }

            communes.Add(new Commune(code, Raised(row, name), inProvince));
        }

        return new PlaceTable(
            [.. provinces.Values.OrderBy(province => province.Code, StringComparer.Ordinal)],
            [.. communes.OrderBy(commune => commune.Code, StringComparer.Ordinal)]);
    }

    private static string Raised(CsvRow row, string name)
    {
        if (!char.IsLower(name[0])) return name;
        var raised = char.ToUpperInvariant(name[0]) + name[1..];
        row.Report(RegisterFindings.NameRaised, $"'{name}' became '{raised}'.");
        return raised;
    }

    private static bool IsCommuneCode(string? text, out string value) => Is(CommunePattern(), text, out value);

    private static bool IsProvinceCode(string? text, out string value) => Is(ProvincePattern(), text, out value);

    private static bool Is(Regex pattern, string? text, out string value)
    {
        value = text ?? "";
        return pattern.IsMatch(value);
    }

    [GeneratedRegex(@"^\d{5}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex CommunePattern();

    [GeneratedRegex(@"^\d{2}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ProvincePattern();
}
