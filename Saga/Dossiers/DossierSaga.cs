using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;

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
        var data = new DossierData
        {
            Dossier = message.Dossier,
            Procedure = message.Procedure,
            Agency = message.Agency,
            System = message.System,
            Origin = message.Origin,
            Central = message.Central,
            Notify = message.Notify,
            FiledAt = message.FiledAt,
            Calendar = message.Calendar,
            Term = message.Term,
            ProvisionalDeadline = message.Deadline,
            Before = message.Agency is null ? DossierState.Unrouted : DossierState.Filed,
            Shown = new Shown
            {
                State = message.Agency is null ? DossierState.Unrouted : DossierState.Filed,
                Since = message.FiledAt,
                Receipt = 1,
                Deadline = message.Deadline,
            },
        };
        var decision = new Deciding(data, rules, occasion);
        decision.Receipt(version: 1, message.FiledAt, message.Deadline, provisional: true);
        decision.NotifyReceipt();
        if (message.Agency is { } agency)
        {
            decision.Count(agency, DailyFigure.Filed, message.FiledAt);
            decision.SetOut();
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
        var data = new DossierData
        {
            Dossier = message.Dossier,
            Procedure = message.Procedure,
            Agency = message.Agency,
            System = message.System,
            Origin = DossierOrigin.Agency,
            FiledAt = message.ReceivedAt,
            Calendar = message.Calendar,
            Term = message.Term,
            Before = DossierState.Registered,
            DeliveredAt = message.ReceivedAt,
            DeliveredRevision = 1,
            ReceivedAt = new Dated(message.ReceivedAt, message.ReceivedAt),
            Shown = new Shown { State = DossierState.Registered, Since = message.ReceivedAt },
        };
        var decision = new Deciding(data, rules, occasion);
        decision.Count(message.Agency, DailyFigure.ReceivedAtCounter, message.ReceivedAt);
        return decision.Done();
    }

    /// <summary>The coordination desk named the competent agency.</summary>
    public Decision<DossierData> Handle(DossierData state, AssignAgency message, Occasion occasion)
    {
        if (state.Before != DossierState.Unrouted) return Become(state);
        var decision = new Deciding(
            state with
            {
                Agency = message.Agency,
                System = message.System,
                Central = message.Central,
                Calendar = message.Calendar,
                Term = message.Term,
                ProvisionalDeadline = message.Deadline,
                Before = DossierState.Filed,
            },
            rules,
            occasion);
        decision.Count(message.Agency, DailyFigure.Filed, state.FiledAt);
        decision.Receipt(version: 1, state.FiledAt, message.Deadline, provisional: true);
        decision.SetOut();
        decision.Follow();
        return decision.Done();
    }
}
