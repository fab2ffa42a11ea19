using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Gateway.Accounts.Changes;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Gateway.Payments.Obligations;
using DichVuCong.Registries.Accounts;
using DichVuCong.Registries.Accounts.Desk;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga;
using DichVuCong.Saga.Accounts;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Gateway.Accounts.Proposals;

/// <summary>
/// An administrator of the agency accepts or refuses what its one-stop system proposed (A9.6, A12.5): another person than the proposer. What is
/// accepted is an ordinary change from there on.
/// </summary>
internal sealed class DecisionDesk(
    ChangeDoor door, AccountProposals proposals, AccountLookup accounts, AccountUnits units, ProfileDesk profiles, GatewayAccountOptions options, LiveCatalogue live)
{
    private const string Field = "changeId";

    /// <summary>Takes a decision.</summary>
    public async Task<IResult> DecideAsync(string system, string id, DecisionBody body, CancellationToken cancellationToken)
    {
        if (!ProposalReader.IsId(system) || !ProposalReader.IsId(id) || await proposals.FindAsync(system, id, cancellationToken) is not { } proposal)
            return Problems.Refusals.NotFound("Không có đề xuất nào mang mã này.");
        var identity = new CallIdentity(
            AccountEndpoints.ProposalDecisions, SHA256.HashData(Encoding.UTF8.GetBytes($"{system}\n{id}")),
            SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(body, ProposalJson.Default.DecisionBody)));
        if (await door.RecallAsync(identity, Field, cancellationToken) is { } earlier) return earlier;
        // A lock and a profile that a rule accepted are decided already.
        if (proposal.State != ProposalState.Open) return AccountProblems.Conflict(Field);
        var faults = new ObligationFaults();
        var by = await AdministratorAsync(proposal, body, faults, cancellationToken);
        if (body.Accepted is null) faults.Missing("accepted", "quyết định (true hoặc false)");
        var reason = body.Accepted == false ? AccountFields.Reason(body.Reason, faults) : body.Reason?.Trim() ?? "";
        if (faults.Found.Count > 0) return AccountProblems.Faulty(faults.Found);
        var now = door.Now;
        var decision = new DecideProposal(system, id, body.Accepted!.Value, by!, reason!, now);
        var (rows, messages, refusal) = decision.Accepted ? await CarryAsync(proposal, by!, now, cancellationToken) : ([], [], null);
        if (refusal is not null) return refusal;
        var answer = JsonSerializer.SerializeToUtf8Bytes(
            ProposalView.Of(proposal with { State = decision.Accepted ? ProposalState.Accepted : ProposalState.Refused, DecidedBy = by, DecisionReason = reason }),
            ProposalJson.Default.ProposalView);
        try
        {
            return await door.AcceptAsync(identity, answer, [decision, .. rows], [.. messages.Select(NewAccounts.Said)], StatusCodes.Status202Accepted, Field, location: null, cancellationToken);
        }
        catch (DoorRejectedException rejection) when (rejection.Constraint == AccountConstraints.Person)
        {
            return AccountProblems.PersonHasAccount(account: null);
        }
        catch (DoorRejectedException rejection) when (rejection.Constraint == AccountConstraints.Profile)
        {
            // Somebody changed the profile in this moment: the decision is to be sent again, and then goes on top.
            return Problems.Refusals.Busy(TimeSpan.FromSeconds(1));
        }
    }

    private async Task<string?> AdministratorAsync(ProposalRow proposal, DecisionBody body, ObligationFaults faults, CancellationToken cancellationToken)
    {
        if (AccountFields.By(body.By, faults) is not { } by) return null;
        if (FourEyes.IsSame(by, proposal.By)) faults.Add("by", "four-eyes", "Người quyết định phải khác người đề xuất.");
        var isAdministrator = AccountId.TryParse(by, out var id)
            && await accounts.FindAsync(id, cancellationToken) is { State: AccountState.Active } row
            && row.Posts.Any(post => post.Agency == proposal.Agency && post.Groups.Has(PermissionGroup.UnitAdministrator));
        if (!isAdministrator) faults.Add("by", "account.not-administrator", "Cần mã tài khoản đang hoạt động có nhóm QUAN_TRI tại đơn vị của đề xuất (Điều 9.6).");
        return by;
    }

    private async Task<(IReadOnlyList<object> Rows, IReadOnlyList<object> Messages, IResult? Refusal)> CarryAsync(
        ProposalRow proposal, string by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var unit = await units.FindAsync(live.Current.Index, proposal.Agency, VietnamTime.DayOf(now), cancellationToken);
        var form = await proposals.ProfileAsync(proposal.System, proposal.Id, cancellationToken);
        switch (proposal.Kind)
        {
            case ProposalKind.Create:
                var account = NewAccountCheck.Check(
                    form! with { Unit = proposal.Agency.Value, Groups = [.. proposal.Groups!.Value.Groups.Select(Contracts.Catalogue.EnumWord<PermissionGroup>.Of)] },
                    options.OfficialDomains, out var deficiencies);
                // What was complete when it came may not be any more: the rules, or the unit's scope, have changed.
                if (account is null) return ([], [], AccountProblems.Faulty(AccountProblems.Of(deficiencies)));
                return (
                    [NewAccounts.Row(account, proposal.Account, unit, AccountState.Created, now)],
                    [.. NewAccounts.Messages(account, proposal.Account, unit, by, proposal.Reason).Select(said => said.Message)], null);
            case ProposalKind.Groups:
                return ([], [new SetGroups(proposal.Account, unit.Agency, proposal.Groups!.Value, unit.Most, unit.Systems, by, proposal.Reason), new WatchAgency(unit.Agency)], null);
            case ProposalKind.Profile:
                var (profile, faults) = await profiles.NextAsync(proposal.Account, form!, cancellationToken);
                return profile is null
                    ? ([], [], AccountProblems.Faulty(faults))
                    : ([new KeepProfile(profile)], [new ChangeProfile(proposal.Account, profile.Revision, by)], null);
            default:
                throw new InvalidOperationException($"A proposal of kind {proposal.Kind} is decided by rule.");
        }
    }
}
