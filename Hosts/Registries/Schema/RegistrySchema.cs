using DichVuCong.Registries.Catalogue;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Schema;

namespace DichVuCong.Registries.Schema;

/// <summary>Everything that a database of ours holds, in the order in which it is made.</summary>
public static class RegistrySchema
{
    /// <summary>The sets of numbered SQL.</summary>
    public static IReadOnlyList<MigrationSet> All { get; } =
    [
        MigrationSet.Of("bus", typeof(RuntimeHost).Assembly),
        CatalogueSchema.Migrations,
        MigrationSet.Of("dossier", typeof(RegistrySchema).Assembly, "dossier/"),
        MigrationSet.Of("access", typeof(RegistrySchema).Assembly, "access/"),
        MigrationSet.Of("payment", typeof(RegistrySchema).Assembly, "payment/"),
        MigrationSet.Of("operations", typeof(RegistrySchema).Assembly, "operations/"),
        MigrationSet.Of("account", typeof(RegistrySchema).Assembly, "account/"),
        MigrationSet.Of("parcel", typeof(RegistrySchema).Assembly, "parcel/"),
        MigrationSet.Of("identity", typeof(RegistrySchema).Assembly, "identity/"),
    ];
}
