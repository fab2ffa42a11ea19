using DichVuCong.Contracts.Accounts;
using DichVuCong.Messaging;

namespace DichVuCong.Saga.Accounts;

/// <content>Access is turned on by hand-over and commitment, and off by what A11 names.</content>
public sealed partial class AccountSaga :
    IHandle<AccountData, HandOverAccount>,
    IHandle<AccountData, KeepCommitment>,
    IHandle<AccountData, LockAccount>,
    IHandle<AccountData, UnlockAccount>,
    IHandle<AccountData, SuspendAccount>,
    IHandle<AccountData, ReportSuspension>,
    IHandle<AccountData, WithdrawAccount>
{
    /// <summary>The account was handed over; with that its request is done.</summary>
    public Decision<AccountData> Handle(AccountData state, HandOverAccount message, Occasion occasion) => Decide(state, occasion, decision =>
    {
        if (Unnamed(message.By, message.Record.Number) is { } unnamed) decision.Refuse<HandOverAccount>(message.By, unnamed);
        else if (state.IsHandedOver) decision.Refuse<HandOverAccount>(message.By, AccountObstacle.AlreadyDone);
        else if (state.State != AccountState.Created) decision.Refuse<HandOverAccount>(message.By, AccountObstacle.WrongState);
        else
        {
            decision.Keep<HandOverAccount>(message.By, "", message.Record);
            decision.Data = state with { IsHandedOver = true };
            decision.MoveTo(state.IsCommitted ? AccountState.Active : AccountState.HandedOver);
            if (state.Request?.Kind == AccountRequestKind.Create) decision.Answer(AccountRequestState.Done, "");
        }
    });

    /// <summary>The commitment was signed; access goes on once the account was handed over too (A9.5).</summary>
    public Decision<AccountData> Handle(AccountData state, KeepCommitment message, Occasion occasion) => Decide(state, occasion, decision =>
    {
        if (Unnamed(message.By, message.Commitment.Number) is { } unnamed) decision.Refuse<KeepCommitment>(message.By, unnamed);
        else if (state.IsCommitted) decision.Refuse<KeepCommitment>(message.By, AccountObstacle.AlreadyDone);
        else if (state.State is not (AccountState.Created or AccountState.HandedOver)) decision.Refuse<KeepCommitment>(message.By, AccountObstacle.WrongState);
        else
        {
            decision.Keep<KeepCommitment>(message.By, "", message.Commitment);
            decision.Data = state with { IsCommitted = true };
            if (state.IsHandedOver) decision.MoveTo(AccountState.Active);
        }
    });

    /// <summary>Locks at once. What is locked already stays so, by its first cause.</summary>
    public Decision<AccountData> Handle(AccountData state, LockAccount message, Occasion occasion) => Decide(state, occasion, decision =>
    {
        if (Unnamed(message.By, message.Reason) is { } unnamed) decision.Refuse<LockAccount>(message.By, unnamed);
        else if (state.State == AccountState.Locked) decision.Keep<LockAccount>(message.By, message.Reason);
        else if (!decision.CanMoveTo(AccountState.Locked)) decision.Refuse<LockAccount>(message.By, AccountObstacle.WrongState);
        else
        {
            decision.Keep<LockAccount>(message.By, message.Reason);
            decision.MoveTo(AccountState.Locked, message.Cause);
        }
    });

    /// <summary>Lifts a lock or a suspension, back to what was reached before and never beyond.</summary>
    public Decision<AccountData> Handle(AccountData state, UnlockAccount message, Occasion occasion) => Decide(state, occasion, decision =>
    {
        if (Unnamed(message.By, message.Reason) is { } unnamed) decision.Refuse<UnlockAccount>(message.By, unnamed);
        else if (Unlock(decision) is { } obstacle) decision.Refuse<UnlockAccount>(message.By, obstacle);
        else decision.Keep<UnlockAccount>(message.By, message.Reason);
    });

    /// <summary>Signs of intrusion: access goes off at once, and the time for the report begins (A11.3).</summary>
    public Decision<AccountData> Handle(AccountData state, SuspendAccount message, Occasion occasion) => Decide(state, occasion, decision =>
    {
        if (Unnamed(message.By, message.Reason) is { } unnamed) decision.Refuse<SuspendAccount>(message.By, unnamed);
        else if (state.State == AccountState.Suspended) decision.Keep<SuspendAccount>(message.By, message.Reason);
        else if (!decision.CanMoveTo(AccountState.Suspended)) decision.Refuse<SuspendAccount>(message.By, AccountObstacle.WrongState);
        else
        {
            decision.Keep<SuspendAccount>(message.By, message.Reason);
            decision.MoveTo(AccountState.Suspended, LockCause.Intrusion);
            if (state.ReportFrom is null || state.IsReportOverdue) decision.Data = decision.Data with { ReportFrom = decision.Now, IsReportOverdue = false };
        }
    });

    /// <summary>The report was made.</summary>
    public Decision<AccountData> Handle(AccountData state, ReportSuspension message, Occasion occasion) => Decide(state, occasion, decision =>
    {
        if (Unnamed(message.By, message.Report.Number) is { } unnamed) decision.Refuse<ReportSuspension>(message.By, unnamed);
        else if (state.ReportFrom is null) decision.Refuse<ReportSuspension>(message.By, AccountObstacle.AlreadyDone);
        else
        {
            decision.Keep<ReportSuspension>(message.By, "", message.Report);
            decision.Data = state with { ReportFrom = null, IsReportOverdue = false };
        }
    });

    /// <summary>Takes the account away for good. What was open for it is answered.</summary>
    public Decision<AccountData> Handle(AccountData state, WithdrawAccount message, Occasion occasion) => Decide(state, occasion, decision =>
    {
        if (Unnamed(message.By, message.Reason) is { } unnamed) decision.Refuse<WithdrawAccount>(message.By, unnamed);
        else if (state.State == AccountState.Withdrawn) decision.Keep<WithdrawAccount>(message.By, message.Reason);
        else if (!decision.CanMoveTo(AccountState.Withdrawn)) decision.Refuse<WithdrawAccount>(message.By, AccountObstacle.WrongState);
        else
        {
            decision.Keep<WithdrawAccount>(message.By, message.Reason);
            decision.MoveTo(AccountState.Withdrawn, message.Cause);
            decision.Answer(AccountRequestState.Refused, nameof(AccountState.Withdrawn));
        }
    });

    private static AccountObstacle? Unlock(AccountDeciding decision)
    {
        if (decision.Data.State is not (AccountState.Locked or AccountState.Suspended)) return AccountObstacle.WrongState;
        if (decision.Data.Posts.Count == 0) return AccountObstacle.NoPost;
        decision.MoveTo(decision.Data switch
        {
            { IsHandedOver: true, IsCommitted: true } => AccountState.Active,
            { IsHandedOver: true } => AccountState.HandedOver,
            _ => AccountState.Created,
        });
        return null;
    }
}
