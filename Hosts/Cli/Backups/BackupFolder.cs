using System.Globalization;
using System.Text.Json;
using DichVuCong.Cli.Running;

namespace DichVuCong.Cli.Backups;

/// <summary>
/// Where the backups of one cluster lie: <c>cluster.json</c> says of which, <c>base/</c> holds base backups, each a folder with a note
/// beside it, <c>wal/</c> the log as the server archived it.
/// </summary>
internal sealed class BackupFolder(string path)
{
    private const string NameFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>The folder.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>The base backups.</summary>
    public string Bases => System.IO.Path.Combine(Path, "base");

    /// <summary>The archived log.</summary>
    public string Wal => System.IO.Path.Combine(Path, "wal");

    private string ClusterFile => System.IO.Path.Combine(Path, "cluster.json");

    /// <summary>Whether there is anything in it.</summary>
    public bool IsEmpty => !Directory.Exists(Path) || !Directory.EnumerateFileSystemEntries(Path).Any();

    /// <summary>The cluster whose backups lie here; null when none do.</summary>
    public string? Cluster => File.Exists(ClusterFile) ? JsonSerializer.Deserialize<ClusterNote>(File.ReadAllText(ClusterFile), JsonText.Options)!.Cluster : null;

    /// <summary>Makes an empty folder one for backups.</summary>
    public async Task PrepareAsync(ServerTools tools, string cluster, CancellationToken cancellationToken)
    {
        foreach (var folder in new[] { Path, Bases, Wal }) await tools.MakeFolderAsync(folder, cancellationToken);
        await File.WriteAllTextAsync(ClusterFile, JsonSerializer.Serialize(new ClusterNote(cluster), JsonText.Options), cancellationToken);
    }

    /// <summary>Refuses a folder that holds no backups, or another cluster's.</summary>
    public void Require(string? cluster = null)
    {
        if (Cluster is not { } here) throw CliProblemException.NotFound($"{Path} holds no backups. Prepare it with: dvc backup init --dir {Path}");
        if (cluster is not null && here != cluster) throw CliProblemException.Refused($"{Path} holds the backups of another cluster ({here}, this one is {cluster}).");
    }

    /// <summary>The base backups, the oldest first.</summary>
    public IReadOnlyList<BaseBackup> List() =>
    [
        .. Directory.EnumerateFiles(Bases, "*.json").Order(StringComparer.Ordinal)
            .Select(file => JsonSerializer.Deserialize<BaseBackup>(File.ReadAllText(file), JsonText.Options)!)
            .Where(backup => Directory.Exists(FolderOf(backup.Name))),
    ];

    /// <summary>The folder of a base backup.</summary>
    public string FolderOf(string name) => System.IO.Path.Combine(Bases, name);

    /// <summary>The note beside a base backup.</summary>
    public string NoteOf(string name) => System.IO.Path.Combine(Bases, $"{name}.json");

    /// <summary>The name of a base backup that begins now.</summary>
    public static string NameAt(DateTimeOffset now) => now.UtcDateTime.ToString(NameFormat, CultureInfo.InvariantCulture);

    private sealed record ClusterNote(string Cluster);
}

/// <summary>A base backup.</summary>
/// <param name="Name">Its name: when it began, in UTC.</param>
/// <param name="BeganAt">When it began, by the server's clock.</param>
/// <param name="EndedAt">When it ended: every later time can be restored to.</param>
/// <param name="FirstWal">The first segment of the log that it needs.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Version">The server's version.</param>
internal sealed record BaseBackup(string Name, DateTimeOffset BeganAt, DateTimeOffset EndedAt, string FirstWal, long Bytes, string Version);
