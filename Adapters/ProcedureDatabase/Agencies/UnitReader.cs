using DichVuCong.Adapters.ProcedureDatabase.Csv;
using DichVuCong.Adapters.ProcedureDatabase.Findings;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Adapters.ProcedureDatabase.Agencies;

/// <summary>Reads <c>units.csv</c>: agencies below ministries and provinces.</summary>
internal static class UnitReader
{
    private static readonly string[] Columns =
        ["Code", "OldForm", "Name", "Kind", "Parent", "Province", "Commune", "ValidFrom", "ValidTo", "Successor", "Source"];

    public static IReadOnlyList<AgencyRow> Read(TextReader text, FindingLog log)
    {
        var units = new List<AgencyRow>();
        var keys = new UniqueKeys(log);
        foreach (var row in CsvTable.Read(text, log, Columns))
        {
            if (TryRead(row, out var unit) && keys.Add(unit!.Agency.Code.Value, row.Line)) units.Add(unit);
        }

        return units;
    }

    private static bool TryRead(CsvRow row, out AgencyRow? unit)
    {
        unit = null;
        if (!row.RequireAgency("Code", out var code) || !row.AllowAgency("OldForm", out var oldForm) || !row.Require("Name", out var name)
            || !row.Require("Kind", FindingRules.WrongValue, EnumWord<AgencyKind>.TryParse, out AgencyKind kind)
            || !row.RequireAgency("Parent", out var parent) || !row.AllowValidity("ValidFrom", "ValidTo", out var validity)
            || !row.AllowAgency("Successor", out var successor))
        {
            return false;
        }

        unit = new AgencyRow(
            new Agency
            {
                Code = code,
                Name = name,
                Kind = kind,
                Parent = parent,
                Validity = validity,
                Successor = successor,
                Serves = row.Optional("Province") is { } province ? new Place(province, row.Optional("Commune")) : null,
                Source = row.Text("Source"),
            },
            oldForm,
            row.Line);
        return true;
    }
}
