using System.Globalization;
using System.Text.Json;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Registries.Sealing;
using Npgsql;

namespace DichVuCong.Registries.Dossiers.Timeline;

/// <summary>Entries from the registry: contents, rows, flags, notices, the coordination desk.</summary>
internal static class RegistryEntries
{
    public const string Contents = "select revision, stored_at from dossier.content where code = $1";

    public const string History =
        """
        select row_id, system, source, state, at, arrived_at, received_at, appointment_at, flag, key, sealed from dossier.history where code = $1
        """;

    public const string Flags = "select at, flag, row_id, detail from dossier.flag where code = $1";

    public const string Notices = "select occasion, channel, state, reason, at from dossier.notice where code = $1";

    public const string Tasks = "select cause, candidates, opened_at, closed_at, closed_by, agency from dossier.task where code = $1";

    public static TimelineEntry Content(NpgsqlDataReader reader) => new()
    {
        At = reader.GetFieldValue<DateTimeOffset>(1),
        Kind = TimelineKind.Content,
        What = reader.GetInt32(0) == 1 ? "filed" : "supplemented",
        Detail = reader.GetInt32(0).ToString(CultureInfo.InvariantCulture),
    };

    public static TimelineEntry Row(NpgsqlDataReader reader, DossierCode code, Sealer? sealer)
    {
        var rowId = Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(0));
        return new TimelineEntry
        {
            At = reader.GetFieldValue<DateTimeOffset>(5),
            Kind = TimelineKind.Row,
            What = EnumWord<StatusSource>.Of((StatusSource)reader.GetInt16(2)),
            Where = reader.GetString(1),
            State = (DossierState)reader.GetInt16(3),
            HappenedAt = reader.GetFieldValue<DateTimeOffset>(4),
            RowId = rowId,
            ReceivedAt = TimeOrNull(reader, 6),
            AppointmentAt = TimeOrNull(reader, 7),
            Flag = reader.IsDBNull(8) ? null : (DossierFlag)reader.GetInt16(8),
            Details = sealer is null ? null : Open(sealer, reader, code, rowId),
        };
    }

    public static TimelineEntry Flag(NpgsqlDataReader reader) => new()
    {
        At = reader.GetFieldValue<DateTimeOffset>(0),
        Kind = TimelineKind.Flag,
        What = EnumWord<DossierFlag>.Of((DossierFlag)reader.GetInt16(1)),
        Flag = (DossierFlag)reader.GetInt16(1),
        RowId = reader.IsDBNull(2) ? null : Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(2)),
        Detail = reader.IsDBNull(3) ? null : reader.GetString(3),
    };

    public static TimelineEntry Notice(NpgsqlDataReader reader) => new()
    {
        At = reader.GetFieldValue<DateTimeOffset>(4),
        Kind = TimelineKind.Notice,
        What = reader.GetString(0),
        Where = ((NoticeChannels)reader.GetInt16(1)).ToString(),
        Outcome = ((NoticeState)reader.GetInt16(2)).ToString(),
        Detail = reader.IsDBNull(3) ? null : reader.GetString(3),
    };

    public static IEnumerable<TimelineEntry> Task(NpgsqlDataReader reader)
    {
        var (cause, candidates) = (reader.GetString(0), reader.GetFieldValue<string[]>(1));
        var opened = new TimelineEntry
        {
            At = reader.GetFieldValue<DateTimeOffset>(2),
            Kind = TimelineKind.Coordination,
            What = "task-opened",
            Outcome = cause,
            Detail = candidates.Length == 0 ? null : string.Join(", ", candidates),
        };
        if (TimeOrNull(reader, 3) is not { } closedAt) return [opened];
        return
        [
            opened,
            new TimelineEntry
            {
                At = closedAt,
                Kind = TimelineKind.Coordination,
                What = "task-closed",
                Outcome = reader.IsDBNull(5) ? null : reader.GetString(5),
                Detail = reader.IsDBNull(4) ? null : reader.GetString(4),
            },
        ];
    }

    private static HistoryDetails? Open(Sealer sealer, NpgsqlDataReader reader, DossierCode code, string rowId) =>
        JsonSerializer.Deserialize(
            sealer.Open(reader.GetInt16(9), reader.GetFieldValue<byte[]>(10), Places.History(code.Value, rowId)), HistoryJson.Default.HistoryDetails);

    private static DateTimeOffset? TimeOrNull(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
}
