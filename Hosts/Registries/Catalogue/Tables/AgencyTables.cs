using DichVuCong.Contracts.Catalogue;
using Db = NpgsqlTypes.NpgsqlDbType;

namespace DichVuCong.Registries.Catalogue.Tables;

/// <summary>Agencies and their other codes.</summary>
internal static class AgencyTables
{
    public static readonly CatalogueTable<Agency> Agencies = new()
    {
        Name = "agency",
        Key = ["code"],
        Order = "code collate \"C\"",
        SharedWithOperators = true,
        Columns =
        [
            new("code", Db.Text, row => row.Code.Value),
            new("name", Db.Text, row => row.Name),
            new("kind", Db.Text, row => EnumWord<AgencyKind>.Of(row.Kind)),
            new("parent", Db.Text, row => row.Parent?.Value),
            new("valid_from", Db.Date, row => row.Validity.From),
            new("valid_to", Db.Date, row => row.Validity.To),
            new("successor", Db.Text, row => row.Successor?.Value),
            new("province", Db.Text, row => row.Serves?.Province),
            new("commune", Db.Text, row => row.Serves?.Commune),
            new("uncertain", Db.Text, row => row.Uncertain),
            new("source", Db.Text, row => row.Source),
        ],
        Read = row => new Agency
        {
            Code = row.Agency("code"),
            Name = row.Text("name"),
            Kind = row.Word<AgencyKind>("kind"),
            Parent = row.AgencyOrNull("parent"),
            Validity = row.Validity(),
            Successor = row.AgencyOrNull("successor"),
            Serves = row.PlaceOrNull(),
            Uncertain = row.TextOrNull("uncertain"),
            Source = row.Text("source"),
            Origin = row.Word<RecordOrigin>("origin"),
        },
    };

    public static readonly CatalogueTable<AgencyAlias> Aliases = new()
    {
        Name = "agency_alias",
        Key = ["code", "agency"],
        Order = "code collate \"C\", agency collate \"C\"",
        SharedWithOperators = true,
        Columns =
        [
            new("code", Db.Text, row => row.Code.Value),
            new("agency", Db.Text, row => row.Agency.Value),
            new("valid_from", Db.Date, row => row.Validity.From),
            new("valid_to", Db.Date, row => row.Validity.To),
            new("source", Db.Text, row => row.Source),
        ],
        Read = row => new AgencyAlias(row.Agency("code"), row.Agency("agency"), row.Validity(), row.Text("source"), row.Word<RecordOrigin>("origin")),
    };
}
