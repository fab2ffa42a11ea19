using System.Collections.Frozen;
using DichVuCong.Adapters.ProcedureDatabase.Agencies;
using DichVuCong.Adapters.ProcedureDatabase.Calendars;
using DichVuCong.Adapters.ProcedureDatabase.Places;
using DichVuCong.Adapters.ProcedureDatabase.Procedures;
using DichVuCong.Adapters.ProcedureDatabase.Requirements;
using DichVuCong.Adapters.ProcedureDatabase.Routes;
using DichVuCong.Adapters.ProcedureDatabase.Systems;
using DichVuCong.Contracts.Catalogue;
using static DichVuCong.Adapters.ProcedureDatabase.CatalogueFiles;

namespace DichVuCong.Adapters.ProcedureDatabase;

/// <summary>
/// Reads the catalogue's files. Dirt never stops it: every problem becomes a finding, and the row is kept, repaired by a stated rule or left
/// out; nothing is guessed (A21.3, A22.2).
/// </summary>
public static class CatalogueReader
{
    /// <summary>Reads everything.</summary>
    public static CatalogueReading Read(CatalogueFolder folder)
    {
        var findings = new List<CatalogueFinding>();
        var files = new CatalogueFiles(folder, findings);
        files.ReportEmptyFolders();

        var places = files.Read(CatalogueFiles.Places, PlaceReader.Read) ?? PlaceTable.Empty;
        var aliases = files.Read(PlaceAliases, (text, log) => PlaceAliasReader.Read(text, log, places), CatalogueFiles.Places) ?? [];
        var agencies = ReadAgencies(files, places);
        var codes = agencies.Agencies.Select(agency => agency.Code).ToFrozenSet();
        var sectors = files.Read(CatalogueFiles.Sectors, (text, log) => SectorReader.Read(text, log, codes), Units) ?? [];
        var procedures = ReadProcedures(files, agencies.Agencies, sectors);
        var systems = files.Read(CatalogueFiles.Systems, (text, log) => OneStopSystemReader.Read(text, log, codes), Units) ?? [];
        var days = files.Read(CalendarDays, CalendarDayReader.Read) ?? [];
        var hours = files.Read(CatalogueFiles.OfficeHours, OfficeHoursReader.Read) ?? [];
        var requirements = files.Read(CatalogueFiles.Requirements, RequirementReader.Read, CatalogueFiles.Procedures);

        var data = new CatalogueData
        {
            Procedures = procedures,
            Sectors = sectors,
            Provinces = places.Provinces,
            Communes = places.Communes,
            PlaceAliases = aliases,
            Agencies = agencies.Agencies,
            AgencyAliases = agencies.Aliases,
            Systems = [.. systems.Select(row => row.System)],
            AgencyRoutes = DefaultRoutes.ForAgencies(procedures, sectors),
            SystemRoutes = DefaultRoutes.ForSystems(systems),
            Calendars = new CalendarData(0, days, hours, []),
            Requirements = requirements is null
                ? TechnicalRequirements.None
                : RequirementReader.Apply(requirements, files.LogOf(CatalogueFiles.Requirements), procedures),
        };
        return new CatalogueReading(data, findings);
    }

    private static AgencyRegister ReadAgencies(CatalogueFiles files, PlaceTable places)
    {
        var bodies = files.Read(CatalogueFiles.Agencies, BodyReader.Read, CatalogueFiles.Places);
        var units = files.Read(Units, UnitReader.Read, CatalogueFiles.Agencies);
        return bodies is null || units is null
            ? AgencyRegister.Empty
            : AgencyRegister.Join([(bodies, files.LogOf(CatalogueFiles.Agencies)), (units, files.LogOf(Units))], places);
    }

    private static IReadOnlyList<Procedure> ReadProcedures(CatalogueFiles files, IReadOnlyList<Agency> agencies, IReadOnlyList<Sector> sectors)
    {
        var publishers = new PublisherTable(agencies, sectors);
        var central = files.Read(CentralServices, CentralServiceReader.Read) ?? [];
        var procedures = files.Read(
            CatalogueFiles.Procedures, (text, log) => new ProcedureReader(log, publishers).Read(text).ToList(), CatalogueFiles.Sectors, CentralServices) ?? [];
        var ordered = procedures.OrderBy(procedure => procedure.Code.Value, StringComparer.Ordinal).ToList();
        return ordered.Count == 0 ? ordered : CentralServiceReader.Apply(central, files.LogOf(CentralServices), ordered);
    }
}
