using System.Globalization;

namespace DichVuCong.Faults.Processes;

/// <summary>
/// A wall clock of a process's own, by libfaketime (Debian package libfaketime): the offset is read from a file. Clocks that measure spans are
/// left alone, as a jumping wall clock leaves them alone.
/// </summary>
internal sealed class FakeClock(string file)
{
    private static readonly string[] Places = ["/usr/lib/x86_64-linux-gnu/faketime", "/usr/lib/aarch64-linux-gnu/faketime", "/usr/lib/faketime"];

    /// <summary>The library; null when this machine has none.</summary>
    public static string? Library { get; } = Places.Select(place => Path.Combine(place, "libfaketimeMT.so.1")).FirstOrDefault(File.Exists);

    /// <summary>What the process is started with.</summary>
    public IReadOnlyDictionary<string, string> Environment
    {
        get
        {
            if (Library is not { } library) return new Dictionary<string, string>(StringComparer.Ordinal);
            Set(TimeSpan.Zero);
            return new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["LD_PRELOAD"] = library,
                ["FAKETIME_TIMESTAMP_FILE"] = file,
                ["FAKETIME_CACHE_DURATION"] = "1",
                ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
            };
        }
    }

    /// <summary>Moves it; the process notices within a second.</summary>
    public void Set(TimeSpan offset)
    {
        // Moved into place whole: the process must not read half a number.
        File.WriteAllText(file + ".new", string.Create(CultureInfo.InvariantCulture, $"{(offset < TimeSpan.Zero ? "" : "+")}{offset.TotalSeconds:0}\n"));
        File.Move(file + ".new", file, overwrite: true);
    }
}
