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
        var first = state.DeliveredAt is null;
        var decision = new Deciding(
            state with
            {
                DeliveredRevision = Math.Max(state.DeliveredRevision, message.Revision),
                DeliveredAt = state.DeliveredAt ?? occasion.Now,
                Before = DossierState.Registered,
            },
            rules,
            occasion);
        decision.CancelClock(ClockNames.Undelivered);
        if (first && state.Agency is { } agency) decision.Count(agency, DailyFigure.Delivered, occasion.Now);
        decision.Follow();
        return decision.Done();
    }

    /// <summary>The one-stop system will not take it: nothing is retried, somebody must act.</summary>
    public Decision<DossierData> Handle(DossierData state, DeliveryRefused message, Occasion occasion)
    {
        var decision = new Deciding(
            state.Before == DossierState.Filed ? state with { Before = DossierState.RefusedBySystem } : state, rules, occasion);
        decision.Publish(new DossierRefusedBySystem(state.Dossier, state.System ?? "", message.Reason));
        decision.CancelClock(ClockNames.Undelivered);
        decision.Follow();
        return decision.Done();
    }

    /// <summary>An operator wants it delivered again.</summary>
    public Decision<DossierData> Handle(DossierData state, RedeliverDossier message, Occasion occasion)
    {
        if (state.System is null || StateGraph.IsFinal(state.Shown.State)) return Become(state);
        var decision = new Deciding(
            state.Before == DossierState.RefusedBySystem ? state with { Before = DossierState.Filed } : state, rules, occasion);
        decision.SetOut();
        decision.Follow();
        return decision.Done();
    }

    /// <summary>The applicant completed the dossier: the new revision goes to the agency, which says when it is complete.</summary>
    public Decision<DossierData> Handle(DossierData state, SupplementDossier message, Occasion occasion)
    {
        if (message.Revision <= state.Revision) return Become(state);
        var decision = new Deciding(state with { Revision = message.Revision }, rules, occasion);
        if (state.System is not null) decision.Deliver();
        return decision.Done();
    }

    /// <summary>A file is missing or is not what its hash says: the applicant is asked for it again.</summary>
    public Decision<DossierData> Handle(DossierData state, ReportFileFault message, Occasion occasion)
    {
        var detail = $"file {message.FileNumber} of revision {message.Revision}: {message.Fault}";
        var decision = new Deciding(state, rules, occasion);
        if (message.Revision < state.Revision || StateGraph.IsFinal(state.Shown.State)) return decision.Done();
        decision.Flag(DossierFlag.FileFault, rowId: null, detail);
        decision.Publish(new FileSupplementNeeded(state.Dossier, message.FileNumber, message.Fault));
        decision.Notify($"file-{message.Revision}-{message.FileNumber}", DossierState.SupplementRequested, occasion.Now);
        return decision.Done();
    }
}
