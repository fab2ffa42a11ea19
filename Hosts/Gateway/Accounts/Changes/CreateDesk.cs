using System.Text.Json;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Gateway.Payments.Obligations;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Access;
using DichVuCong.Registries.Accounts;
using DichVuCong.Registries.Accounts.Desk;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga.Accounts;
using DichVuCong.Saga.Filing;

namespace DichVuCong.Gateway.Accounts.Changes;

/// <summary>
/// Makes an account centrally (A12.1). One person, one account (A9.2): the database itself refuses a second, and the answer says which one it is.
/// </summary>
internal sealed class CreateDesk(ChangeDoor door, UnitReader units, AccountLookup accounts, GatewayAccountOptions options)
{
    private const string Operation = "create";

    /// <summary>Takes a new account.</summary>
    public async Task<IResult> CreateAsync(Account caller, string key, CreateAccountBody body, CancellationToken cancellationToken)
    {
        var identity = Change.Of(caller, key, Operation, "", body, ChangeJson.Default.CreateAccountBody).Identity;
        if (await door.RecallAsync(identity, IdempotencyKey.Header, cancellationToken) is { } earlier) return earlier;
        var (by, reason, faults) = Named(body);
        var checkedForm = NewAccountCheck.Check(body.Form(), options.OfficialDomains, out var deficiencies);
        var (unit, more) = await UnitOfAsync(caller, body, checkedForm, cancellationToken);
        IReadOnlyList<FieldProblem> all = [.. AccountProblems.Of([.. deficiencies, .. more]), .. faults];
        if (all.Count > 0) return AccountProblems.Faulty(all);
        return await MakeAsync(identity, key, checkedForm!, unit!, by!, reason!, cancellationToken);
    }

    private async Task<IResult> MakeAsync(
        CallIdentity identity, string key, CompleteAccount account, AccountUnit unit, string by, string reason, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (now, id) = (door.Now, AccountIds.Draw(door.Now));
            var answer = JsonSerializer.SerializeToUtf8Bytes(
                new NewAccountAnswer(id.Value, unit.Agency.Value, account.Groups, unit.Systems, key, VietnamTime.Local(now)), ChangeJson.Default.NewAccountAnswer);
            try
            {
                return await door.AcceptAsync(
                    identity, answer, [NewAccounts.Row(account, id, unit, AccountState.Created, now)], NewAccounts.Messages(account, id, unit, by, reason),
                    StatusCodes.Status201Created, IdempotencyKey.Header, $"/v1/accounts/{id}", cancellationToken);
            }
            catch (DoorRejectedException rejection) when (rejection.Constraint == AccountConstraints.Account && attempt < AccountIds.Tries)
            {
                // Drawn twice: another is drawn.
            }
            catch (DoorRejectedException rejection) when (rejection.Constraint == AccountConstraints.Person)
            {
                return AccountProblems.PersonHasAccount((await accounts.FindPersonAsync(account.PersonalId, cancellationToken))?.Account.Value);
            }
        }
    }

    private static (string? By, string? Reason, IReadOnlyList<FieldProblem> Faults) Named(CreateAccountBody body)
    {
        var faults = new ObligationFaults();
        return (AccountFields.By(body.By, faults), AccountFields.Reason(body.Reason, faults), faults.Found);
    }

    private async Task<(AccountUnit? Unit, IReadOnlyList<Deficiency> Faults)> UnitOfAsync(
        Account caller, CreateAccountBody body, CompleteAccount? form, CancellationToken cancellationToken)
    {
        // What is no code at all is named by the check of the form already.
        if (!AgencyCode.TryParse(body.Unit?.Trim(), out var code)) return (null, []);
        var (unit, fault) = await units.FindAsync(caller, code, "unit", cancellationToken);
        if (unit is null) return (null, [fault!]);
        return (unit, form is not null && NewAccounts.FaultOf(form.Kind, form.Groups, unit) is { } more ? [more] : []);
    }
}
