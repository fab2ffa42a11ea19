using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Gateway.Accounts.Changes;
using DichVuCong.Gateway.Payments.Obligations;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Access;
using DichVuCong.Registries.Accounts;
using DichVuCong.Registries.Accounts.Desk;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga;

namespace DichVuCong.Gateway.Accounts.Proposals;

/// <summary>
/// Takes what a one-stop system changed on its side (A12.5). A lock acts at once and a profile is accepted by rule; a new account and other groups
/// wait for an administrator of the agency. What is accepted comes back to every system concerned as a normal change.
/// </summary>
internal sealed class ProposalDesk(ChangeDoor door, ProposalReader reader, ProfileDesk profiles, GatewayAccountOptions options)
{
    /// <summary>The rule by which a proposal is accepted at once.</summary>
    public const string Rule = "A12.5";

    private const string Field = "changeId";
    private const int Tries = 4;

    /// <summary>Takes a proposal.</summary>
    public async Task<IResult> TakeAsync(Account caller, ProposalBody body, CancellationToken cancellationToken)
    {
        var faults = new ObligationFaults();
        if (!ProposalReader.IsId(body.ChangeId)) return AccountProblems.Faulty([new FieldProblem(Field, "change-id.malformed", ProposalReader.IdRule)]);
        var identity = new CallIdentity(
            AccountEndpoints.Proposals, SHA256.HashData(Encoding.UTF8.GetBytes($"{caller.System}\n{body.ChangeId}")),
            SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(body, ProposalJson.Default.ProposalBody)));
        if (await door.RecallAsync(identity, Field, cancellationToken) is { } earlier) return earlier;
        var (read, refusal) = await reader.ReadAsync(caller, body, door.Now, faults, cancellationToken);
        if (refusal is not null) return refusal;
        if (faults.Found.Count > 0) return AccountProblems.Faulty(faults.Found);
        return read!.Kind switch
        {
            ProposalKind.Lock => await AcceptAsync(
                identity, read with { DecidedBy = Rule }, [],
                [new LockAccount(read.Account, read.Cause!.Value, $"{read.System}/{read.By}", read.Reason)], cancellationToken),
            ProposalKind.Profile when options.AcceptsProfiles => await ProfileAsync(identity, read with { DecidedBy = Rule }, cancellationToken),
            _ => await AcceptAsync(identity, read, [], [], cancellationToken),
        };
    }

    private async Task<IResult> ProfileAsync(CallIdentity identity, KeepProposal proposal, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (profile, faults) = await profiles.NextAsync(proposal.Account, proposal.Profile!, cancellationToken);
            if (profile is null) return AccountProblems.Faulty(faults);
            try
            {
                return await AcceptAsync(
                    identity, proposal, [new KeepProfile(profile)],
                    [new ChangeProfile(proposal.Account, profile.Revision, $"{proposal.System}/{proposal.By}")], cancellationToken);
            }
            catch (DoorRejectedException rejection) when (rejection.Constraint == AccountConstraints.Profile && attempt < Tries)
            {
                // Somebody stored this revision meanwhile: the fields go on top of his.
            }
        }
    }

    private Task<IResult> AcceptAsync(
        CallIdentity identity, KeepProposal proposal, IReadOnlyList<object> rows, IReadOnlyList<object> messages, CancellationToken cancellationToken) =>
        door.AcceptAsync(
            identity, JsonSerializer.SerializeToUtf8Bytes(ProposalView.Of(proposal), ProposalJson.Default.ProposalView), [proposal, .. rows],
            [.. messages.Select(NewAccounts.Said)], StatusCodes.Status202Accepted, Field, $"/v1/account-proposals/{proposal.System}/{proposal.Id}", cancellationToken);
}
