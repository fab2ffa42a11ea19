using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Saga.Routing;

/// <summary>
/// Whether every procedure, at every level and place at which it is performed, leads to exactly one agency and system; the rest with its cause.
/// </summary>
/// <param name="Date">The day that was looked at.</param>
/// <param name="CatalogueVersion">The version of the catalogue.</param>
/// <param name="Procedures">How many procedures there are.</param>
/// <param name="Checked">How many combinations of procedure, level, case and place were looked at.</param>
/// <param name="Resolved">How many of them lead to exactly one agency and system.</param>
/// <param name="Problems">The others, in groups of one cause; the causes in their order.</param>
/// <param name="LevelMustBeNamed">
/// Procedures whose levels lead to different agencies, so that a dossier must name the level or the agency. That is how they are, no problem.
/// </param>
public sealed record RoutingReport(
    DateOnly Date,
    int CatalogueVersion,
    int Procedures,
    long Checked,
    long Resolved,
    IReadOnlyList<RoutingProblem> Problems,
    IReadOnlyList<ProcedureCode> LevelMustBeNamed)
{
    /// <summary>How many procedures have a problem somewhere.</summary>
    public int ProceduresWithProblems => Problems.SelectMany(problem => problem.Procedures).Distinct().Count();
}

/// <summary>Procedures that lead to nobody or to several, all for the same cause and at the same places.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Level">The level; null when the procedures name none.</param>
/// <param name="Case">The case; null when none was named.</param>
/// <param name="Details">More about the cause.</param>
/// <param name="Procedures">The procedures.</param>
/// <param name="Places">The places; empty when the place does not matter.</param>
public sealed record RoutingProblem(
    RoutingCause Cause,
    AdministrativeLevel? Level,
    int? Case,
    string Details,
    IReadOnlyList<ProcedureCode> Procedures,
    IReadOnlyList<Place> Places);
