using DichVuCong.Contracts.Accounts;
using DichVuCong.Messaging;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Saga.Accounts;

/// <content>The unit's requests and what TTDLQG does with them (A10).</content>
public sealed partial class AccountSaga :
    IHandle<AccountData, RequestChange>,
    IHandle<AccountData, CheckRequest>,
    IHandle<AccountData, DecideRequest>
{
    /// <summary>A unit asked for other rights, a lock or an unlock. One request is open at a time.</summary>
    public Decision<AccountData> Handle(AccountData state, RequestChange message, Occasion occasion) => Decide(state, occasion, decision =>
    {
        if (state.Request?.Id == message.Request) return;
        if (ObstacleOf(state, message) is { } obstacle)
        {
            decision.Refuse<RequestChange>(message.Agency.Value, obstacle);
            decision.Publish(new AccountRequestAnswered(state.Account, message.Request, message.Agency, AccountRequestState.Refused, obstacle.ToString()));
            return;
        }

        var completeAt = WholeSeconds.Of(message.CompleteAt);
        var deadline = WholeSeconds.Of(occasion.Calendars.Due(decision.RequestTerms(completeAt)));
        decision.Keep<RequestChange>(message.Agency.Value, "", message.Document);
        decision.Data = state with
        {
            Request = new OpenRequest(
                message.Request, message.Kind, AccountRequestState.Received, message.Agency, message.Groups, message.UnitGroups, completeAt, deadline, IsOverdue: false),
        };
    });

    /// <summary>TTDLQG has looked at the request (A10.3a).</summary>
    public Decision<AccountData> Handle(AccountData state, CheckRequest message, Occasion occasion) => Decide(state, occasion, decision =>
    {
        if (!IsOpen(state, message.Request, AccountRequestState.Received)) decision.Refuse<CheckRequest>(message.By, AccountObstacle.NoSuchRequest);
        else if (Unnamed(message.By, message.Valid ? "valid" : message.Reason) is { } unnamed) decision.Refuse<CheckRequest>(message.By, unnamed);
        else
        {
            decision.Keep<CheckRequest>(message.By, message.Reason);
            if (!message.Valid) RefuseRequest(decision, message.Reason);
            else
            {
                decision.SetChecked(message.By);
                if (state.State == AccountState.Requested) decision.MoveTo(AccountState.Checked);
            }
        }
    });

    /// <summary>TTDLQG decides, by another person than the one who checked; what was asked for a living account is done at once.</summary>
    public Decision<AccountData> Handle(AccountData state, DecideRequest message, Occasion occasion) => Decide(state, occasion, decision =>
    {
        if (!IsOpen(state, message.Request, AccountRequestState.Checked)) decision.Refuse<DecideRequest>(message.By, AccountObstacle.NoSuchRequest);
        else if (Unnamed(message.By, message.Approved ? "approved" : message.Reason) is { } unnamed) decision.Refuse<DecideRequest>(message.By, unnamed);
        else if (message.Approved && FourEyes.IsSame(message.By, state.Request!.CheckedBy)) decision.Refuse<DecideRequest>(message.By, AccountObstacle.FourEyes);
        else
        {
            decision.Keep<DecideRequest>(message.By, message.Reason);
            if (!message.Approved) RefuseRequest(decision, message.Reason);
            else if (state.Request!.Kind == AccountRequestKind.Create)
            {
                decision.SetRequest(AccountRequestState.Approved);
                decision.MoveTo(AccountState.Approved);
            }
            else if (Carry(decision, state.Request) is { } obstacle) decision.Answer(AccountRequestState.Refused, obstacle.ToString());
            else decision.Answer(AccountRequestState.Done, message.Reason);
        }
    });

    private static bool IsOpen(AccountData state, string request, AccountRequestState at) => state.Request is { } open && open.Id == request && open.State == at;

    private static AccountObstacle? ObstacleOf(AccountData state, RequestChange message)
    {
        if (!AccountGraph.Exists(state.State) || message.Kind == AccountRequestKind.Create) return AccountObstacle.WrongState;
        if (state.Request is not null) return AccountObstacle.RequestOpen;
        if (state.PostIn(message.Agency) is null) return AccountObstacle.NoPost;
        return message.Kind == AccountRequestKind.ChangeRights ? LeastPrivilege.Find(state.Kind, message.Groups, message.UnitGroups) : null;
    }

    private static void RefuseRequest(AccountDeciding decision, string reason)
    {
        if (decision.CanMoveTo(AccountState.Refused)) decision.MoveTo(AccountState.Refused);
        decision.Answer(AccountRequestState.Refused, reason);
    }

    /// <summary>What stands in the way by now; a post may have ended, or the account may be gone, since the request was made.</summary>
    private static AccountObstacle? Carry(AccountDeciding decision, OpenRequest request)
    {
        switch (request.Kind)
        {
            case AccountRequestKind.ChangeRights:
                if (decision.Data.PostIn(request.Agency) is not { } post) return AccountObstacle.NoPost;
                decision.SetPost(request.Agency, request.Groups, post.Systems);
                return null;
            case AccountRequestKind.Lock:
                if (decision.Data.State == AccountState.Locked) return null;
                decision.MoveTo(AccountState.Locked, LockCause.Request);
                return null;
            default:
                return Unlock(decision);
        }
    }
}
