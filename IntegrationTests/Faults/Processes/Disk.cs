using System.Globalization;

namespace DichVuCong.Faults.Processes;

/// <summary>
/// Where the cluster lies: a small file system in memory of its own where one can be mounted, so that it can be filled; a folder otherwise.
/// </summary>
internal sealed class Disk : IAsyncDisposable
{
    private readonly string _note;

    private Disk(string path, string note, string? whyNot) => (Path, _note, WhyNot) = (path, note, whyNot);

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Why it cannot be filled; null when it can.</summary>
    public string? WhyNot { get; }

    private string Ballast => System.IO.Path.Combine(Path, "ballast");

    /// <summary>Mounts one.</summary>
    /// <param name="folder">Where this run keeps its things; a note of the mount is left there for the script.</param>
    /// <param name="megabytes">Its size.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Disk> CreateAsync(string folder, int megabytes, CancellationToken cancellationToken)
    {
        var note = System.IO.Path.Combine(folder, "disk");
        // Not below the checkout: the server's user must be able to reach it.
        var path = System.IO.Path.Combine("/var/tmp", $"dichvucong-faults-{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}");
        if (!Environment.IsPrivilegedProcess) return Folder("only root may mount a tmpfs");
        Directory.CreateDirectory(path);
        await File.WriteAllTextAsync(note, path + "\n", cancellationToken);
        var size = string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m,mode=0755");
        var (code, _, error) = await Shell.TryAsync("mount", ["-t", "tmpfs", "-o", size, "dvc-faults", path], environment: null, cancellationToken);
        if (code == 0) return new Disk(path, note, whyNot: null);
        Directory.Delete(path);
        File.Delete(note);
        return Folder($"a tmpfs could not be mounted: {error.Trim()}");

        Disk Folder(string whyNot) => new(System.IO.Path.Combine(folder, "cluster"), note, whyNot);
    }

    /// <summary>Takes all the room that is left.</summary>
    public async Task FillAsync()
    {
        for (var number = 0; number < 3; number++)
        {
            var free = new DriveInfo(Path).AvailableFreeSpace;
            if (free < 4096) return;
            await Shell.TryAsync(
                "fallocate", ["-l", free.ToString(CultureInfo.InvariantCulture), $"{Ballast}-{number.ToString(CultureInfo.InvariantCulture)}"], environment: null,
                CancellationToken.None);
        }
    }

    /// <summary>Gives it back.</summary>
    public void Free()
    {
        foreach (var file in Directory.EnumerateFiles(Path, "ballast-*")) File.Delete(file);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (WhyNot is not null) return;
        await Shell.TryAsync("umount", [Path], environment: null, CancellationToken.None);
        if (Directory.Exists(Path) && !Directory.EnumerateFileSystemEntries(Path).Any()) Directory.Delete(Path);
        File.Delete(_note);
    }
}
