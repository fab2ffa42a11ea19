using DichVuCong.Contracts.Accounts;
using DichVuCong.Messaging;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Saga.Accounts;

/// <summary>
/// One person's account (A9.2): from the unit's request, or its central creation, over hand-over and commitment to access, and to its end. One
/// person has one account; posts in several agencies are posts of it.
/// </summary>
public sealed partial class AccountSaga(AccountRules rules) : Saga<AccountData>,
    IStartedBy<AccountData, RequestAccount>,
    IStartedBy<AccountData, CreateAccount>
{
    /// <summary>A unit asked for an account. What breaks the rule of least privilege is refused with it.</summary>
    public Decision<AccountData> Handle(AccountData? state, RequestAccount message, Occasion occasion)
    {
        if (state?.Request?.Id == message.Request) return Become(state);
        if (state is not null) return Decide(state, occasion, decision => decision.Refuse<RequestAccount>(message.Agency.Value, AccountObstacle.WrongState));
        var now = WholeSeconds.Of(occasion.Now);
        var decision = new AccountDeciding(
            new AccountData { Account = message.Account, Kind = message.Kind, State = AccountState.Requested, Since = now, IdleFrom = now }, rules, occasion)
        { IsNew = true };
        var completeAt = WholeSeconds.Of(message.CompleteAt);
        var deadline = WholeSeconds.Of(occasion.Calendars.Due(decision.RequestTerms(completeAt)));
        decision.SetPost(message.Agency, message.Groups, message.Systems);
        decision.Data = decision.Data with
        {
            Request = new OpenRequest(
                message.Request, AccountRequestKind.Create, AccountRequestState.Received, message.Agency, message.Groups, message.UnitGroups, completeAt, deadline, IsOverdue: false),
        };
        decision.Keep<RequestAccount>(message.Agency.Value, "", message.Document);
        if (ObstacleOf(message) is { } obstacle)
        {
            decision.MoveTo(AccountState.Refused);
            decision.Refuse<RequestAccount>(message.Agency.Value, obstacle);
            decision.Answer(AccountRequestState.Refused, obstacle.ToString());
        }

        return decision.Done();
    }

    /// <summary>The account is made: centrally, or because its request was approved.</summary>
    public Decision<AccountData> Handle(AccountData? state, CreateAccount message, Occasion occasion)
    {
        if (state is not null)
        {
            return Decide(state, occasion, decision =>
            {
                if (state.State != AccountState.Approved)
                {
                    decision.Refuse<CreateAccount>(message.By, AccountObstacle.WrongState);
                    return;
                }

                decision.Keep<CreateAccount>(message.By, message.Reason);
                decision.MoveTo(AccountState.Created);
            });
        }

        var now = WholeSeconds.Of(occasion.Now);
        var obstacle = Unnamed(message.By, message.Reason) ?? LeastPrivilege.Find(message.Kind, message.Groups, message.UnitGroups);
        var made = new AccountDeciding(
            new AccountData
            {
                Account = message.Account,
                Kind = message.Kind,
                State = obstacle is null ? AccountState.Created : AccountState.Refused,
                Since = now,
                IdleFrom = now,
            },
            rules,
            occasion)
        { IsNew = true };
        if (obstacle is { } rule) made.Refuse<CreateAccount>(message.By, rule);
        else made.SetPost(message.Agency, message.Groups, message.Systems);
        made.Keep<CreateAccount>(message.By, message.Reason);
        return made.Done();
    }

    private static AccountObstacle? ObstacleOf(RequestAccount message) => message.Kind == AccountKind.Officer
        ? AccountObstacle.OfficersAreNotRequested
        : LeastPrivilege.Find(message.Kind, message.Groups, message.UnitGroups);

    private static AccountObstacle? Unnamed(string by, string reason) =>
        FourEyes.IsNamed(by) && !string.IsNullOrWhiteSpace(reason) ? null : AccountObstacle.NoReason;

    private Decision<AccountData> Decide(AccountData state, Occasion occasion, Action<AccountDeciding> decide)
    {
        var decision = new AccountDeciding(state, rules, occasion);
        decide(decision);
        return decision.Done();
    }
}
