using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Gateway.Payments.Obligations;
using DichVuCong.Registries.Access;
using DichVuCong.Registries.Accounts;
using DichVuCong.Registries.Accounts.Desk;
using DichVuCong.Saga.Accounts;

namespace DichVuCong.Gateway.Accounts.Changes;

/// <summary>
/// Takes changes of an account that is there. The account's saga decides in its order; what it does not do is told by the events of accounts,
/// with the rule that stands in its way.
/// </summary>
internal sealed class ChangeDesk(ChangeDoor door, UnitReader units, AccountLookup accounts, TimeProvider time)
{
    /// <summary>Sets the groups in an agency; none ends the post.</summary>
    public Task<IResult> GroupsAsync(Account caller, string key, AccountId id, GroupsBody body, CancellationToken cancellationToken) =>
        TakeAsync(caller, key, "groups", id, body, ChangeJson.Default.GroupsBody, async (row, faults) =>
        {
            var (unit, wrong) = await units.FindAsync(caller, body.Agency, "agency", cancellationToken);
            var groups = AccountFields.Groups(body.Groups, mayBeNone: true, faults);
            var (by, reason) = (AccountFields.By(body.By, faults), AccountFields.Reason(body.Reason, faults));
            if (wrong is not null) faults.Add(wrong.Field, wrong.Code, wrong.Message);
            else if (!groups.IsEmpty && NewAccounts.FaultOf(row.Kind, groups, unit!) is { } more) faults.Add(more.Field, more.Code, more.Message);
            return faults.Found.Count > 0 ? [] : [new SetGroups(id, unit!.Agency, groups, unit.Most, unit.Systems, by!, reason!), new WatchAgency(unit.Agency)];
        }, cancellationToken);

    /// <summary>Moves the person to another agency.</summary>
    public Task<IResult> MoveAsync(Account caller, string key, AccountId id, MoveBody body, CancellationToken cancellationToken) =>
        TakeAsync(caller, key, "move", id, body, ChangeJson.Default.MoveBody, async (row, faults) =>
        {
            // Before the first decision on an account its posts are not known here: its saga finds out.
            var isFrom = AgencyCode.TryParse(body.From?.Trim(), out var from) && (row.Version == 0 || row.Posts.Any(post => post.Agency == from));
            if (!isFrom) faults.Add("from", "post.unknown", "Người này không có vị trí công tác tại đơn vị này.");
            var (unit, wrong) = await units.FindAsync(caller, body.To, "to", cancellationToken);
            if (unit is not null && isFrom && unit.Agency == from) faults.Add("to", "move.same-unit", "Đơn vị đến phải khác đơn vị đi.");
            var groups = AccountFields.Groups(body.Groups, mayBeNone: false, faults);
            var (by, reason) = (AccountFields.By(body.By, faults), AccountFields.Reason(body.Reason, faults));
            if (wrong is not null) faults.Add(wrong.Field, wrong.Code, wrong.Message);
            else if (!groups.IsEmpty && NewAccounts.FaultOf(row.Kind, groups, unit!) is { } more) faults.Add(more.Field, more.Code, more.Message);
            return faults.Found.Count > 0
                ? []
                : [new MoveAccount(id, from, unit!.Agency, groups, unit.Most, unit.Systems, by!, reason!), new WatchAgency(unit.Agency)];
        }, cancellationToken);

    /// <summary>Locks it, or takes it away for good.</summary>
    public Task<IResult> EndAsync(Account caller, string key, AccountId id, EndBody body, bool isForGood, CancellationToken cancellationToken) =>
        TakeAsync(caller, key, isForGood ? "withdraw" : "lock", id, body, ChangeJson.Default.EndBody, (_, faults) =>
        {
            var cause = AccountFields.Word<LockCause>(body.Cause, "cause", "căn cứ khóa, thu hồi", faults);
            var (by, reason) = (AccountFields.By(body.By, faults), AccountFields.Reason(body.Reason, faults));
            return Said(faults, () => isForGood ? new WithdrawAccount(id, cause!.Value, by!, reason!) : new LockAccount(id, cause!.Value, by!, reason!));
        }, cancellationToken);

    /// <summary>Lifts a lock or a suspension, or suspends (A11.3).</summary>
    public Task<IResult> ReasonAsync(Account caller, string key, AccountId id, ReasonBody body, bool suspends, CancellationToken cancellationToken) =>
        TakeAsync(caller, key, suspends ? "suspend" : "unlock", id, body, ChangeJson.Default.ReasonBody, (_, faults) =>
        {
            var (by, reason) = (AccountFields.By(body.By, faults), AccountFields.Reason(body.Reason, faults));
            return Said(faults, () => suspends ? new SuspendAccount(id, by!, reason!) : new UnlockAccount(id, by!, reason!));
        }, cancellationToken);

    /// <summary>Takes a document: of the hand-over (A10.3d), the commitment (A9.5), or the report on a suspension (A11.3).</summary>
    public Task<IResult> DocumentAsync(
        Account caller, string key, AccountId id, DocumentBody body, string operation, Func<string, OfficialDocument, object> message, CancellationToken cancellationToken) =>
        TakeAsync(caller, key, operation, id, body, ChangeJson.Default.DocumentBody, (_, faults) =>
        {
            var document = AccountFields.Document(body.Number, body.Date, body.File, VietnamTime.DayOf(time.GetUtcNow()), faults);
            var by = AccountFields.By(body.By, faults);
            return Said(faults, () => message(by!, document!));
        }, cancellationToken);

    private static Task<IReadOnlyList<object>> Said(ObligationFaults faults, Func<object> message) =>
        Task.FromResult<IReadOnlyList<object>>(faults.Found.Count > 0 ? [] : [message()]);

    private async Task<IResult> TakeAsync<TBody>(
        Account caller, string key, string operation, AccountId id, TBody body, JsonTypeInfo<TBody> type,
        Func<AccountRow, ObligationFaults, Task<IReadOnlyList<object>>> read, CancellationToken cancellationToken)
    {
        var identity = Change.Of(caller, key, operation, id.Value, body, type).Identity;
        // A repetition is answered as the first time, whatever became of the account since.
        if (await door.RecallAsync(identity, IdempotencyKey.Header, cancellationToken) is { } earlier) return earlier;
        if (await accounts.FindAsync(id, cancellationToken) is not { } row) return AccountProblems.NotThere();
        if (AccountGraph.IsFinal(row.State)) return AccountProblems.Over(row.State);
        var faults = new ObligationFaults();
        var messages = await read(row, faults);
        if (faults.Found.Count > 0) return AccountProblems.Faulty(faults.Found);
        var answer = JsonSerializer.SerializeToUtf8Bytes(new ChangeAnswer(id.Value, key, VietnamTime.Local(door.Now)), ChangeJson.Default.ChangeAnswer);
        return await door.AcceptAsync(
            identity, answer, [], [.. messages.Select(NewAccounts.Said)], StatusCodes.Status202Accepted, IdempotencyKey.Header, location: null, cancellationToken);
    }
}
