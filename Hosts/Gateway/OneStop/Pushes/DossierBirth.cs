using DichVuCong.Adapters.OneStop.Inbound;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Gateway.OneStop.Calls;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Gateway.OneStop.Pushes;

/// <summary>Registers a dossier that an agency received itself (A15.2): it gets the same journey as those of the portal.</summary>
internal sealed class DossierBirth(Sealer sealer, OneStopOptions options)
{
    /// <summary>The rows of its birth.</summary>
    /// <param name="call">The call.</param>
    /// <param name="dossier">The dossier.</param>
    /// <param name="agency">The agency that received it.</param>
    public IReadOnlyList<object> Records(SystemCall call, InboundDossier dossier, Agency agency)
    {
        var number = InboundContent.OwnerNumber(dossier.AsSent);
        return
        [
            new RegisterDossier(
                dossier.Dossier, dossier.Procedure, agency.Code, call.System.Code, DossierOrigin.Agency, dossier.Channel, Central: false,
                FlowOf(call, dossier), call.Account.Name, Submission: null, number is null ? null : sealer.HashIdentity(number.Reveal()),
                dossier.FiledAt ?? dossier.ReceivedAt, DossierState.Registered, Deadline: null),
            new StoreContent(InboundContent.Of(dossier, agency)),
        ];
    }

    /// <summary>The messages of its birth: it is known, and stands where the agency says.</summary>
    public IReadOnlyList<DoorMessage> Messages(SystemCall call, InboundDossier dossier, Agency agency)
    {
        var flow = FlowOf(call, dossier);
        return
        [
            new DoorMessage(
                new RegisterAgencyDossier(
                    dossier.Dossier, dossier.Procedure, agency.Code, call.System.Code, dossier.Channel, dossier.ReceivedAt, agency.Code.Value,
                    TermOf(call, dossier)),
                flow),
            new DoorMessage(new RecordAgencyStatus(dossier.Dossier, call.System.Code, dossier.Row), flow),
        ];
    }

    /// <summary>A system that brings in its backlog must not make its fresh dossiers wait.</summary>
    private int FlowOf(SystemCall call, InboundDossier dossier) =>
        Flow.Of(call.System.Number, call.Now - dossier.ReceivedAt > TimeSpan.FromDays(options.BacklogDays) ? Urgency.Bulk : Urgency.Normal);

    private static ProcessingTerm? TermOf(SystemCall call, InboundDossier dossier) =>
        call.Index.FindProcedure(dossier.Procedure) is { } procedure
            ? ProcessingTerms.TermFor(procedure, dossier.Channel, number: null, call.Index.Version).Term
            : null;
}
