using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Gateway.Accounts.Changes;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Access;
using DichVuCong.Registries.Accounts;
using DichVuCong.Registries.Accounts.Desk;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga;
using DichVuCong.Saga.Accounts;
using DichVuCong.Saga.Filing;
using AccountKind = DichVuCong.Contracts.Accounts.AccountKind;

namespace DichVuCong.Gateway.Accounts.Requests;

/// <summary>
/// Takes units' requests (A10.1): the eight fields of A10.2 and the document are checked at once, what is incomplete is answered and starts no
/// clock, and a request of the Department's systems is kept to be handed on to it (A10.5). A request is known again by its unit, document and person.
/// </summary>
internal sealed class RequestDesk(ChangeDoor door, UnitReader units, AccountLookup accounts, GatewayAccountOptions options, Sealer sealer)
{
    private const string Field = "documentNumber";

    /// <summary>Takes a request.</summary>
    public async Task<IResult> TakeAsync(Account caller, AccountRequestForm form, CancellationToken cancellationToken)
    {
        var now = door.Now;
        var request = AccountRequestCheck.Check(form, VietnamTime.DayOf(now), options.OfficialDomains, out var deficiencies);
        var (unit, faults) = await UnitOfAsync(caller, form, request, cancellationToken);
        if (deficiencies.Count + faults.Count > 0) return AccountProblems.Incomplete(AccountProblems.Of([.. deficiencies, .. faults]));
        var taken = new TakenRequest(IdOf(request!, unit!), request!, unit!, form, caller.Name, now);
        var identity = new CallIdentity(
            AccountEndpoints.Requests, SHA256.HashData(Encoding.UTF8.GetBytes(taken.Id)),
            SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(form, RequestJson.Default.AccountRequestForm)));
        if (await door.RecallAsync(identity, Field, cancellationToken) is { } earlier) return earlier;
        if (!request!.IsOurs) return await HandOnAsync(taken, identity, cancellationToken);
        return request.Kind == AccountRequestKind.Create ? await CreateAsync(taken, identity, cancellationToken) : await ChangeAsync(taken, identity, cancellationToken);
    }

    private async Task<IResult> CreateAsync(TakenRequest taken, CallIdentity identity, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var id = AccountIds.Draw(taken.At);
            try
            {
                return await AcceptAsync(
                    identity, taken, id, [new RegisterAccount(taken.Profile(id), AccountKind.AgencyAdministrator, AccountState.Requested, taken.At)],
                    [
                        new RequestAccount(
                            id, taken.Id, AccountKind.AgencyAdministrator, taken.Unit.Agency, taken.Request.Groups, taken.Unit.Most, taken.Unit.Systems,
                            taken.Request.Document, taken.At),
                        new WatchAgency(taken.Unit.Agency),
                    ],
                    cancellationToken);
            }
            catch (DoorRejectedException rejection) when (rejection.Constraint == AccountConstraints.Account && attempt < AccountIds.Tries)
            {
                // Drawn twice: another is drawn.
            }
            catch (DoorRejectedException rejection) when (rejection.Constraint == AccountConstraints.Person)
            {
                return AccountProblems.PersonHasAccount(account: null);
            }
        }
    }

    private async Task<IResult> ChangeAsync(TakenRequest taken, CallIdentity identity, CancellationToken cancellationToken)
    {
        var id = taken.Request.Account!.Value;
        var row = await accounts.FindPersonAsync(taken.Request.PersonalId, cancellationToken);
        // An account of somebody else, and one in another unit alone, is not there for this unit.
        if (row is null || row.Account != id || row.Posts.All(post => post.Agency != taken.Unit.Agency))
            return AccountProblems.Incomplete([new FieldProblem("account", AccountRequestRules.Account.Code, "Đơn vị không có tài khoản này của người được nêu.")]);
        if (row.State is AccountState.Requested or AccountState.Checked or AccountState.Approved)
            return AccountProblems.Incomplete([new FieldProblem("account", "account.not-created", "Tài khoản này đang được đề nghị cấp, chưa có để thay đổi.")]);
        return await AcceptAsync(
            identity, taken, id, [],
            [
                new RequestChange(
                    id, taken.Id, taken.Request.Kind, taken.Unit.Agency, taken.Request.Groups, taken.Unit.Most, taken.Request.Document, taken.At),
            ],
            cancellationToken);
    }

    /// <summary>A10.5: requests for the Department's systems are the Department's.</summary>
    private Task<IResult> HandOnAsync(TakenRequest taken, CallIdentity identity, CancellationToken cancellationToken) =>
        AcceptAsync(identity, taken, account: null, [], [], cancellationToken);

    private Task<IResult> AcceptAsync(
        CallIdentity identity, TakenRequest taken, AccountId? account, IReadOnlyList<object> rows, IReadOnlyList<object> messages, CancellationToken cancellationToken)
    {
        var answer = JsonSerializer.SerializeToUtf8Bytes(
            new RequestAnswer(
                taken.Id, account?.Value, account is null ? RequestAnswer.Department : RequestAnswer.DataCenter, VietnamTime.Local(taken.At)),
            RequestJson.Default.RequestAnswer);
        var form = new KeepRequestForm(
            taken.Id, taken.Request.Target, taken.Request.Kind, account, taken.Unit.Agency, taken.Request.Document, taken.Form, taken.From, taken.At);
        return door.AcceptAsync(
            identity, answer, [.. rows, form], [.. messages.Select(NewAccounts.Said)], StatusCodes.Status202Accepted, Field,
            account is { } id ? $"/v1/account-requests/{id}/{taken.Id}" : null, cancellationToken);
    }

    private async Task<(AccountUnit? Unit, IReadOnlyList<Deficiency> Faults)> UnitOfAsync(
        Account caller, AccountRequestForm form, CompleteAccountRequest? request, CancellationToken cancellationToken)
    {
        if (!AgencyCode.TryParse(form.Unit?.Trim(), out var code)) return (null, []);
        var (unit, fault) = await units.FindAsync(caller, code, "unit", cancellationToken);
        if (unit is null) return (null, [fault!]);
        var givesGroups = request is { IsOurs: true, Kind: AccountRequestKind.Create or AccountRequestKind.ChangeRights };
        return (unit, givesGroups && NewAccounts.FaultOf(AccountKind.AgencyAdministrator, request!.Groups, unit) is { } more ? [more] : []);
    }

    /// <summary>Made of the unit, the document and the person: the same request again has the same id. The person's number goes in under the key.</summary>
    private string IdOf(CompleteAccountRequest request, AccountUnit unit) => "YC" + Convert.ToHexString(sealer.HashIdentity(
        $"{unit.Agency}\n{request.Document.Number}\n{request.Document.Date:yyyy-MM-dd}\n{request.Target}\n{request.PersonalId.Reveal()}"))[..20];
}

/// <summary>A request that is complete, with its unit.</summary>
internal sealed record TakenRequest(string Id, CompleteAccountRequest Request, AccountUnit Unit, AccountRequestForm Form, string From, DateTimeOffset At)
{
    /// <summary>The first revision of the profile of the account that is asked for.</summary>
    public AccountProfile Profile(AccountId id) => new()
    {
        Account = id,
        Revision = 1,
        FullName = Request.FullName,
        PersonalId = Request.PersonalId,
        Unit = Unit.Agency,
        Position = Request.Position,
        Phone = Request.Phone,
        Email = Request.Email,
    };

    /// <inheritdoc/>
    public override string ToString() => Id;
}
