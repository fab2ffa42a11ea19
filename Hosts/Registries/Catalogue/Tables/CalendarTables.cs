using DichVuCong.Contracts.Catalogue;
using Db = NpgsqlTypes.NpgsqlDbType;

namespace DichVuCong.Registries.Catalogue.Tables;

/// <summary>What time is counted with. Maintenance windows are the operators' alone.</summary>
internal static class CalendarTables
{
    public static readonly CatalogueTable<CalendarDay> Days = new()
    {
        Name = "calendar_day",
        Key = ["calendar", "date"],
        Order = "calendar collate \"C\", date",
        SharedWithOperators = true,
        Columns =
        [
            new("calendar", Db.Text, row => row.Calendar),
            new("date", Db.Date, row => row.Date),
            new("kind", Db.Text, row => EnumWord<DayKind>.Of(row.Kind)),
            new("name", Db.Text, row => row.Name),
            new("source_document", Db.Text, row => row.SourceDocument),
            new("active", Db.Boolean, row => row.Active),
        ],
        Read = row => new CalendarDay(
            row.Text("calendar"), row.Value<DateOnly>("date"), row.Word<DayKind>("kind"), row.Text("name"), row.Text("source_document"),
            row.Value<bool>("active")),
    };

    public static readonly CatalogueTable<OfficeHours> Hours = new()
    {
        Name = "office_hours",
        Key = ["calendar", "day", "opens", "valid_from"],
        Order =
            """
            calendar collate "C", array_position(array['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'], day), opens, valid_from
            """,
        SharedWithOperators = true,
        Columns =
        [
            new("calendar", Db.Text, row => row.Calendar),
            new("day", Db.Text, row => EnumWord<DayOfWeek>.Of(row.Day)),
            new("opens", Db.Time, row => row.From),
            new("closes", Db.Time, row => row.To),
            new("valid_from", Db.Date, row => row.ValidFrom),
            new("valid_to", Db.Date, row => row.ValidTo),
            new("source_document", Db.Text, row => row.SourceDocument),
        ],
        Read = row => new OfficeHours(
            row.Text("calendar"), row.Word<DayOfWeek>("day"), row.Value<TimeOnly>("opens"), row.Value<TimeOnly>("closes"), row.Value<DateOnly>("valid_from"),
            row.ValueOrNull<DateOnly>("valid_to"), row.Text("source_document")),
    };

    public static readonly CatalogueTable<MaintenanceWindow> Windows = new()
    {
        Name = "maintenance_window",
        Key = ["system", "starts"],
        Order = "system collate \"C\", starts",
        Columns =
        [
            new("system", Db.Text, row => row.System),
            new("starts", Db.TimestampTz, row => row.From.UtcDateTime),
            new("ends", Db.TimestampTz, row => row.To.UtcDateTime),
            new("announcement", Db.Text, row => row.Announcement),
        ],
        Read = row => new MaintenanceWindow(
            row.Text("system"), row.Value<DateTimeOffset>("starts"), row.Value<DateTimeOffset>("ends"), row.Text("announcement")),
    };
}
