using System.Text.Json.Serialization.Metadata;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Accounts.Scopes;
using DichVuCong.Messaging;
using DichVuCong.Saga.Accounts;

namespace DichVuCong.Saga;

/// <summary>The endpoints of the account capability.</summary>
public static class AccountEndpoints
{
    /// <summary>The account saga; its key is the account's identity.</summary>
    public const string Accounts = "accounts";

    /// <summary>The review saga; its key is the agency's code.</summary>
    public const string Reviews = "account-reviews";

    /// <summary>The recorder of the registry of accounts, requests, pushes and reviews.</summary>
    public const string Registry = "account-registry";

    /// <summary>The recorder of the events that agencies and operators follow.</summary>
    public const string Feed = "account-feed";

    /// <summary>Changes of accounts, recognised at the door by the caller's change id.</summary>
    public const string Changes = "account-changes";

    /// <summary>Requests of units, recognised at the door by the unit, its document and the person.</summary>
    public const string Requests = "account-requests";

    /// <summary>Proposals of one-stop systems, recognised at the door by their own change id (A12.5).</summary>
    public const string Proposals = "account-proposals";

    /// <summary>Decisions on proposals, one for each.</summary>
    public const string ProposalDecisions = "account-proposal-decisions";
}

/// <summary>
/// The account capability: its messages, sagas, recorders and subscriptions. The partner that tells one-stop systems is the host's to add,
/// since sagas and adapters do not know each other.
/// </summary>
public static class AccountTopology
{
    /// <summary>Adds the capability to a topology.</summary>
    public static Topology AddAccounts(this Topology topology, AccountRules rules)
    {
        AddMessages(topology);
        var (accounts, reviews) = (new AccountSaga(rules), new ReviewSaga(rules));
        return topology
            .Saga(
                new SagaDefinition<AccountData>(AccountEndpoints.Accounts, () => AccountDataJson.Default.AccountData)
                    .StartedBy<RequestAccount>(accounts)
                    .StartedBy<CreateAccount>(accounts)
                    .Handles<RequestChange>(accounts, Absent.RefuseAtTheDoor)
                    .Handles<CheckRequest>(accounts, Absent.RefuseAtTheDoor)
                    .Handles<DecideRequest>(accounts, Absent.RefuseAtTheDoor)
                    .Handles<HandOverAccount>(accounts, Absent.RefuseAtTheDoor)
                    .Handles<KeepCommitment>(accounts, Absent.RefuseAtTheDoor)
                    // The door has the account's row before the saga has its state.
                    .Handles<SetGroups>(accounts, Absent.Wait)
                    .Handles<MoveAccount>(accounts, Absent.Wait)
                    .Handles<ChangeProfile>(accounts, Absent.Wait)
                    .Handles<LockAccount>(accounts, Absent.Wait)
                    .Handles<UnlockAccount>(accounts, Absent.Wait)
                    .Handles<SuspendAccount>(accounts, Absent.Wait)
                    .Handles<WithdrawAccount>(accounts, Absent.Wait)
                    .Handles<ReportSuspension>(accounts, Absent.RefuseAtTheDoor)
                    .Handles<RecordActivity>(accounts)
                    .Handles<AccountPushed>(accounts)
                    .Handles<AccountPushRefused>(accounts)
                    .Handles<TellSystemAgain>(accounts)
                    .Handles<ClockFired>(accounts)
                    .Handles<ClockMoved>(accounts),
                typeof(RequestAccount), typeof(CreateAccount), typeof(RequestChange), typeof(CheckRequest), typeof(DecideRequest), typeof(HandOverAccount),
                typeof(KeepCommitment), typeof(SetGroups), typeof(MoveAccount), typeof(ChangeProfile), typeof(LockAccount), typeof(UnlockAccount),
                typeof(SuspendAccount), typeof(WithdrawAccount), typeof(ReportSuspension), typeof(RecordActivity), typeof(TellSystemAgain))
            .Saga(
                new SagaDefinition<ReviewData>(AccountEndpoints.Reviews, () => ReviewDataJson.Default.ReviewData)
                    .StartedBy<WatchAgency>(reviews)
                    .Handles<KeepReview>(reviews, Absent.Wait)
                    .Handles<ClockFired>(reviews),
                typeof(WatchAgency), typeof(KeepReview))
            .Recorder(
                AccountEndpoints.Registry, typeof(UpdateAccountRow), typeof(KeepAccountStep), typeof(UpdateRequestRow), typeof(UpdatePushRow), typeof(UpdateReviewRow),
                typeof(KeepReviewRow))
            .Recorder(AccountEndpoints.Feed)
            .Entrance(AccountEndpoints.Changes)
            .Entrance(AccountEndpoints.Requests)
            .Entrance(AccountEndpoints.Proposals)
            .Entrance(AccountEndpoints.ProposalDecisions)
            .Subscribe<AccountStateChanged>(AccountEndpoints.Feed)
            .Subscribe<AccountGroupsChanged>(AccountEndpoints.Feed)
            .Subscribe<AccountNotChanged>(AccountEndpoints.Feed)
            .Subscribe<AccountRequestAnswered>(AccountEndpoints.Feed)
            .Subscribe<AccountRequestOverdue>(AccountEndpoints.Feed)
            .Subscribe<AccountLockAnnounced>(AccountEndpoints.Feed)
            .Subscribe<SuspensionReportOverdue>(AccountEndpoints.Feed)
            .Subscribe<AccountRefusedBySystem>(AccountEndpoints.Feed)
            .Subscribe<ReviewReminded>(AccountEndpoints.Feed)
            .Subscribe<ReviewNotTaken>(AccountEndpoints.Feed);
    }

