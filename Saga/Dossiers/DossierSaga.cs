using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Messaging;
using DichVuCong.Saga.Notifications;

namespace DichVuCong.Saga.Dossiers;

/// <summary>
/// A dossier's journey from the portal, or a counter, to the competent agency and back (A14-A17). It decides what is delivered, what the
/// current state is, which clocks run, and what the applicant, the portal and the operators are told.
/// </summary>
public sealed partial class DossierSaga(DossierRules rules) :
    Saga<DossierData>,
    IStartedBy<DossierData, SubmitDossier>,
    IStartedBy<DossierData, RegisterAgencyDossier>,
    IHandle<DossierData, AssignAgency>
{
    /// <summary>A filed dossier sets out: to its agency, or to the coordination desk.</summary>
    public Decision<DossierData> Handle(DossierData? state, SubmitDossier message, Occasion occasion)
    {
        // The door gives a code once, so a second filing of it can only be this message delivered again.
        if (state is not null) return Become(state);
        var deadline = WholeSeconds.Of(message.Deadline);
        var data = new DossierData
        {
            Dossier = message.Dossier,
            Agency = message.Agency,
            System = message.System,
            Origin = message.Origin,
            Central = message.Central,
            Notify = message.Notify,
            FiledAt = WholeSeconds.Of(message.FiledAt),
            Calendar = message.Calendar,
            Term = message.Term,
            Post = message.Post ?? PostServices.None,
            ProvisionalDeadline = deadline,
            Before = message.Agency is null ? DossierState.Unrouted : DossierState.Filed,
            Shown = new Shown
            {
                State = message.Agency is null ? DossierState.Unrouted : DossierState.Filed,
                Since = WholeSeconds.Of(message.FiledAt),
                Deadline = deadline,
            },
        };
        var decision = new Deciding(data, rules, occasion) { IsNew = true };
        decision.IssueReceipt(message.FiledAt, provisional: true);
        decision.Notify(NoticeTable.Receipt, data.Shown.State, message.FiledAt);
        if (message.Agency is not null)
        {
            decision.Count(DailyFigure.Filed, message.FiledAt);
            decision.SetOut();
            decision.WatchAcceptance(message.FiledAt);
            decision.AskPost();
        }
        else
        {
            decision.Publish(new CoordinationNeeded(message.Dossier, message.Procedure, message.FiledAt));
        }

        return decision.Done();
    }

    /// <summary>A dossier that an agency received itself is known from now on; its rows follow.</summary>
    public Decision<DossierData> Handle(DossierData? state, RegisterAgencyDossier message, Occasion occasion)
    {
        if (state is not null) return Become(state);
        var received = StatusRow.InstantOf(StatusRow.SecondsOf(message.ReceivedAt));
        var data = new DossierData
        {
            Dossier = message.Dossier,
            Agency = message.Agency,
            System = message.System,
            Origin = DossierOrigin.Agency,
            FiledAt = received,
            Calendar = message.Calendar,
            Term = message.Term,
            Before = DossierState.Registered,
            DeliveredAt = received,
            DeliveredRevision = 1,
            Shown = new Shown { State = DossierState.Registered, Since = received },
        };
        var decision = new Deciding(data, rules, occasion);
        decision.Count(DailyFigure.ReceivedAtCounter, message.ReceivedAt);
        return decision.Done();
    }

    /// <summary>
    /// The coordination desk named the competent agency: the dossier sets out, and a receipt that names it replaces the first. The agency's
    /// time to accept it begins now.
    /// </summary>
    public Decision<DossierData> Handle(DossierData state, AssignAgency message, Occasion occasion)
    {
        if (state.Before != DossierState.Unrouted) return Become(state);
        var deadline = WholeSeconds.Of(message.Deadline);
        var decision = new Deciding(state, rules, occasion);
        decision.Data = state with
        {
            Agency = message.Agency,
            System = message.System,
            Central = message.Central,
            Calendar = message.Calendar,
            Term = message.Term,
            ProvisionalDeadline = deadline,
            Shown = state.Shown with { Deadline = deadline },
        };
        decision.Place(DossierState.Filed);
        decision.Count(DailyFigure.Filed, state.FiledAt);
        decision.IssueReceipt(state.FiledAt, provisional: true);
        decision.Notify(NoticeTable.Receipt, DossierState.Filed, state.FiledAt);
        decision.SetOut();
        decision.WatchAcceptance(occasion.Now);
        decision.AskPost();
        decision.Follow();
        return decision.Done();
    }
}
