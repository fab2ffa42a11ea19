using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;

namespace DichVuCong.Saga.Dossiers;

/// <summary>The names of a dossier's clocks.</summary>
public static class ClockNames
{
    /// <summary>The one-stop system should have the dossier by then; counts only time in service.</summary>
    public const string Undelivered = "undelivered";

    /// <summary>The agency should have accepted or refused it by then.</summary>
    public const string Acceptance = "acceptance";

    /// <summary>The deadline that is shown.</summary>
    public const string Deadline = "deadline";

    /// <summary>The agency should have said something by then.</summary>
    public const string Silence = "silence";

    /// <summary>A row from the future takes effect then.</summary>
    public const string Future = "future";
}

/// <content>What happens when time has passed.</content>
public sealed partial class DossierSaga :
    IHandle<DossierData, ClockFired>,
    IHandle<DossierData, ClockMoved>
{
    /// <summary>A clock came due.</summary>
    public Decision<DossierData> Handle(DossierData state, ClockFired message, Occasion occasion)
    {
        var decision = new Deciding(state, rules, occasion);
        switch (message.Clock)
        {
            case ClockNames.Undelivered when state.DeliveredAt is null:
                decision.Alarm(DossierAlarms.Undelivered, new DossierUndelivered(state.Dossier, state.System ?? "", state.FiledAt), DailyFigure.Undelivered);
                break;
            case ClockNames.Acceptance:
                decision.Alarm(DossierAlarms.NotAccepted, new DossierNotAccepted(state.Dossier, state.Agency, state.FiledAt), figure: null);
                break;
            case ClockNames.Deadline:
                decision.Alarm(DossierAlarms.Overdue, new DossierOverdue(state.Dossier, message.Due), DailyFigure.BecameOverdue);
                break;
            case ClockNames.Silence:
                decision.Silence();
                break;
            case ClockNames.Future:
                decision.Follow();
                break;
            default:
                break;
        }

        return decision.Done();
    }

    /// <summary>A new calendar moved the deadline: what is shown follows.</summary>
    public Decision<DossierData> Handle(DossierData state, ClockMoved message, Occasion occasion)
    {
        var decision = new Deciding(state, rules, occasion) { DeadlineCause = DeadlineCause.Calendar };
        if (message.Clock == ClockNames.Deadline) decision.Follow();
        return decision.Done();
    }
}
