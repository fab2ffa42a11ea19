using DichVuCong.Contracts.Catalogue;
using Db = NpgsqlTypes.NpgsqlDbType;

namespace DichVuCong.Registries.Catalogue.Tables;

/// <summary>The two steps of routing.</summary>
internal static class RouteTables
{
    public static readonly CatalogueTable<AgencyRoute> Agencies = new()
    {
        Name = "agency_route",
        Key = ["id"],
        Order = "id collate \"C\"",
        SharedWithOperators = true,
        Columns =
        [
            new("id", Db.Text, row => row.Id),
            new("procedure", Db.Text, row => row.Procedure?.Value),
            new("level", Db.Text, row => EnumWord<AdministrativeLevel>.Of(row.Level)),
            new("case_no", Db.Integer, row => row.Case),
            new("province", Db.Text, row => row.Place?.Province),
            new("commune", Db.Text, row => row.Place?.Commune),
            new("agency", Db.Text, row => row.Target is RouteTarget.FixedAgency(var agency) ? agency.Value : null),
            new("unit_kind", Db.Text, row => row.Target is RouteTarget.UnitOfPlace(var kind) ? EnumWord<AgencyKind>.Of(kind) : null),
            new("valid_from", Db.Date, row => row.Validity.From),
            new("valid_to", Db.Date, row => row.Validity.To),
            new("state", Db.Text, row => EnumWord<RouteState>.Of(row.State)),
            new("source", Db.Text, row => row.Source),
        ],
        Read = row => new AgencyRoute
        {
            Id = row.Text("id"),
            Procedure = row.ProcedureOrNull("procedure"),
            Level = row.Word<AdministrativeLevel>("level"),
            Case = row.ValueOrNull<int>("case_no"),
            Place = row.PlaceOrNull(),
            Target = row.AgencyOrNull("agency") is { } agency
                ? new RouteTarget.FixedAgency(agency)
                : new RouteTarget.UnitOfPlace(row.Word<AgencyKind>("unit_kind")),
            Validity = row.Validity(),
            State = row.Word<RouteState>("state"),
            Source = row.Text("source"),
            Origin = row.Word<RecordOrigin>("origin"),
        },
    };

    public static readonly CatalogueTable<SystemRoute> Systems = new()
    {
        Name = "system_route",
        Key = ["id"],
        Order = "id collate \"C\"",
        SharedWithOperators = true,
        Columns =
        [
            new("id", Db.Text, row => row.Id),
            new("procedure", Db.Text, row => row.Procedure?.Value),
            new("agency", Db.Text, row => row.Agency.Value),
            new("with_units", Db.Boolean, row => row.WithUnits),
            new("system", Db.Text, row => row.System),
            new("valid_from", Db.Date, row => row.Validity.From),
            new("valid_to", Db.Date, row => row.Validity.To),
            new("state", Db.Text, row => EnumWord<RouteState>.Of(row.State)),
            new("source", Db.Text, row => row.Source),
        ],
        Read = row => new SystemRoute
        {
            Id = row.Text("id"),
            Procedure = row.ProcedureOrNull("procedure"),
            Agency = row.Agency("agency"),
            WithUnits = row.Value<bool>("with_units"),
            System = row.Text("system"),
            Validity = row.Validity(),
            State = row.Word<RouteState>("state"),
            Source = row.Text("source"),
            Origin = row.Word<RecordOrigin>("origin"),
        },
    };
}
