using DichVuCong.Adapters.ProcedureDatabase;
using DichVuCong.Registries.Access;
using DichVuCong.Registries.Catalogue;
using DichVuCong.Registries.Schema;
using Npgsql;

namespace DichVuCong.Testing;

/// <summary>
/// A fresh database with all tables, the shipped catalogue and the accounts of development. The first of a test run is made the long way and
/// kept as a template; the others are copies, in some fifty milliseconds.
/// </summary>
public static class SeededDatabase
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    /// <summary>A copy of its own for a test.</summary>
    public static async Task<TestDatabase> CreateAsync() => await TestDatabase.CopyAsync(await Template.Value);

    private static async Task<string> MakeTemplateAsync()
    {
        // Kept for the process: the server of the tests is thrown away, or its old databases are, by build/test.
        var database = await TestDatabase.CreateAsync([.. RegistrySchema.All]);
        var reading = CatalogueReader.Read(CatalogueFolder.Shipped);
        var store = new CatalogueStore(database.Source, TimeProvider.System);
        await store.ImportAsync(reading.Data, reading.Findings, allowMassRemoval: true, CancellationToken.None);
        await new AccountStore(database.Source).SaveAsync(DevelopmentAccounts.Of(await store.LoadAsync(CancellationToken.None)), "test", CancellationToken.None);
        await database.Source.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        return database.Name;
    }
}
