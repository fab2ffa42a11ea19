using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Restoring;

/// <summary>The statements of what came of asking about dossiers after a restore.</summary>
internal static class RestoreFindings
{
    /// <summary>Dossiers that are asked about now, or of which nobody can be asked.</summary>
    public static void Open(NpgsqlBatch batch, int restore, IReadOnlyList<OpenDossier> dossiers, RestoreFinding? finding)
    {
        if (dossiers.Count == 0) return;
        batch.Append(
                """
                insert into dossier.restore_finding (restore, code, system, asked_at, finding, found_at)
                select $1, d.code, d.system, clock_timestamp(), $4, case when $4 is null then null else clock_timestamp() end
                from unnest($2, $3) d(code, system)
                on conflict (restore, code) do nothing
                """)
            .With(restore)
            .Column(dossiers, dossier => dossier.Code.Value)
            .Column(dossiers, dossier => dossier.System!)
            .With((short?)finding);
    }

    /// <summary>What was found. An answer that comes twice says the same.</summary>
    public static void Close(NpgsqlBatch batch, List<Recorded<KeepRestoreFinding>> findings)
    {
        if (findings.Count == 0) return;
        var rows = findings.Select(row => row.Body).DistinctBy(row => (row.Restore, row.Dossier))
            .OrderBy(row => row.Restore).ThenBy(row => row.Dossier.Value, StringComparer.Ordinal).ToList();
        batch.Append(
                """
                update dossier.restore_finding f set finding = v.finding, was = v.was, told = v.told, found_at = v.at
                from unnest($1, $2, $3, $4, $5, $6) v(restore, code, finding, was, told, at)
                where f.restore = v.restore and f.code = v.code and f.finding is null
                """)
            .Column(rows, row => row.Restore)
            .Column(rows, row => row.Dossier.Value)
            .Column(rows, row => (short)row.Finding)
            .Column(rows, row => (short)row.Was)
            .Column(rows, row => (short?)row.Told)
            .Column(rows, row => row.At.UtcDateTime);
    }
}
