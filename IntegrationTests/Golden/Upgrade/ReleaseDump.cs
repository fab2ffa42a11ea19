using System.IO.Compression;
using DichVuCong.Golden.Tests.Support;
using DichVuCong.Testing;
using Npgsql;

namespace DichVuCong.Golden.Tests.Upgrade;

/// <summary>The database of a release as it stood in the middle of its life, dumped as SQL.</summary>
/// <param name="Name">The release's name.</param>
internal sealed record ReleaseDump(string Name)
{
    private static string Folder => Path.Combine(GoldenFolder.Path, "releases");

    public static IReadOnlyList<ReleaseDump> All =>
        [.. Directory.GetFiles(Folder, "*.sql.gz").Order(StringComparer.Ordinal).Select(file => new ReleaseDump(Path.GetFileName(file)[..^".sql.gz".Length]))];

    public async Task<TestDatabase> RestoreAsync()
    {
        var database = await TestDatabase.CreateEmptyAsync();
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false, CommandTimeout = 300 };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();
        await using (var dump = new NpgsqlCommand(await ReadAsync(), connection)) await dump.ExecuteNonQueryAsync();

        // A dump carries the numbers of transactions of another server; behind a place in the feed, what comes must have higher ones.
        await using var feed = new NpgsqlCommand(
            "update dossier.feed f set tx = o.place::text::xid8 from (select id, dense_rank() over (order by tx) place from dossier.feed) o where o.id = f.id", connection);
        await feed.ExecuteNonQueryAsync();
        return database;
    }

    public override string ToString() => Name;

    /// <summary>The statements; lines with a backslash are psql's.</summary>
    private async Task<string> ReadAsync()
    {
        await using var file = new GZipStream(File.OpenRead(Path.Combine(Folder, $"{Name}.sql.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(file);
        return string.Join('\n', (await reader.ReadToEndAsync()).Split('\n').Where(line => !line.StartsWith('\\')));
    }
}
