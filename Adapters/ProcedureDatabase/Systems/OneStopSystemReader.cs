using DichVuCong.Adapters.ProcedureDatabase.Csv;
using DichVuCong.Adapters.ProcedureDatabase.Findings;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Adapters.ProcedureDatabase.Systems;

/// <summary>A one-stop system and when it serves the body that runs it.</summary>
internal sealed record SystemRow(OneStopSystem System, Validity Validity, string Source);

/// <summary>Reads <c>one-stop-systems.csv</c>. Where a system answers is no part of it: that is a setting.</summary>
internal static class OneStopSystemReader
{
    private static readonly string[] Columns = ["Code", "Owner", "Name", "Generation", "ValidFrom", "ValidTo", "Source"];

    public static IReadOnlyList<SystemRow> Read(TextReader text, FindingLog log, IReadOnlySet<AgencyCode> agencies)
    {
        var systems = new List<SystemRow>();
        var keys = new UniqueKeys(log);
        foreach (var row in CsvTable.Read(text, log, Columns))
        {
            if (!row.RequireAgency("Code", out var code) || !row.RequireAgency("Owner", out var owner) || !row.Require("Name", out var name)
                || !row.Require("Generation", FindingRules.WrongValue, EnumWord<WireGeneration>.TryParse, out WireGeneration generation)
                || !row.AllowValidity("ValidFrom", "ValidTo", out var validity) || !IsKnown(row, owner, agencies) || !keys.Add(code.Value, row.Line))
            {
                continue;
            }

            var system = new OneStopSystem { Code = code.Value, Number = 0, Name = name, Owner = owner, Generation = generation };
            systems.Add(new SystemRow(system, validity, row.Text("Source")));
        }

        return [.. systems.OrderBy(row => row.System.Code, StringComparer.Ordinal)];
    }

    private static bool IsKnown(CsvRow row, AgencyCode owner, IReadOnlySet<AgencyCode> agencies)
    {
        if (agencies.Contains(owner)) return true;
        row.Report(RegisterFindings.UnknownAgency, $"The owner {owner} is unknown; the system is left out.");
        return false;
    }
}
