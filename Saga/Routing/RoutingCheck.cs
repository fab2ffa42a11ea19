using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Saga.Routing;

/// <summary>
/// Looks whether every procedure leads to exactly one agency and system wherever it is performed (<c>dvc routing check</c>; A15.3, A18.3).
/// Exact: it follows the same steps as the <see cref="Router"/>, once for all procedures whose routes say the same.
/// </summary>
public sealed class RoutingCheck
{
    private readonly CatalogueIndex _catalogue;
    private readonly LevelCheck _levels;

    private RoutingCheck(CatalogueIndex catalogue, DateOnly date)
    {
        _catalogue = catalogue;
        _levels = new LevelCheck(catalogue, date);
    }

    /// <summary>Checks every procedure on a day.</summary>
    public static RoutingReport Run(CatalogueIndex catalogue, DateOnly date) => new RoutingCheck(catalogue, date).Run(date);

    private RoutingReport Run(DateOnly date)
    {
        var results = new Dictionary<RouteSignature, LevelResult>();
        var groups = new Dictionary<(AdministrativeLevel Level, Problem Problem), List<ProcedureCode>>();
        var (withoutLevel, several) = (new List<ProcedureCode>(), new List<ProcedureCode>());
        var differing = new Dictionary<string, bool>(StringComparer.Ordinal);
        long looked = 0, resolved = 0;
        foreach (var procedure in _catalogue.Data.Procedures)
        {
            if (procedure.Levels.Count == 0) withoutLevel.Add(procedure.Code);
            var signatures = procedure.Levels.Select(level => RouteSignature.Of(_catalogue, procedure.Code, level)).ToList();
            foreach (var signature in signatures)
            {
                if (!results.TryGetValue(signature, out var result)) results.Add(signature, result = _levels.Check(procedure.Code, signature.Level));
                looked += result.Checked;
                resolved += result.Resolved;
                foreach (var problem in result.Problems) Group(groups, (signature.Level, problem)).Add(procedure.Code);
            }

            if (signatures.Count > 1 && Differs(differing, signatures, procedure)) several.Add(procedure.Code);
        }

        return new RoutingReport(
            date, _catalogue.Version, _catalogue.Data.Procedures.Count, looked + withoutLevel.Count, resolved, [.. ProblemsOf(groups, withoutLevel)], several);
    }

    private bool Differs(Dictionary<string, bool> known, List<RouteSignature> signatures, Procedure procedure)
    {
        var key = string.Join('\f', signatures);
        if (!known.TryGetValue(key, out var differs)) known.Add(key, differs = _levels.LeadToSeveral(procedure));
        return differs;
    }

    private static List<ProcedureCode> Group(
        Dictionary<(AdministrativeLevel Level, Problem Problem), List<ProcedureCode>> groups, (AdministrativeLevel Level, Problem Problem) key)
    {
        if (!groups.TryGetValue(key, out var procedures)) groups.Add(key, procedures = []);
        return procedures;
    }

    private static IEnumerable<RoutingProblem> ProblemsOf(
        Dictionary<(AdministrativeLevel Level, Problem Problem), List<ProcedureCode>> groups, List<ProcedureCode> withoutLevel)
    {
        if (withoutLevel.Count > 0) yield return new RoutingProblem(RoutingCause.NoLevel, null, null, "The procedure names no level.", withoutLevel, []);
        var ordered = groups.OrderBy(group => group.Key.Problem.Cause).ThenBy(group => group.Key.Level).ThenByDescending(group => group.Value.Count);
        foreach (var ((level, problem), procedures) in ordered)
        {
            yield return new RoutingProblem(problem.Cause, level, problem.Case, problem.Details, procedures, problem.Places);
        }
    }
}
