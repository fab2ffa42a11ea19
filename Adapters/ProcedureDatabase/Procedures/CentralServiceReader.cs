using DichVuCong.Adapters.ProcedureDatabase.Csv;
using DichVuCong.Adapters.ProcedureDatabase.Findings;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Adapters.ProcedureDatabase.Procedures;

/// <summary>Reads <c>central-services.csv</c>: which procedures are served centrally on the portal (A14.4). No public list exists: ours.</summary>
internal static class CentralServiceReader
{
    private static readonly string[] Columns = ["Procedure", "Source"];

    /// <summary>The codes in the file and their lines.</summary>
    public static IReadOnlyList<(ProcedureCode Code, int Line)> Read(TextReader text, FindingLog log)
    {
        var codes = new List<(ProcedureCode Code, int Line)>();
        var keys = new UniqueKeys(log);
        foreach (var row in CsvTable.Read(text, log, Columns))
        {
            if (row.Require("Procedure", FindingRules.WrongCode, ProcedureCode.TryParse, out ProcedureCode code) && keys.Add(code.Value, row.Line))
            {
                codes.Add((code, row.Line));
            }
        }

        return codes;
    }

    /// <summary>The same procedures, with those of the file served centrally.</summary>
    public static IReadOnlyList<Procedure> Apply(
        IReadOnlyList<(ProcedureCode Code, int Line)> central, FindingLog log, IReadOnlyList<Procedure> procedures)
    {
        var known = procedures.ToDictionary(procedure => procedure.Code);
        foreach (var (code, line) in central)
        {
            if (!known.TryGetValue(code, out var procedure))
            {
                log.Add(ProcedureFindings.UnknownProcedure, line, code.Value, $"The catalogue has no procedure {code}; the row is left out.");
                continue;
            }

            if (!procedure.Offers(FilingChannel.Online))
            {
                log.Add(ProcedureFindings.CentralWithoutOnline, line, code.Value, "It is served centrally and has no online channel.");
            }

            known[code] = procedure with { Served = ServedAt.Central };
        }

        return [.. procedures.Select(procedure => known[procedure.Code])];
    }
}
