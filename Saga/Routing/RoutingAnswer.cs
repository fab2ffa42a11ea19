using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Saga.Routing;

/// <summary>The answer to a <see cref="RoutingQuestion"/>: one of the records below and nothing else.</summary>
public abstract record RoutingAnswer
{
    private RoutingAnswer()
    {
    }

    /// <summary>Exactly one agency and one system.</summary>
    /// <param name="Agency">The competent agency; never a closed one.</param>
    /// <param name="System">The one-stop system that serves it.</param>
    /// <param name="Level">The level; the highest when several lead to the same agency.</param>
    /// <param name="Central">Whether the procedure is served centrally (A14.4).</param>
    /// <param name="Place">The place that decided, in codes in force; null when none was given.</param>
    /// <param name="Notes">What was translated or let through on the way.</param>
    /// <param name="AgencyRoute">The row that named the agency.</param>
    /// <param name="SystemRoute">The row that named the system.</param>
    public sealed record Routed(
        Agency Agency, OneStopSystem System, AdministrativeLevel Level, bool Central, Place? Place, RoutingNotes Notes, string AgencyRoute,
        string SystemRoute) : RoutingAnswer;

    /// <summary>Nobody is competent.</summary>
    /// <param name="Cause">Why.</param>
    /// <param name="Details">More, in English and without personal data.</param>
    public sealed record Nobody(RoutingCause Cause, string Details) : RoutingAnswer;

    /// <summary>Several agencies or systems could be meant: the level, the agency or the case must be told.</summary>
    /// <param name="Candidates">Who could be meant.</param>
    /// <param name="Open">Levels of the procedure that lead to nobody, and why.</param>
    public sealed record Several(IReadOnlyList<Candidate> Candidates, IReadOnlyList<OpenLevel> Open) : RoutingAnswer;

    /// <summary>The agency was closed: it may finish old dossiers and gets no new one.</summary>
    /// <param name="Agency">The closed agency.</param>
    /// <param name="Successor">The open agency that took over; null when none is known.</param>
    public sealed record Closed(Agency Agency, Agency? Successor) : RoutingAnswer;

    /// <summary>The catalogue has no such procedure.</summary>
    /// <param name="Procedure">The code that was given.</param>
    public sealed record UnknownProcedure(ProcedureCode Procedure) : RoutingAnswer;

    /// <summary>There is no such place.</summary>
    /// <param name="Place">The place that was given.</param>
    /// <param name="Fault">What is wrong with it.</param>
    public sealed record UnknownPlace(Place Place, PlaceFault Fault) : RoutingAnswer;

    /// <summary>The procedure cannot be filed through this channel.</summary>
    /// <param name="Procedure">The procedure.</param>
    /// <param name="Channel">The channel.</param>
    /// <param name="Offered">The channels that it has.</param>
    public sealed record ChannelNotOffered(Procedure Procedure, FilingChannel Channel, IReadOnlyList<FilingChannel> Offered) : RoutingAnswer;

    /// <summary>The agency is competent and no live route names a system that serves it.</summary>
    /// <param name="Agency">The agency.</param>
    public sealed record NoSystem(Agency Agency) : RoutingAnswer;
}

/// <summary>An agency that could be meant.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Level">At which level.</param>
/// <param name="Systems">The systems that serve it: one as a rule.</param>
public sealed record Candidate(Agency Agency, AdministrativeLevel Level, IReadOnlyList<OneStopSystem> Systems);

/// <summary>A level of a procedure that leads to nobody.</summary>
/// <param name="Level">The level.</param>
/// <param name="Cause">Why.</param>
/// <param name="Details">More.</param>
public sealed record OpenLevel(AdministrativeLevel Level, RoutingCause Cause, string Details);

/// <summary>What a routing translated or let through.</summary>
[Flags]
public enum RoutingNotes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The province's code was one from before the mergers of 2025.</summary>
    OldProvinceCode = 1,

    /// <summary>The commune's code was one from before the mergers of 2025.</summary>
    OldCommuneCode = 2,

    /// <summary>The agency was named by another of its codes.</summary>
    OtherAgencyCode = 4,

    /// <summary>The channel is not published for the procedure; it was let through at a counter, or because none is published.</summary>
    ChannelNotPublished = 8,
}
