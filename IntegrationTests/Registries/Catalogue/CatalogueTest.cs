using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Registries.Catalogue;
using DichVuCong.Testing;

namespace DichVuCong.Registries.Tests.Catalogue;

/// <summary>A fresh database with the catalogue's tables for each test.</summary>
internal abstract class CatalogueTest
{
    private static readonly JsonSerializerOptions Written = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { WriteTheKindOfTarget } },
    };

    protected static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(7));

    protected TestDatabase Database { get; private set; } = null!;

    protected CatalogueStore Store { get; private set; } = null!;

    [SetUp]
    public async Task CreateDatabaseAsync()
    {
        Database = await TestDatabase.CreateAsync(CatalogueSchema.Migrations);
        Store = new CatalogueStore(Database.Source, new FixedTime());
    }

    [TearDown]
    public async Task DropDatabaseAsync() => await Database.DisposeAsync();

    protected Task<CatalogueImportResult> ImportAsync(CatalogueData data, bool allowMassRemoval = false) =>
        Store.ImportAsync(data, [], allowMassRemoval, CancellationToken.None);

    protected Task<CatalogueData> LoadAsync() => Store.LoadAsync(CancellationToken.None);

    protected async Task<int> ExecuteAsync(string sql)
    {
        await using var command = Database.Source.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Everything that a record says, as text: lists are compared by what is in them.</summary>
    protected static string Text<T>(T value) => JsonSerializer.Serialize(value, Written);

    private static void WriteTheKindOfTarget(JsonTypeInfo type)
    {
        if (type.Type != typeof(RouteTarget)) return;
        type.PolymorphismOptions = new JsonPolymorphismOptions
        {
            DerivedTypes = { new JsonDerivedType(typeof(RouteTarget.FixedAgency), "agency"), new JsonDerivedType(typeof(RouteTarget.UnitOfPlace), "kind") },
        };
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
