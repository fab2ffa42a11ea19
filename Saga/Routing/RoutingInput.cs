using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Saga.Routing;

/// <summary>A question in the catalogue's own terms: the procedure, the place that decides, and the agency, all of them known.</summary>
internal sealed record RoutingInput(RoutingQuestion Question, Procedure Procedure, Place? Place, Agency? Agency, RoutingNotes Notes)
{
    /// <summary>The question in the catalogue's terms, or the answer that refuses it.</summary>
    public static (RoutingInput? Input, RoutingAnswer? Refusal) Read(CatalogueIndex catalogue, RoutingQuestion question)
    {
        if (catalogue.FindProcedure(question.Procedure) is not { } procedure) return (null, new RoutingAnswer.UnknownProcedure(question.Procedure));
        if (RefuseWayOfFiling(procedure, question) is { } refusal) return (null, refusal);

        var notes = procedure.Offers(question.Channel) ? RoutingNotes.None : RoutingNotes.ChannelNotPublished;
        if (!TryReadPlace(catalogue, question.Place, ref notes, out var place, out refusal)
            || !TryReadPlace(catalogue, question.SubjectPlace, ref notes, out var subjectPlace, out refusal)
            || !TryReadAgency(catalogue, question.Agency, RoutingCause.UnknownAgency, question.Date, ref notes, out var agency, out refusal)
            || !TryReadAgency(catalogue, question.ReceivingUnit, RoutingCause.UnknownReceivingUnit, question.Date, ref notes, out var receiver, out refusal))
        {
            return (null, refusal);
        }

        var deciding = Finer(subjectPlace ?? place ?? agency?.Serves ?? receiver?.Serves, agency?.Serves);
        return (new RoutingInput(question, procedure, deciding, agency, notes), null);
    }

    private static RoutingAnswer? RefuseWayOfFiling(Procedure procedure, RoutingQuestion question)
    {
        if (!IsAccepted(procedure, question))
        {
            return new RoutingAnswer.ChannelNotOffered(procedure, question.Channel, [.. procedure.Channels.Select(row => row.Channel).Distinct()]);
        }

        if (question.Case is { } number && !procedure.Channels.Any(row => row.Channel == question.Channel && row.Case == number))
        {
            return new RoutingAnswer.Nobody(
                RoutingCause.UnknownCase, $"{procedure.Code} has no case {number} of {EnumWord<FilingChannel>.Of(question.Channel)}.");
        }

        if (question.Level is { } level && !procedure.Levels.Contains(level))
        {
            var levels = string.Join(", ", procedure.Levels.Select(EnumWord<AdministrativeLevel>.Of));
            return new RoutingAnswer.Nobody(
                RoutingCause.LevelNotPerformed, $"{procedure.Code} is performed at {levels}, not at {EnumWord<AdministrativeLevel>.Of(level)}.");
        }

        return null;
    }

    /// <summary>
    /// Online only what is published online. Otherwise what is published; all of it when nothing is; and whoever stands at a counter.
    /// </summary>
    private static bool IsAccepted(Procedure procedure, RoutingQuestion question) =>
        procedure.Offers(question.Channel)
        || (question.Channel != FilingChannel.Online && procedure.Channels.Count == 0)
        || (question.Channel == FilingChannel.Direct && question.AtCounter);

    private static bool TryReadPlace(CatalogueIndex catalogue, Place? given, ref RoutingNotes notes, out Place? place, out RoutingAnswer? refusal)
    {
        (place, refusal) = (null, null);
        if (given is null) return true;
        var lookup = catalogue.Places.Find(given);
        notes |= lookup.Notes;
        place = lookup.Place;
        if (lookup.Fault is { } fault) refusal = new RoutingAnswer.UnknownPlace(given, fault);
        return refusal is null;
    }

    private static bool TryReadAgency(
        CatalogueIndex catalogue, AgencyCode? given, RoutingCause ifUnknown, DateOnly date, ref RoutingNotes notes, out Agency? agency,
        out RoutingAnswer? refusal)
    {
        (agency, refusal) = (null, null);
        if (given is not { } code) return true;
        agency = catalogue.Agencies.Find(code, date);
        if (agency is null) refusal = new RoutingAnswer.Nobody(ifUnknown, $"{code} is the code of no agency.");
        else if (agency.Validity.IsOver(date)) refusal = new RoutingAnswer.Closed(agency, catalogue.Agencies.SuccessorOf(agency, date));
        else if (agency.Code != code) notes |= RoutingNotes.OtherAgencyCode;
        return refusal is null;
    }

    /// <summary>A province alone becomes the commune of it that the chosen agency serves.</summary>
    private static Place? Finer(Place? place, Place? ofAgency) =>
        place is { Commune: null } && ofAgency?.Province == place.Province ? ofAgency : place;
}
