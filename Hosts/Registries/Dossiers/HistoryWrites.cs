using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Dossiers;

/// <summary>The statements of a dossier's history and flags.</summary>
internal sealed class HistoryWrites(Sealer sealer)
{
    public void Rows(NpgsqlBatch batch, List<Recorded<KeepHistoryRow>> kept)
    {
        if (kept.Count == 0) return;
        var rows = kept.Select(row => row.Body).OrderBy(row => row.Dossier.Value, StringComparer.Ordinal)
            .ThenBy(row => row.Row.RowId, StringComparer.Ordinal).ToList();
        batch.Append(
                """
                insert into dossier.history
                  (code, row_id, system, source, state, at, arrived_at, received_at, appointment_at, flag, sealed, key)
                select u.*, $12 from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) u
                on conflict (code, row_id) do nothing
                """)
            .Column(rows, row => row.Dossier.Value)
            .Column(rows, row => Convert.FromHexString(row.Row.RowId))
            .Column(rows, row => row.System)
            .Column(rows, row => (short)row.Row.Source)
            .Column(rows, row => (short)row.Row.State)
            .Column(rows, row => row.Row.At.UtcDateTime)
            .Column(rows, row => row.ArrivedAt.UtcDateTime)
            .Column(rows, row => row.Row.ReceivedAt?.UtcDateTime)
            .Column(rows, row => row.Row.AppointmentAt?.UtcDateTime)
            .Column(rows, row => (short?)row.Flag)
            .Column(rows, SealDetails)
            .With(sealer.CurrentKey);
    }

    public static void Flags(NpgsqlBatch batch, List<Recorded<KeepFlag>> flags)
    {
        if (flags.Count == 0) return;
        var rows = flags.OrderBy(row => row.Body.Dossier.Value, StringComparer.Ordinal).ThenBy(row => row.Envelope.Id).ToList();
        batch.Append(
                """
                insert into dossier.flag (code, id, at, flag, row_id, detail) select * from unnest($1, $2, $3, $4, $5, $6)
                on conflict (code, id) do nothing
                """)
            .Column(rows, row => row.Body.Dossier.Value)
            .Column(rows, row => row.Envelope.Id)
            .Column(rows, row => row.Body.At.UtcDateTime)
            .Column(rows, row => (short)row.Body.Flag)
            .Column(rows, row => row.Body.RowId is { } id ? Convert.FromHexString(id) : null)
            .Column(rows, row => row.Body.Detail);

        // The history shows what stands: a flag that was resolved is gone from its row, and stays among the flags.
        var standing = new Dictionary<(string, string), Recorded<KeepFlag>>();
        foreach (var flag in flags.Where(flag => flag.Body.RowId is not null)) standing[(flag.Body.Dossier.Value, flag.Body.RowId!)] = flag;
        if (standing.Count == 0) return;
        var marked = standing.Values.Select(flag => flag.Body).OrderBy(flag => flag.Dossier.Value, StringComparer.Ordinal)
            .ThenBy(flag => flag.RowId, StringComparer.Ordinal).ToList();
        batch.Append("update dossier.history h set flag = v.flag from unnest($1, $2, $3) v(code, row_id, flag) where h.code = v.code and h.row_id = v.row_id")
            .Column(marked, flag => flag.Dossier.Value)
            .Column(marked, flag => Convert.FromHexString(flag.RowId!))
            .Column(marked, flag => flag.Flag == DossierFlag.Resolved ? null : (short?)flag.Flag);
    }

    private byte[] SealDetails(KeepHistoryRow kept)
    {
        var details = new HistoryDetails(kept.Row.Officer, kept.Row.Title, kept.Row.Department, kept.Row.Text);
        return sealer.Seal(SealedText.Of(details), Places.History(kept.Dossier.Value, kept.Row.RowId));
    }
}

/// <summary>What a row says in words: about persons, and sealed.</summary>
/// <param name="Officer">NguoiXuLy.</param>
/// <param name="Title">ChucDanh.</param>
/// <param name="Department">PhongBanXuLy.</param>
/// <param name="Text">NoiDungXuLy.</param>
public sealed record HistoryDetails(string? Officer, string? Title, string? Department, string? Text);

/// <summary>How details are written.</summary>
[System.Text.Json.Serialization.JsonSourceGenerationOptions(
    PropertyNamingPolicy = System.Text.Json.Serialization.JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
[System.Text.Json.Serialization.JsonSerializable(typeof(HistoryDetails))]
internal sealed partial class HistoryJson : System.Text.Json.Serialization.JsonSerializerContext;
