using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;

namespace DichVuCong.Saga.Dossiers;

/// <content>What happens when time has passed.</content>
public sealed partial class DossierSaga :
    IHandle<DossierData, ClockFired>,
    IHandle<DossierData, ClockMoved>
{
    /// <summary>A clock came due. A clock that does not run any more says nothing.</summary>
    public Decision<DossierData> Handle(DossierData state, ClockFired message, Occasion occasion)
    {
        var decision = new Deciding(state, rules, occasion);
        if (!decision.Fired(message.Clock)) return Become(state);
        switch (message.Clock)
        {
            case ClockNames.Undelivered:
                decision.Count(DailyFigure.Undelivered, message.Due);
                decision.Alarm(DossierAlarms.Undelivered, new DossierUndelivered(state.Dossier, state.System ?? "", state.FiledAt));
                break;
            case ClockNames.Acceptance:
                decision.Alarm(DossierAlarms.NotAccepted, new DossierNotAccepted(state.Dossier, state.Agency, state.FiledAt));
                break;
            case ClockNames.Deadline:
                decision.BecomeOverdue(message.Due);
                break;
            case ClockNames.Silence:
                decision.LookForSilence();
                break;
            default:
                decision.Follow();
                break;
        }

        return decision.Done();
    }

    /// <summary>A new calendar moved the deadline: what is shown follows.</summary>
    public Decision<DossierData> Handle(DossierData state, ClockMoved message, Occasion occasion)
    {
        var decision = new Deciding(state, rules, occasion);
        if (message.Clock == ClockNames.Deadline) decision.Follow();
        return decision.Done();
    }
}
