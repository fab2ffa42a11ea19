using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Gateway.Dossiers;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Gateway.Problems;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Saga.Filing;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Gateway.Filing;

/// <summary>Where a filing goes, decided at the door because the receipt names it (A16.1, A16.3).</summary>
internal sealed record FilingPlan
{
    /// <summary>The agency under which the dossier gets its code.</summary>
    public required AgencyCode CodeAgency { get; init; }

    public required Procedure Procedure { get; init; }

    /// <summary>The competent agency; null when the coordination desk has to name it.</summary>
    public Agency? Agency { get; init; }

    public OneStopSystem? System { get; init; }

    public required bool Central { get; init; }

    public required string Calendar { get; init; }

    public ProcessingTerm? Term { get; init; }

    public DateTimeOffset? Deadline { get; init; }

    /// <summary>Why the coordination desk is asked; null when it is not.</summary>
    public string? Cause { get; init; }

    public IReadOnlyList<string> Candidates { get; init; } = [];

    public DossierState State => Agency is null ? DossierState.Unrouted : DossierState.Filed;

    public int Flow => System is null ? Runtime.Lanes.Flow.Shared : Runtime.Lanes.Flow.Of(System.Number, Urgency.Normal);

    /// <summary>The plan, or the problem to tell the caller.</summary>
    public static (FilingPlan? Plan, Problem? Problem) Make(FiledDossier filing, CatalogueVersion catalogue, DateTimeOffset now)
    {
        var answer = catalogue.Router.Resolve(filing.Question);
        if (answer is RoutingAnswer.Routed routed) return (Route(filing, routed, catalogue, now), null);
        if (filing.Origin == DossierOrigin.Coordination && RoutingProblems.IsForCoordination(answer)
            && catalogue.Index.FindProcedure(filing.Question.Procedure) is { } procedure && CounterOf(filing, catalogue) is { } counter)
        {
            return (Wait(procedure, counter, answer), null);
        }

        return (null, RoutingProblems.Of(answer));
    }

    private static FilingPlan Route(FiledDossier filing, RoutingAnswer.Routed routed, CatalogueVersion catalogue, DateTimeOffset now)
    {
        var procedure = catalogue.Index.FindProcedure(filing.Question.Procedure)!;
        var calendar = routed.Agency.Code.Value;
        var term = ProcessingTerms.TermFor(procedure, filing.Question.Channel, filing.Question.Case, catalogue.Index.Data.Version).Term;
        return new FilingPlan
        {
            CodeAgency = routed.Agency.Code,
            Procedure = procedure,
            Agency = routed.Agency,
            System = routed.System,
            Central = routed.Central,
            Calendar = calendar,
            Term = term,
            Deadline = ProvisionalDeadline.Of(term, calendar, now, catalogue.Calendars),
        };
    }

    /// <summary>Nobody at a counter is sent away because we do not know who is competent (decisions; A15.3).</summary>
    private static FilingPlan Wait(Procedure procedure, Agency counter, RoutingAnswer answer) => new()
    {
        CodeAgency = counter.Code,
        Procedure = procedure,
        Central = procedure.Served == ServedAt.Central,
        Calendar = counter.Code.Value,
        Cause = answer switch
        {
            RoutingAnswer.Nobody nobody => $"nobody: {EnumWord<RoutingCause>.Of(nobody.Cause)}",
            RoutingAnswer.NoSystem none => $"no system for {none.Agency.Code}",
            _ => "several",
        },
        Candidates = answer is RoutingAnswer.Several several ? [.. several.Candidates.Select(candidate => candidate.Agency.Code.Value)] : [],
    };

    /// <summary>Whose counter took it: the unit that was named, or else the people's committee of the province.</summary>
    private static Agency? CounterOf(FiledDossier filing, CatalogueVersion catalogue)
    {
        var agencies = catalogue.Index.Agencies;
        if (filing.Question.ReceivingUnit is { } unit && agencies.Find(unit, filing.Question.Date) is { } named) return named;
        return filing.Question.Place is { } place
            ? agencies.ServingUnits(AgencyKind.ProvinceCommittee, new Place(place.Province)).Units.FirstOrDefault(agency => !agency.Validity.IsOver(filing.Question.Date))
            : null;
    }
}
