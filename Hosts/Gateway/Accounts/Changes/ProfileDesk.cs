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

namespace DichVuCong.Gateway.Accounts.Changes;

/// <summary>Stores another revision of a profile, sealed, with the message that tells of it. The personal number is the identity and stays.</summary>
internal sealed class ProfileDesk(ChangeDoor door, AccountLookup accounts, AccountStandings standings, GatewayAccountOptions options)
{
    private const int Tries = 4;

    /// <summary>Takes a change of a profile from the coordination system.</summary>
    public async Task<IResult> ChangeAsync(Account caller, string key, AccountId id, ProfileBody body, CancellationToken cancellationToken)
    {
        var identity = Change.Of(caller, key, "profile", id.Value, body, ChangeJson.Default.ProfileBody).Identity;
        if (await door.RecallAsync(identity, IdempotencyKey.Header, cancellationToken) is { } earlier) return earlier;
        if (await accounts.FindAsync(id, cancellationToken) is not { } row) return AccountProblems.NotThere();
        if (AccountGraph.IsFinal(row.State)) return AccountProblems.Over(row.State);
        var faults = new ObligationFaults();
        var by = AccountFields.By(body.By, faults);
        var form = new NewAccountForm { FullName = body.FullName, Position = body.Position, Phone = body.Phone, Email = body.Email };
        for (var attempt = 1; ; attempt++)
        {
            var (profile, wrong) = await NextAsync(id, form, cancellationToken);
            IReadOnlyList<FieldProblem> all = [.. wrong, .. faults.Found];
            if (all.Count > 0) return AccountProblems.Faulty(all);
            var answer = JsonSerializer.SerializeToUtf8Bytes(new ChangeAnswer(id.Value, key, VietnamTime.Local(door.Now)), ChangeJson.Default.ChangeAnswer);
            try
            {
                return await door.AcceptAsync(
                    identity, answer, [new KeepProfile(profile!)], [NewAccounts.Said(new ChangeProfile(id, profile!.Revision, by!))], StatusCodes.Status202Accepted,
                    IdempotencyKey.Header, location: null, cancellationToken);
            }
            catch (DoorRejectedException rejection) when (rejection.Constraint == AccountConstraints.Profile && attempt < Tries)
            {
                // Somebody stored this revision meanwhile: the fields go on top of his.
            }
        }
    }

    /// <summary>The next revision of a profile with the fields that a form names; null with the faults.</summary>
    public async Task<(AccountProfile? Profile, IReadOnlyList<FieldProblem> Faults)> NextAsync(AccountId id, NewAccountForm form, CancellationToken cancellationToken)
    {
        var revision = await standings.ProfileRevisionAsync(id, cancellationToken);
        if (await accounts.OpenAsync(id, revision, cancellationToken) is not { } last) throw new InvalidOperationException($"{id} has no profile {revision}.");
        if (form is { FullName: null, Position: null, Phone: null, Email: null })
            return (null, [new FieldProblem("$", "profile.empty", "Cần ít nhất một trong: fullName, position, phone, email.")]);
        var whole = new NewAccountForm
        {
            FullName = form.FullName ?? last.FullName.Reveal(),
            PersonalId = last.PersonalId.Reveal(),
            Unit = last.Unit.Value,
            Position = form.Position ?? last.Position,
            Phone = form.Phone ?? last.Phone.Reveal(),
            Email = form.Email ?? last.Email.Reveal(),
            Groups = [Contracts.Catalogue.EnumWord<PermissionGroup>.Of(PermissionGroup.Receiving)],
        };
        return NewAccountCheck.Check(whole, options.OfficialDomains, out var deficiencies) is { } complete
            ? (complete.Profile(id, last.Unit) with { Revision = revision + 1 }, [])
            : (null, AccountProblems.Of(deficiencies));
    }
}
