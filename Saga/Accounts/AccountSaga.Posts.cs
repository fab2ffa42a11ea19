using DichVuCong.Contracts.Accounts;
using DichVuCong.Messaging;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Saga.Accounts;

/// <content>Groups, posts and the profile; what the systems said of them; activity and clocks.</content>
public sealed partial class AccountSaga :
    IHandle<AccountData, SetGroups>,
    IHandle<AccountData, MoveAccount>,
    IHandle<AccountData, ChangeProfile>,
    IHandle<AccountData, RecordActivity>,
    IHandle<AccountData, AccountPushed>,
    IHandle<AccountData, AccountPushRefused>,
    IHandle<AccountData, ClockFired>,
    IHandle<AccountData, ClockMoved>
{
    private const string InactivityRule = "A11.1d";

    /// <summary>Sets the groups in an agency. Who has no post anywhere any more is locked.</summary>
    public Decision<AccountData> Handle(AccountData state, SetGroups message, Occasion occasion) => Decide(state, occasion, decision =>
    {
        var obstacle = Unnamed(message.By, message.Reason) ?? Missing(state);
        if (message.Groups.IsEmpty) obstacle ??= state.PostIn(message.Agency) is null ? AccountObstacle.NoPost : null;
        else obstacle ??= LeastPrivilege.Find(state.Kind, message.Groups, message.UnitGroups);
        if (obstacle is { } rule)
        {
            decision.Refuse<SetGroups>(message.By, rule);
            return;
        }

        decision.Keep<SetGroups>(message.By, message.Reason);
        decision.SetPost(message.Agency, message.Groups, message.Systems);
        decision.LockWhenLeft();
    });

    /// <summary>Movement between agencies: nothing of the old post goes along.</summary>
    public Decision<AccountData> Handle(AccountData state, MoveAccount message, Occasion occasion) => Decide(state, occasion, decision =>
    {
        var obstacle = Unnamed(message.By, message.Reason) ?? Missing(state) ?? (state.PostIn(message.From) is null ? AccountObstacle.NoPost : (AccountObstacle?)null)
            ?? LeastPrivilege.Find(state.Kind, message.Groups, message.UnitGroups);
        if (obstacle is { } rule)
        {
            decision.Refuse<MoveAccount>(message.By, rule);
            return;
        }

        decision.Keep<MoveAccount>(message.By, message.Reason);
        decision.SetPost(message.From, GroupSet.None, []);
        decision.SetPost(message.To, message.Groups, message.Systems);
    });

    /// <summary>A new revision of the profile; an older one, or the same again, changes nothing.</summary>
    public Decision<AccountData> Handle(AccountData state, ChangeProfile message, Occasion occasion) => Decide(state, occasion, decision =>
    {
        if (Missing(state) is { } obstacle) decision.Refuse<ChangeProfile>(message.By, obstacle);
        else if (message.Revision > state.Profile)
        {
            decision.Keep<ChangeProfile>(message.By, "");
            decision.Data = state with { Profile = message.Revision };
        }
    });

    /// <summary>Only the latest activity counts; one that has yet to come counts as now. It takes back an announced lock.</summary>
    public Decision<AccountData> Handle(AccountData state, RecordActivity message, Occasion occasion) => Decide(state, occasion, decision =>
    {
        var at = WholeSeconds.Of(message.At) is var told && told > decision.Now ? decision.Now : told;
        if (at <= state.ActiveAt) return;
        decision.Data = state with { ActiveAt = at };
        if (at > state.IdleFrom) decision.Data = decision.Data with { IdleFrom = at, LockAt = null };
    });

    /// <summary>A system has a version. Of an earlier one than the last sent it says nothing about that.</summary>
    public Decision<AccountData> Handle(AccountData state, AccountPushed message, Occasion occasion) => Decide(state, occasion, decision =>
    {
        decision.Send(new UpdatePushRow(state.Account, message.System, message.Version, PushState.Confirmed, Reason: null, decision.Now));
        if (IsLatest(state, message.System, message.Version)) decision.SetStanding(new SystemStanding(message.System, message.Version, PushState.Confirmed));
    });

    /// <summary>A system refused a version: somebody has to look.</summary>
    public Decision<AccountData> Handle(AccountData state, AccountPushRefused message, Occasion occasion) => Decide(state, occasion, decision =>
    {
        decision.Send(new UpdatePushRow(state.Account, message.System, message.Version, PushState.Refused, message.Reason, decision.Now));
        if (!IsLatest(state, message.System, message.Version)) return;
        decision.SetStanding(new SystemStanding(message.System, message.Version, PushState.Refused));
        decision.Publish(new AccountRefusedBySystem(state.Account, message.System, message.Version, message.Reason));
    });

    /// <summary>A clock came due. A clock that does not run any more says nothing.</summary>
    public Decision<AccountData> Handle(AccountData state, ClockFired message, Occasion occasion)
    {
        var decision = new AccountDeciding(state, rules, occasion) { Fired = message.Clock };
        switch (message.Clock)
        {
            case AccountClocks.Request when state.Request is { IsOverdue: false } request:
                decision.Data = state with { Request = request with { IsOverdue = true } };
                decision.Publish(new AccountRequestOverdue(state.Account, request.Id, request.Agency, message.Due));
                break;
            case AccountClocks.Report when state.ReportFrom is not null && !state.IsReportOverdue:
                decision.Data = state with { IsReportOverdue = true };
                decision.Publish(new SuspensionReportOverdue(state.Account, state.Agencies, message.Due));
                break;
            case AccountClocks.Inactivity when state.State == AccountState.Active && state.LockAt is null:
                AnnounceLock(decision);
                break;
            case AccountClocks.Inactivity when state.State == AccountState.Active:
                decision.Keep(AccountClocks.Inactivity, InactivityRule, "");
                decision.MoveTo(AccountState.Locked, LockCause.Inactivity);
                decision.Data = decision.Data with { LockAt = null };
                break;
            default:
                break;
        }

        return decision.Done();
    }

    /// <summary>A new calendar moved a clock: the deadline shown follows.</summary>
    public Decision<AccountData> Handle(AccountData state, ClockMoved message, Occasion occasion) => Decide(state, occasion, decision =>
    {
        if (message.Clock == AccountClocks.Request && state.Request is { } request)
            decision.Data = state with { Request = request with { Deadline = WholeSeconds.Of(message.Due) } };
    });

    private static AccountObstacle? Missing(AccountData state) => AccountGraph.Exists(state.State) ? null : AccountObstacle.WrongState;

    private static bool IsLatest(AccountData state, string system, int version) =>
        state.Systems.Any(standing => standing.System == system && standing.Version == version && standing.State == PushState.Sent);

    // Whoever was not told in time, since nothing ran for a while, still has the whole notice.
    private void AnnounceLock(AccountDeciding decision)
    {
        var (lockAt, earliest) = (WholeSeconds.Of(decision.LockAtOf(decision.Data)), decision.Now.AddDays(rules.NoticeDays));
        decision.Data = decision.Data with { LockAt = lockAt < earliest ? earliest : lockAt };
        decision.Publish(new AccountLockAnnounced(decision.Data.Account, decision.Data.Agencies, decision.Data.LockAt.Value));
    }
}
