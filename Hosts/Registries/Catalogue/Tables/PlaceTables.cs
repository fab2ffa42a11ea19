using DichVuCong.Contracts.Catalogue;
using Db = NpgsqlTypes.NpgsqlDbType;

namespace DichVuCong.Registries.Catalogue.Tables;

/// <summary>Provinces, communes and their older codes.</summary>
internal static class PlaceTables
{
    public static readonly CatalogueTable<Province> Provinces = new()
    {
        Name = "province",
        Key = ["code"],
        Order = "code collate \"C\"",
        Columns = [new("code", Db.Text, row => row.Code), new("name", Db.Text, row => row.Name)],
        Read = row => new Province(row.Text("code"), row.Text("name")),
    };

    public static readonly CatalogueTable<Commune> Communes = new()
    {
        Name = "commune",
        Key = ["code"],
        Order = "code collate \"C\"",
        Columns = [new("code", Db.Text, row => row.Code), new("name", Db.Text, row => row.Name), new("province", Db.Text, row => row.Province)],
        Read = row => new Commune(row.Text("code"), row.Text("name"), row.Text("province")),
    };

    public static readonly CatalogueTable<PlaceAlias> Aliases = new()
    {
        Name = "place_alias",
        Key = ["kind", "old_code"],
        Order = "kind collate \"C\" desc, old_code collate \"C\"",
        Columns =
        [
            new("kind", Db.Text, row => EnumWord<PlaceKind>.Of(row.Kind)),
            new("old_code", Db.Text, row => row.OldCode),
            new("new_code", Db.Text, row => row.NewCode),
            new("old_name", Db.Text, row => row.OldName),
            new("source", Db.Text, row => row.Source),
        ],
        Read = row => new PlaceAlias(row.Word<PlaceKind>("kind"), row.Text("old_code"), row.Text("new_code"), row.Text("old_name"), row.Text("source")),
    };
}