    private static void AddMessages(Topology topology)
    {
        var json = AccountJson.Default;
        Add(topology, () => json.AccountGroupsChanged, message => message.Account.Value);
        Add(topology, () => json.AccountLockAnnounced, message => message.Account.Value);
        Add(topology, () => json.AccountNotChanged, message => message.Account.Value);
        Add(topology, () => json.AccountPushRefused, message => message.Account.Value);
        Add(topology, () => json.AccountPushed, message => message.Account.Value);
        Add(topology, () => json.AccountRefusedBySystem, message => message.Account.Value);
        Add(topology, () => json.AccountRequestAnswered, message => message.Account.Value);
        Add(topology, () => json.AccountRequestOverdue, message => message.Account.Value);
        Add(topology, () => json.AccountStateChanged, message => message.Account.Value);
        Add(topology, () => json.ChangeProfile, message => message.Account.Value);
        Add(topology, () => json.CheckRequest, message => message.Account.Value);
        Add(topology, () => json.CreateAccount, message => message.Account.Value);
        Add(topology, () => json.DecideRequest, message => message.Account.Value);
        Add(topology, () => json.HandOverAccount, message => message.Account.Value);
        Add(topology, () => json.KeepAccountStep, message => message.Account.Value);
        Add(topology, () => json.KeepCommitment, message => message.Account.Value);
        Add(topology, () => json.KeepReview, message => message.Agency.Value);
        Add(topology, () => json.KeepReviewRow, message => message.Agency.Value);
        Add(topology, () => json.LockAccount, message => message.Account.Value);
        Add(topology, () => json.MoveAccount, message => message.Account.Value);
        Add(topology, () => json.PushAccount, message => message.Account.Value);
        Add(topology, () => json.RecordActivity, message => message.Account.Value);
        Add(topology, () => json.ReportSuspension, message => message.Account.Value);
        Add(topology, () => json.RequestAccount, message => message.Account.Value);
        Add(topology, () => json.RequestChange, message => message.Account.Value);
        Add(topology, () => json.ReviewNotTaken, message => message.Agency.Value);
        Add(topology, () => json.ReviewReminded, message => message.Agency.Value);
        Add(topology, () => json.SetGroups, message => message.Account.Value);
        Add(topology, () => json.SuspendAccount, message => message.Account.Value);
        Add(topology, () => json.SuspensionReportOverdue, message => message.Account.Value);
        Add(topology, () => ScopeMessageJson.Default.TellSystemAgain, message => message.Account.Value);
        Add(topology, () => json.UnlockAccount, message => message.Account.Value);
        Add(topology, () => json.UpdateAccountRow, message => message.Account.Value);
        Add(topology, () => json.UpdatePushRow, message => message.Account.Value);
        Add(topology, () => json.UpdateRequestRow, message => message.Account.Value);
        Add(topology, () => json.UpdateReviewRow, message => message.Agency.Value);
        Add(topology, () => json.WatchAgency, message => message.Agency.Value);
        Add(topology, () => json.WithdrawAccount, message => message.Account.Value);
    }

    private static void Add<TMessage>(Topology topology, Func<JsonTypeInfo<TMessage>> json, Func<TMessage, string> key)
        where TMessage : class =>
        topology.Message(new MessageType<TMessage>(MessageNameAttribute.Of(typeof(TMessage)), json, key));
}
