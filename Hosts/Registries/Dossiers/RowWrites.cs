using DichVuCong.Contracts.Dossiers;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Dossiers;

/// <summary>The statement that brings the registry's rows up to date.</summary>
internal static class RowWrites
{
    public static void Update(NpgsqlBatch batch, List<Recorded<UpdateDossierRow>> updates)
    {
        if (updates.Count == 0) return;
        // Several decisions of one dossier in a batch: the last one is where it stands.
        var last = new Dictionary<string, UpdateDossierRow>(updates.Count, StringComparer.Ordinal);
        foreach (var update in updates) last[update.Body.Dossier.Value] = update.Body;
        var rows = last.Values.OrderBy(row => row.Dossier.Value, StringComparer.Ordinal).ToList();
        batch.Append(
                """
                update dossier.dossier d set
                  state = v.state, state_since = v.state_since, receipt_version = v.receipt_version, accepted_at = v.accepted_at,
                  deadline = v.deadline, own_deadline = v.own_deadline, deadline_suspended = v.suspended, finished_at = v.finished_at,
                  delivered_at = v.delivered_at, alarms = v.alarms, agency = v.agency, system = v.system, updated_at = now()
                from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
                  v(code, state, state_since, receipt_version, accepted_at, deadline, own_deadline, suspended, finished_at, delivered_at, alarms,
                    agency, system)
                where d.code = v.code
                """)
            .Column(rows, row => row.Dossier.Value)
            .Column(rows, row => (short)row.State)
            .Column(rows, row => row.StateSince.UtcDateTime)
            .Column(rows, row => row.ReceiptVersion)
            .Column(rows, row => row.AcceptedAt?.UtcDateTime)
            .Column(rows, row => row.Deadline?.UtcDateTime)
            .Column(rows, row => row.OwnDeadline?.UtcDateTime)
            .Column(rows, row => row.DeadlineSuspended)
            .Column(rows, row => row.FinishedAt?.UtcDateTime)
            .Column(rows, row => row.DeliveredAt?.UtcDateTime)
            .Column(rows, row => (short)row.Alarms)
            .Column(rows, row => row.Agency?.Value)
            .Column(rows, row => row.System);
    }
}
