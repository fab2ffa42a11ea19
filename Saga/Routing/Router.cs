using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Saga.Routing;

/// <summary>
/// Finds the competent agency and the one-stop system that serves it (decisions, Who is who). Pure: the same question to the same version of
/// the catalogue always gets the same answer. Only live rows route, only on the days on which they hold, and never to a closed agency.
/// </summary>
public sealed class Router(CatalogueIndex catalogue)
{
    private readonly Competence _competence = new(catalogue);

    /// <summary>The answer.</summary>
    public RoutingAnswer Resolve(RoutingQuestion question)
    {
        var (input, refusal) = RoutingInput.Read(catalogue, question);
        if (input is null) return refusal!;

        var levels = question.Level is { } level ? [level] : input.Procedure.Levels;
        if (levels.Count == 0) return new RoutingAnswer.Nobody(RoutingCause.NoLevel, $"{input.Procedure.Code} names no level.");

        var outcomes = new List<LevelOutcome>(levels.Count);
        foreach (var each in levels) outcomes.Add(_competence.At(each, input.Procedure.Code, question.Case, input.Place, question.Date));
        return input.Agency is null ? Choose(input, outcomes) : Confirm(input, input.Agency, outcomes);
    }

    /// <summary>The agency was not named: every level must lead to the same one.</summary>
    private RoutingAnswer Choose(RoutingInput input, List<LevelOutcome> outcomes)
    {
        var found = outcomes
            .SelectMany(outcome => outcome.Agencies, (outcome, row) => (outcome.Level, row.Agency, row.Route))
            .DistinctBy(row => row.Agency.Code)
            .ToList();
        if (found.Count == 0) return NobodyAt(input, outcomes);

        // Bodies outside the three levels (notaries, inspection centres) have no routes: their level leaves no doubt about the others.
        var open = outcomes.FindAll(outcome => outcome.Cause is not null && outcome is not { Level: AdministrativeLevel.Other, Cause: RoutingCause.NoRoute });
        if (found.Count == 1 && open.Count == 0) return WithSystem(input, found[0]);
        return new RoutingAnswer.Several(
            [.. found.Select(row => new Candidate(row.Agency, row.Level, SystemsOf(input, row.Agency)))],
            [.. open.Select(outcome => new OpenLevel(outcome.Level, outcome.Cause!.Value, outcome.Details))]);
    }

    /// <summary>The agency was named: it must be one of those competent, and so tells the level.</summary>
    private RoutingAnswer Confirm(RoutingInput input, Agency agency, List<LevelOutcome> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            foreach (var row in outcome.Agencies)
            {
                if (row.Agency.Code == agency.Code) return WithSystem(input, (outcome.Level, row.Agency, row.Route));
            }
        }

        var competent = outcomes.SelectMany(outcome => outcome.Agencies).Select(row => row.Agency.Code.Value).Distinct(StringComparer.Ordinal);
        return new RoutingAnswer.Nobody(
            RoutingCause.AgencyNotCompetent,
            $"{agency.Code} is not competent for {input.Procedure.Code} there; competent: {string.Join(", ", competent.DefaultIfEmpty("nobody"))}.");
    }

    private RoutingAnswer NobodyAt(RoutingInput input, List<LevelOutcome> outcomes)
    {
        if (outcomes.Find(outcome => outcome.Closed is not null) is { Closed: { } closed })
        {
            return new RoutingAnswer.Closed(closed, catalogue.Agencies.SuccessorOf(closed, input.Question.Date));
        }

        var nearest = outcomes.MaxBy(outcome => outcome.Cause)!;
        return new RoutingAnswer.Nobody(
            nearest.Cause!.Value, string.Join(" ", outcomes.Select(outcome => $"{EnumWord<AdministrativeLevel>.Of(outcome.Level)}: {outcome.Details}")));
    }

    private RoutingAnswer WithSystem(RoutingInput input, (AdministrativeLevel Level, Agency Agency, AgencyRoute Route) found)
    {
        var systems = catalogue.Systems.Serving(input.Procedure.Code, found.Agency, input.Question.Date);
        return systems switch
        {
            [] => new RoutingAnswer.NoSystem(found.Agency),
            [var (system, route)] => new RoutingAnswer.Routed(
                found.Agency, system, found.Level, input.Procedure.Served == ServedAt.Central, input.Place, input.Notes, found.Route.Id, route.Id),
            _ => new RoutingAnswer.Several([new Candidate(found.Agency, found.Level, [.. systems.Select(row => row.System)])], []),
        };
    }

    private IReadOnlyList<OneStopSystem> SystemsOf(RoutingInput input, Agency agency) =>
        [.. catalogue.Systems.Serving(input.Procedure.Code, agency, input.Question.Date).Select(row => row.System)];
}
