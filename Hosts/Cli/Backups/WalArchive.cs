using System.Globalization;

namespace DichVuCong.Cli.Backups;

/// <summary>The log as the server archived it: segments of 16 MB, numbered within a timeline.</summary>
internal sealed class WalArchive(string folder, uint segmentsPerFile = 256)
{
    /// <summary>
    /// How the server brings a segment here: written under another name, made durable, then renamed, so that no half of a segment is ever
    /// found. One that is there already counts as archived when it is the same, as after a crash, and as an error when it is not.
    /// </summary>
    public static string CommandFor(string folder) =>
        $"if test -f \"{folder}/%f\"; then cmp -s \"%p\" \"{folder}/%f\"; "
        + $"else cp \"%p\" \"{folder}/.%f.part\" && sync \"{folder}/.%f.part\" && mv \"{folder}/.%f.part\" \"{folder}/%f\" && sync \"{folder}\"; fi";

    /// <summary>The segments that are here, in their order.</summary>
    public IReadOnlyList<string> Segments() =>
        [.. Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)).Where(IsSegment).Order(StringComparer.Ordinal)];

    /// <summary>When the newest segment came; null when there is none.</summary>
    public DateTimeOffset? NewestAt() =>
        Segments() is [.., var last] ? new DateTimeOffset(File.GetLastWriteTimeUtc(Path.Combine(folder, last)), TimeSpan.Zero) : null;

    /// <summary>The first segment that is missing between one and the newest of its timeline; null when none is.</summary>
    public string? FirstGap(string first)
    {
        var timeline = first[..8];
        var here = Segments().Where(name => name.StartsWith(timeline, StringComparison.Ordinal) && string.CompareOrdinal(name, first) >= 0).ToList();
        var expected = first;
        foreach (var name in here)
        {
            if (name != expected) return expected;
            expected = Next(expected);
        }

        return here.Count == 0 ? first : null;
    }

    private string Next(string name)
    {
        var (log, segment) = (Part(name, 8), Part(name, 16) + 1);
        if (segment == segmentsPerFile) (log, segment) = (log + 1, 0);
        return string.Create(CultureInfo.InvariantCulture, $"{name[..8]}{log:X8}{segment:X8}");
    }

    private static uint Part(string name, int at) => uint.Parse(name.AsSpan(at, 8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static bool IsSegment(string name) => name.Length == 24 && name.All(char.IsAsciiHexDigitUpper);
}
