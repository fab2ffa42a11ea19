using DichVuCong.Adapters.ProcedureDatabase.Csv;
using DichVuCong.Adapters.ProcedureDatabase.Findings;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Adapters.ProcedureDatabase.Agencies;

/// <summary>An agency as a file gives it, with its line and the other codes it has.</summary>
internal sealed record AgencyRow(Agency Agency, AgencyCode? OldForm, int Line);

/// <summary>Reads <c>agencies.csv</c>: ministries and provinces, those closed by the mergers of 2025 and their successors.</summary>
internal static class BodyReader
{
    private static readonly string[] Columns =
        ["code", "old_form", "name", "kind", "status", "valid_from", "valid_to", "successor", "statistical_code", "uncertain", "source"];

    private static readonly Dictionary<string, AgencyKind> Kinds = new(StringComparer.Ordinal)
    {
        ["ministry"] = AgencyKind.Ministry,
        ["court"] = AgencyKind.Court,
        ["province"] = AgencyKind.ProvinceCommittee,
    };

    public static IReadOnlyList<AgencyRow> Read(TextReader text, FindingLog log)
    {
        var agencies = new List<AgencyRow>();
        var keys = new UniqueKeys(log);
        foreach (var row in CsvTable.Read(text, log, Columns))
        {
            if (TryRead(row, out var agency) && keys.Add(agency!.Agency.Code.Value, row.Line)) agencies.Add(agency);
        }

        return agencies;
    }

    private static bool TryRead(CsvRow row, out AgencyRow? agency)
    {
        agency = null;
        if (!row.RequireAgency("code", out var code) || !row.AllowAgency("old_form", out var oldForm) || !row.Require("name", out var name)
            || !row.Require("kind", FindingRules.WrongValue, Kinds.TryGetValue!, out AgencyKind kind)
            || !row.AllowValidity("valid_from", "valid_to", out var validity) || !row.AllowAgency("successor", out var successor))
        {
            return false;
        }

        agency = new AgencyRow(
            new Agency
            {
                Code = code,
                Name = name,
                Kind = kind,
                Validity = Closed(row, validity),
                Successor = successor,
                Serves = row.Optional("statistical_code") is { } province ? new Place(province) : null,
                Uncertain = row.Text("uncertain") is "no" or "" ? null : row.Text("uncertain"),
                Source = row.Text("source"),
            },
            oldForm,
            row.Line);
        return true;
    }

    private static Validity Closed(CsvRow row, Validity validity)
    {
        if (row.Text("status") != "closed" || validity.To is not null) return validity;
        row.Report(RegisterFindings.ClosedWithoutDate, "Closed without valid_to; it counts as closed from the beginning.");
        return validity with { To = validity.From ?? DateOnly.MinValue };
    }
}
