using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Dossiers;

/// <summary>The statements of what the door writes.</summary>
internal sealed class BirthWrites(Sealer sealer)
{
    public static void Dossiers(NpgsqlBatch batch, List<Recorded<RegisterDossier>> born)
    {
        if (born.Count == 0) return;
        var rows = born.Select(row => row.Body).OrderBy(row => row.Dossier.Value, StringComparer.Ordinal).ToList();
        batch.Append(
                """
                insert into dossier.dossier
                  (code, procedure, agency, system, origin, channel, central, flow, caller, submission, applicant, filed_at, state, state_since,
                   receipt_version, deadline)
                select u.*, case when u.origin = 3 then 0 else 1 end, d.deadline
                from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $12)
                  u(code, procedure, agency, system, origin, channel, central, flow, caller, submission, applicant, filed_at, state, state_since)
                join unnest($1, $14) d(code, deadline) on d.code = u.code
                """)
            .Column(rows, row => row.Dossier.Value)
            .Column(rows, row => row.Procedure.Value)
            .Column(rows, row => row.Agency?.Value)
            .Column(rows, row => row.System)
            .Column(rows, row => (short)row.Origin)
            .Column(rows, row => (short)row.Channel)
            .Column(rows, row => row.Central)
            .Column(rows, row => row.Flow)
            .Column(rows, row => row.Caller)
            .Column(rows, row => row.Submission)
            .Column(rows, row => row.Applicant)
            .Column(rows, row => row.FiledAt.UtcDateTime)
            .Column(rows, row => (short)row.State)
            .Column(rows, row => row.Deadline?.UtcDateTime);
    }

    public void Contents(NpgsqlBatch batch, List<Recorded<StoreContent>> contents)
    {
        if (contents.Count == 0) return;
        var rows = contents.Select(row => row.Body.Content).OrderBy(row => row.Dossier.Value, StringComparer.Ordinal).ThenBy(row => row.Revision).ToList();
        batch.Append("insert into dossier.content (code, revision, key, sealed) select u.code, u.revision, $4, u.sealed from unnest($1, $2, $3) u(code, revision, sealed)")
            .Column(rows, row => row.Dossier.Value)
            .Column(rows, row => row.Revision)
            .Column(rows, row => sealer.Seal(SealedText.Of(row), Places.Content(row.Dossier.Value, row.Revision)))
            .With(sealer.CurrentKey);
        var supplements = rows.Where(row => row.Revision > 1).ToList();
        if (supplements.Count == 0) return;
        batch.Append("update dossier.dossier d set revision = v.revision from unnest($1, $2) v(code, revision) where d.code = v.code and d.revision < v.revision")
            .Column(supplements, row => row.Dossier.Value)
            .Column(supplements, row => row.Revision);
    }

    public static void Tasks(NpgsqlBatch batch, List<Recorded<OpenCoordinationTask>> opened, List<Recorded<CloseCoordinationTask>> closed)
    {
        foreach (var task in opened.Select(row => row.Body).OrderBy(row => row.Dossier.Value, StringComparer.Ordinal))
        {
            batch.Append("insert into dossier.task (code, cause, candidates) values ($1, $2, $3)")
                .With(task.Dossier.Value).With(task.Cause).With(task.Candidates.ToArray());
        }

        foreach (var task in closed.Select(row => row.Body).OrderBy(row => row.Dossier.Value, StringComparer.Ordinal))
        {
            batch.Append("update dossier.task set closed_at = now(), closed_by = $2, agency = $3 where code = $1 and closed_at is null")
                .With(task.Dossier.Value).With(task.By).With(task.Agency.Value);
        }
    }

    public static void Aliases(NpgsqlBatch batch, List<Recorded<NoteAlias>> aliases)
    {
        if (aliases.Count == 0) return;
        var rows = aliases.Select(row => row.Body).Distinct().OrderBy(row => row.System, StringComparer.Ordinal)
            .ThenBy(row => row.OwnCode, StringComparer.Ordinal).ThenBy(row => row.Dossier.Value, StringComparer.Ordinal).ToList();
        batch.Append("insert into dossier.alias (system, own_code, code) select * from unnest($1, $2, $3) on conflict do nothing")
            .Column(rows, row => row.System)
            .Column(rows, row => row.OwnCode)
            .Column(rows, row => row.Dossier.Value);
    }

    public static void PortalAccounts(NpgsqlBatch batch, List<Recorded<NotePortalAccount>> accounts)
    {
        if (accounts.Count == 0) return;
        var rows = accounts.Select(row => row.Body).DistinctBy(row => Convert.ToHexString(row.Identity))
            .OrderBy(row => Convert.ToHexString(row.Identity), StringComparer.Ordinal).ToList();
        batch.Append(
                """
                insert into dossier.portal_account (identity, technical_id) select * from unnest($1, $2)
                on conflict (identity) do update set technical_id = excluded.technical_id, seen_at = now()
                where dossier.portal_account.technical_id <> excluded.technical_id
                """)
            .Column(rows, row => row.Identity)
            .Column(rows, row => row.TechnicalId);
    }

    public static void Views(NpgsqlBatch batch, List<Recorded<NoteView>> views)
    {
        if (views.Count == 0) return;
        batch.Append("insert into dossier.viewed (account, action, code) select * from unnest($1, $2, $3)")
            .Column(views, row => row.Body.Account)
            .Column(views, row => row.Body.Action)
            .Column(views, row => row.Body.Dossier.Value);
    }

    public void RawBodies(NpgsqlBatch batch, List<Recorded<KeepRawBody>> bodies)
    {
        if (bodies.Count == 0) return;
        batch.Append(
                """
                insert into dossier.raw_body (received_at, id, system, operation, outcome, key, sealed)
                select now(), u.id, u.system, u.operation, u.outcome, $6, u.sealed from unnest($1, $2, $3, $4, $5) u(id, system, operation, outcome, sealed)
                """)
            .Column(bodies, row => row.Body.Id)
            .Column(bodies, row => row.Body.System)
            .Column(bodies, row => row.Body.Operation)
            .Column(bodies, row => row.Body.Outcome)
            .Column(bodies, row => sealer.Seal(RawBodyFormat.Pack(row.Body.Body.Span), Places.RawBody(row.Body.Id)))
            .With(sealer.CurrentKey);
    }
}
