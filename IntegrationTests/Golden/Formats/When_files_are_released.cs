using DichVuCong.Runtime.Schema;

namespace DichVuCong.Golden.Tests.Formats;

internal sealed class When_files_are_released
{
    [Test]
    public void Should_never_change()
    {
        var released = Manifest.Released();

        released.Count.ShouldBeGreaterThan(50);
        released.Where(file => Manifest.HashOf(file.Key) != file.Value).Select(file => file.Key)
            .ShouldBeEmpty("a released file was changed: record the next version, or add the next migration, beside it");
    }

    /// <summary>A number that comes before a released one would be applied after it where the release ran, and before it elsewhere.</summary>
    [Test]
    public void Should_be_followed_by_migrations_of_higher_numbers()
    {
        var released = Manifest.Released().Keys.Where(file => file.EndsWith(".sql", StringComparison.Ordinal)).ToList();
        var added = Manifest.Candidates().Where(file => file.EndsWith(".sql", StringComparison.Ordinal)).Except(released).ToList();

        foreach (var file in added)
        {
            var highest = released.Where(other => FolderOf(other) == FolderOf(file)).Select(NumberOf).DefaultIfEmpty(0).Max();
            NumberOf(file).ShouldBeGreaterThan(highest, file);
        }
    }

    [Test]
    public void Should_have_one_migration_for_each_number()
    {
        foreach (var set in Registries.Schema.RegistrySchema.All)
        {
            set.Migrations.Select(migration => migration.Number).ShouldBe(Enumerable.Range(1, set.Migrations.Count), set.Room);
        }

        typeof(MigrationSet).Assembly.GetManifestResourceNames().ShouldContain("001_bus.sql");
    }

    private static string FolderOf(string file) => file[..file.LastIndexOf('/')];

    private static int NumberOf(string file) => int.Parse(file.AsSpan(file.LastIndexOf('/') + 1, 3), System.Globalization.CultureInfo.InvariantCulture);
}
