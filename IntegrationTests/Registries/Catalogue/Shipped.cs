using DichVuCong.Adapters.ProcedureDatabase;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Registries.Tests.Catalogue;

/// <summary>The catalogue that the project ships, read once, with calendars of the tests' own.</summary>
internal static class Shipped
{
    private static readonly Lazy<CatalogueReading> Read = new(() => CatalogueReader.Read(CatalogueFolder.Shipped));

    public static CatalogueReading Reading => Read.Value;

    public static CatalogueData Data => Reading.Data with { Calendars = Calendars };

    /// <summary>A few procedures and agencies of it with all systems, for tests that need no more.</summary>
    public static CatalogueData Few
    {
        get
        {
            var procedures = Data.Procedures.Where(procedure => procedure.Code.Value is "1.001193" or "1.000894" or "1.000005").ToList();
            var codes = procedures.Select(procedure => procedure.Code).ToHashSet();
            return Data with
            {
                Procedures = procedures,
                Communes = [.. Data.Communes.Where(commune => commune.Province == "08")],
                Agencies = [.. Data.Agencies.Where(agency => agency.Parent is null || agency.Code.Value is "H22.1" or "H60.101")],
                AgencyRoutes = [.. Data.AgencyRoutes.Where(route => codes.Contains(route.Procedure!.Value))],
            };
        }
    }

    public static CalendarData Calendars { get; } = new(
        0,
        [
            new CalendarDay("vn", new DateOnly(2026, 1, 1), DayKind.Holiday, "Tết Dương lịch", "Bộ luật Lao động 2019, Điều 112", true),
            new CalendarDay("vn", new DateOnly(2026, 11, 24), DayKind.Holiday, "Ngày Văn hóa Việt Nam", "30/NQ-CP", false),
        ],
        [new OfficeHours("vn", DayOfWeek.Monday, new TimeOnly(8, 0), new TimeOnly(12, 0), new DateOnly(2020, 1, 1), null, "test")],
        []);
}
