using DichVuCong.Runtime.Schema;

namespace DichVuCong.Registries.Catalogue;

/// <summary>The tables of the catalogue.</summary>
public static class CatalogueSchema
{
    /// <summary>The numbered SQL of the room <c>catalogue</c>.</summary>
    public static MigrationSet Migrations { get; } = MigrationSet.Of("catalogue", typeof(CatalogueSchema).Assembly, "catalogue/");
}
