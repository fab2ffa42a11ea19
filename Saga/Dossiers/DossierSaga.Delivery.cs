using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;

namespace DichVuCong.Saga.Dossiers;

/// <content>Bringing the dossier to the one-stop system.</content>
public sealed partial class DossierSaga :
    IHandle<DossierData, DossierDelivered>,
    IHandle<DossierData, DeliveryRefused>,
    IHandle<DossierData, RedeliverDossier>,
    IHandle<DossierData, SupplementDossier>,
    IHandle<DossierData, ReportFileFault>
{
    /// <summary>The one-stop system has the dossier.</summary>
    public Decision<DossierData> Handle(DossierData state, DossierDelivered message, Occasion occasion)
    {
        var decision = new Deciding(state, rules, occasion);
        decision.Arrive(message.Revision);
        decision.Follow();
        return decision.Done();
    }

    /// <summary>
    /// The one-stop system will not take it: nothing is retried, somebody must act. What it has, it cannot refuse any more, and when a newer
    /// revision is on its way, that one's answer counts.
    /// </summary>
    public Decision<DossierData> Handle(DossierData state, DeliveryRefused message, Occasion occasion)
    {
        if (message.Revision <= state.DeliveredRevision || message.Revision < state.Revision) return Become(state);
        var decision = new Deciding(state, rules, occasion);
        decision.Publish(new DossierRefusedBySystem(state.Dossier, state.System ?? "", message.Reason));
        decision.BeRefused();
        decision.Follow();
        return decision.Done();
    }

    /// <summary>An operator wants it delivered again. What an agency received itself, it has, and nothing is delivered after the end.</summary>
    public Decision<DossierData> Handle(DossierData state, RedeliverDossier message, Occasion occasion)
    {
        if (state.System is null || state.Origin == DossierOrigin.Agency || StateGraph.IsFinal(state.Shown.State)) return Become(state);
        var decision = new Deciding(state, rules, occasion);
        decision.SetOut();
        decision.Follow();
        return decision.Done();
    }

    /// <summary>
    /// The applicant completed the dossier: the new revision goes to the agency, which says when it is complete. One that comes after the
    /// end is known, and goes to nobody unless an operator sends it.
    /// </summary>
    public Decision<DossierData> Handle(DossierData state, SupplementDossier message, Occasion occasion)
    {
        if (message.Revision <= state.Revision) return Become(state);
        var decision = new Deciding(state, rules, occasion);
        decision.Data = state with { Revision = message.Revision, FaultyFiles = null };
        if (state.FaultyFiles is not null) decision.Resolve(DossierFlag.FileFault);
        if (state.System is not null && !StateGraph.IsFinal(state.Shown.State)) decision.SetOut();
        decision.Follow();
        return decision.Done();
    }

    /// <summary>A file is missing or is not what its hash says: the applicant is asked for it again, once for each file of a revision.</summary>
    public Decision<DossierData> Handle(DossierData state, ReportFileFault message, Occasion occasion)
    {
        var known = state.FaultyFiles ?? [];
        var matters = message.Revision >= state.Revision && !StateGraph.IsFinal(state.Shown.State) && !known.Contains(message.FileNumber);
        if (!matters) return Become(state);
        var decision = new Deciding(state, rules, occasion);
        decision.Data = state with { FaultyFiles = [.. known, message.FileNumber] };
        decision.Flag(DossierFlag.FileFault, rowId: null, $"file {message.FileNumber} of revision {message.Revision}: {message.Fault}");
        decision.Publish(new FileSupplementNeeded(state.Dossier, message.FileNumber, message.Fault));
        decision.Notify($"file-{message.Revision}-{message.FileNumber}", DossierState.SupplementRequested, occasion.Now);
        return decision.Done();
    }
}
