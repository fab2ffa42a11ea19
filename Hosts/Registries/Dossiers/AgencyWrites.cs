using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Dossiers;

/// <summary>The statements of what one-stop systems push.</summary>
internal sealed class AgencyWrites(Sealer sealer)
{
    /// <summary>What came last counts; of two in one group that is the later in it.</summary>
    public void Records(NpgsqlBatch batch, List<Recorded<KeepAgencyRecord>> records)
    {
        if (records.Count == 0) return;
        var last = new Dictionary<string, KeepAgencyRecord>(records.Count, StringComparer.Ordinal);
        foreach (var record in records) last[record.Body.Dossier.Value] = record.Body;
        var rows = last.Values.OrderBy(row => row.Dossier.Value, StringComparer.Ordinal).ToList();
        batch.Append(
                """
                insert into dossier.agency_record (code, content, system, generation, sealed, key)
                select u.*, $6 from unnest($1, $2, $3, $4, $5) u
                on conflict (code) do update set content = excluded.content, system = excluded.system, generation = excluded.generation,
                  sealed = excluded.sealed, key = excluded.key, stored_at = now()
                """)
            .Column(rows, row => row.Dossier.Value)
            .Column(rows, row => row.Content)
            .Column(rows, row => row.System)
            .Column(rows, row => (short)row.Generation)
            .Column(rows, row => sealer.Seal(row.Json.Span, Places.AgencyRecord(row.Dossier.Value)))
            .With(sealer.CurrentKey);
    }

    /// <summary>Codes of ours that we do not know; what is named again is counted.</summary>
    public static void Strays(NpgsqlBatch batch, List<Recorded<NoteStray>> strays)
    {
        if (strays.Count == 0) return;
        var rows = strays.Select(row => row.Body).GroupBy(row => row.Dossier.Value, StringComparer.Ordinal)
            .Select(group => (Code: group.Key, group.First().System, Born: group.Any(row => row.Born), Times: group.Count()))
            .OrderBy(row => row.Code, StringComparer.Ordinal).ToList();
        batch.Append(
                """
                insert into dossier.stray (code, system, born, times) select * from unnest($1, $2, $3, $4)
                on conflict (code) do update set last_at = now(), times = dossier.stray.times + excluded.times, born = dossier.stray.born or excluded.born
                """)
            .Column(rows, row => row.Code)
            .Column(rows, row => row.System)
            .Column(rows, row => row.Born)
            .Column(rows, row => row.Times);
    }

    /// <summary>The conflicts that operators see, beside those that the door finds itself.</summary>
    public static void Conflicts(NpgsqlBatch batch, List<Recorded<NoteConflict>> conflicts)
    {
        foreach (var conflict in conflicts.Select(row => row.Body))
        {
            batch.Append(
                    """
                    insert into bus.conflict (endpoint, identity, content, detail, at)
                    select w.id, $2, $3, $4, clock_timestamp() from bus.word w where w.kind = 'endpoint' and w.name = $1
                    """)
                .With(conflict.Entrance)
                .With(System.Text.Encoding.UTF8.GetBytes(conflict.Dossier.Value))
                .With(conflict.Content)
                .With(conflict.Detail);
        }
    }
}
