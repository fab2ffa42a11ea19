using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;

namespace DichVuCong.Saga.Dossiers;

/// <content>Finding out what was lost when the database was restored.</content>
public sealed partial class DossierSaga :
    IHandle<DossierData, ReconcileDossier>,
    IHandle<DossierData, DossierStateTold>,
    IHandle<DossierData, DossierStateNotTold>
{
    /// <summary>The agency is asked where the dossier stands, unless nobody has it or nothing can happen to it any more.</summary>
    public Decision<DossierData> Handle(DossierData state, ReconcileDossier message, Occasion occasion)
    {
        var decision = new Deciding(state, rules, occasion);
        if (state.System is not { } system || StateGraph.IsFinal(state.Shown.State))
        {
            decision.Find(message.Restore, RestoreFinding.NothingToAsk, told: null);
        }
        else
        {
            decision.Send(new AskDossierState(state.Dossier, system, message.Restore));
        }

        return decision.Done();
    }

    /// <summary>
    /// The agency said where the dossier stands. Its state is taken over where ours can lead to it, by whatever steps: what it reported in
    /// between was acknowledged and lost, so it will not come again. A state that lies behind ours, or beside it, changes nothing.
    /// </summary>
    public Decision<DossierData> Handle(DossierData state, DossierStateTold message, Occasion occasion)
    {
        var decision = new Deciding(state, rules, occasion) { Row = message.Row };
        var known = state.Shown.State;
        var from = StateGraph.IsBeforeTheAgency(known) ? DossierState.Registered : known;
        if (message.Row is not { } told)
        {
            decision.Find(message.Restore, RestoreFinding.UnknownThere, told: null);
        }
        else if (known == told.State || IsKnown(state.Rows, StatusRow.Of(told).Id))
        {
            decision.Find(message.Restore, RestoreFinding.Same, told.State);
        }
        else if (state.Before == DossierState.Unrouted || !(told.State == from || StateGraph.Reaches(from, told.State)))
        {
            decision.Find(message.Restore, RestoreFinding.Contradicts, told.State);
        }
        else
        {
            decision.Find(message.Restore, RestoreFinding.Moved, told.State);
            decision.Arrive(revision: 1);
            decision.Hear();
            decision.Data = decision.Data with { Rows = HistoryFold.Insert(state.Rows, StatusRow.Of(told)) };
            decision.Follow();
            decision.Data = Remember(decision.Data);
            decision.Keep(message.System, told, flag: null);
        }

        return decision.Done();
    }

    /// <summary>The agency does not say where the dossier stands: operators see that it is not known.</summary>
    public Decision<DossierData> Handle(DossierData state, DossierStateNotTold message, Occasion occasion)
    {
        var decision = new Deciding(state, rules, occasion);
        decision.Find(message.Restore, RestoreFinding.NoAnswer, told: null);
        return decision.Done();
    }
}
