using System.Text.Json;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Accounts;

/// <summary>The statements of what came to the door: requests, proposals and decisions on them. Each is told once.</summary>
internal sealed class FormWrites(Sealer sealer)
{
    private const string InsertRequests =
        """
        insert into account.request_form (
          id, target, kind, account, agency, document_number, document_date, document_file, sealed, received_from, received_at, key)
        select u.*, $12 from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) u
        """;

    private const string InsertProposals =
        """
        insert into account.proposal (
          system, id, kind, account, agency, groups, cause, reason, proposed_by, state, sealed, at, decided_by, decided_at, key)
        select u.*, case when u.sealed is null then null else $15 end
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
          u(system, id, kind, account, agency, groups, cause, reason, proposed_by, state, sealed, at, decided_by, decided_at)
        """;

    private const string UpdateProposals =
        """
        update account.proposal p set state = u.state, decided_by = u.by_account, decision_reason = u.reason, decided_at = u.at
        from unnest($1, $2, $3, $4, $5, $6) u(system, id, state, by_account, reason, at)
        where p.system = u.system and p.id = u.id and p.state = 1
        """;

    public void Requests(NpgsqlBatch batch, List<Recorded<KeepRequestForm>> kept)
    {
        if (kept.Count == 0) return;
        var rows = kept.Select(row => row.Body).OrderBy(row => row.Id, StringComparer.Ordinal).ToList();
        batch.Append(InsertRequests)
            .Column(rows, row => row.Id)
            .Column(rows, row => (short)row.Target)
            .Column(rows, row => (short)row.Kind)
            .Column(rows, row => row.Account?.Value)
            .Column(rows, row => row.Agency.Value)
            .Column(rows, row => row.Document.Number)
            .Column(rows, row => row.Document.Date)
            .Column(rows, row => row.Document.File)
            .Column(rows, row => sealer.Seal(JsonSerializer.SerializeToUtf8Bytes(row.Form, AccountFormJson.Default.AccountRequestForm), Places.RequestForm(row.Id)))
            .Column(rows, row => row.From)
            .Column(rows, row => row.At.UtcDateTime)
            .With(sealer.CurrentKey);
    }

    public void Proposals(NpgsqlBatch batch, List<Recorded<KeepProposal>> kept)
    {
        if (kept.Count == 0) return;
        var rows = kept.Select(row => row.Body).OrderBy(row => row.System, StringComparer.Ordinal).ThenBy(row => row.Id, StringComparer.Ordinal).ToList();
        batch.Append(InsertProposals)
            .Column(rows, row => row.System)
            .Column(rows, row => row.Id)
            .Column(rows, row => (short)row.Kind)
            .Column(rows, row => row.Account.Value)
            .Column(rows, row => row.Agency.Value)
            .Column(rows, row => row.Groups?.ToString())
            .Column(rows, row => (short?)row.Cause)
            .Column(rows, row => row.Reason)
            .Column(rows, row => row.By)
            .Column(rows, row => (short)(row.DecidedBy is null ? ProposalState.Open : ProposalState.Accepted))
            .Column(rows, Sealed)
            .Column(rows, row => row.At.UtcDateTime)
            .Column(rows, row => row.DecidedBy)
            .Column(rows, row => row.DecidedBy is null ? (DateTime?)null : row.At.UtcDateTime)
            .With(sealer.CurrentKey);
    }

    public static void Decisions(NpgsqlBatch batch, List<Recorded<DecideProposal>> decided)
    {
        if (decided.Count == 0) return;
        var rows = decided.Select(row => row.Body).OrderBy(row => row.System, StringComparer.Ordinal).ThenBy(row => row.Id, StringComparer.Ordinal).ToList();
        batch.Append(UpdateProposals)
            .Column(rows, row => row.System)
            .Column(rows, row => row.Id)
            .Column(rows, row => (short)(row.Accepted ? ProposalState.Accepted : ProposalState.Refused))
            .Column(rows, row => row.By)
            .Column(rows, row => row.Reason)
            .Column(rows, row => row.At.UtcDateTime);
    }

    private byte[]? Sealed(KeepProposal row) => row.Profile is { } profile
        ? sealer.Seal(JsonSerializer.SerializeToUtf8Bytes(profile, AccountFormJson.Default.NewAccountForm), Places.Proposal(row.System, row.Id))
        : null;
}
