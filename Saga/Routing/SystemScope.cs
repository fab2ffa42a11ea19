using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Saga.Routing;

/// <summary>
/// What a one-stop system may touch (decisions, Who is who): the dossiers of the agencies and procedures that it serves on the day, and those
/// it served on the day they were received, so that old dossiers can be finished. A connection account belongs to a system.
/// </summary>
public sealed class SystemScope(CatalogueIndex catalogue, string system, DateOnly today)
{
    /// <summary>
    /// Whether <c>madonvi</c> of a message may speak for the system: an agency that it serves, or one that was closed and whose old dossiers
    /// it finishes.
    /// </summary>
    public ScopeAnswer Speaker(AgencyCode agency)
    {
        if (catalogue.Agencies.Find(agency, today) is not { } known) return new ScopeAnswer.UnknownAgency(agency);
        var speaks = known.Validity.IsOver(today) ? FinishesFor(known, null) : Serves(known, null, today) || ServesSomethingOf(known);
        return speaks ? new ScopeAnswer.Allowed(known) : new ScopeAnswer.NotItsAgency(known);
    }

    /// <summary>Whether the system may register or update a dossier.</summary>
    /// <param name="agency">The dossier's agency, by any of its codes.</param>
    /// <param name="procedure">The dossier's procedure, with or without an agency's suffix; it need not be in the catalogue.</param>
    /// <param name="receivedOn">The day in Asia/Ho_Chi_Minh on which the agency received the dossier; today for a new one.</param>
    public ScopeAnswer Dossier(AgencyCode agency, ProcedureCode procedure, DateOnly receivedOn)
    {
        if (catalogue.Agencies.Find(agency, today) is not { } known) return new ScopeAnswer.UnknownAgency(agency);
        if (known.Validity.IsOver(receivedOn)) return new ScopeAnswer.ClosedAgency(known, catalogue.Agencies.SuccessorOf(known, today));
        if (Serves(known, procedure.National, receivedOn) || Serves(known, procedure.National, today)) return new ScopeAnswer.Allowed(known);
        if (known.Validity.IsOver(today) && FinishesFor(known, procedure.National)) return new ScopeAnswer.Allowed(known);
        return Speaker(agency) is ScopeAnswer.Allowed ? new ScopeAnswer.NotItsProcedure(known, procedure) : new ScopeAnswer.NotItsAgency(known);
    }

    private bool Serves(Agency agency, ProcedureCode? procedure, DateOnly date)
    {
        foreach (var (serving, _) in catalogue.Systems.Serving(procedure, agency, date))
        {
            if (serving.Code == system) return true;
        }

        return false;
    }

    /// <summary>Systems that serve an agency only for some procedures, as ministries do for communes, are named by those procedures.</summary>
    private bool ServesSomethingOf(Agency agency) => catalogue.Systems.NamedProcedures.Any(procedure => Serves(agency, procedure, today));

    /// <summary>A closed agency's dossiers are finished by the system that served it last, or by that of its successor.</summary>
    private bool FinishesFor(Agency closed, ProcedureCode? procedure) =>
        (closed.Validity.To is { } lastDay && Serves(closed, procedure, lastDay))
        || (catalogue.Agencies.SuccessorOf(closed, today) is { } successor && Serves(successor, procedure, today));
}

/// <summary>Whether a system may do something: <see cref="Allowed"/>, or one of the refusals below it.</summary>
public abstract record ScopeAnswer
{
    private ScopeAnswer()
    {
    }

    /// <summary>It may.</summary>
    /// <param name="Agency">The agency under its own code.</param>
    public sealed record Allowed(Agency Agency) : ScopeAnswer;

    /// <summary>The code is of no agency.</summary>
    /// <param name="Code">The code.</param>
    public sealed record UnknownAgency(AgencyCode Code) : ScopeAnswer;

    /// <summary>The agency was closed when the dossier was received: it gets no new one.</summary>
    /// <param name="Agency">The closed agency.</param>
    /// <param name="Successor">Who took over; null when it is not known.</param>
    public sealed record ClosedAgency(Agency Agency, Agency? Successor) : ScopeAnswer;

    /// <summary>The system does not serve the agency.</summary>
    /// <param name="Agency">The agency.</param>
    public sealed record NotItsAgency(Agency Agency) : ScopeAnswer;

    /// <summary>The system serves the agency, but not for this procedure.</summary>
    /// <param name="Agency">The agency.</param>
    /// <param name="Procedure">The procedure.</param>
    public sealed record NotItsProcedure(Agency Agency, ProcedureCode Procedure) : ScopeAnswer;
}
