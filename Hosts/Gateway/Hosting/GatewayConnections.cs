using System.Globalization;

namespace DichVuCong.Gateway.Hosting;

/// <summary>How many connections the gateway takes.</summary>
internal static class GatewayConnections
{
    /// <summary>Files and connections of its own that the process needs besides: the database, the file store, the spool, libraries.</summary>
    private const int OwnFiles = 512;

    /// <summary>
    /// As many as are wanted, but never as many as the process may open files: a listener that finds no file left for a connection stops listening for
    /// good. Of a small allowance half is kept.
    /// </summary>
    public static long Most(int wanted, long files) => Math.Min(wanted, Math.Max(files - OwnFiles, files / 2));
}

/// <summary>How many files the process may have open.</summary>
internal static class OpenFiles
{
    private const string Limits = "/proc/self/limits";
    private const string Line = "Max open files";

    /// <summary>The limit that holds; without bounds where the system tells none.</summary>
    public static long Limit()
    {
        if (!File.Exists(Limits)) return long.MaxValue;
        var line = Array.Find(File.ReadAllLines(Limits), line => line.StartsWith(Line, StringComparison.Ordinal));
        var soft = line?[Line.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return long.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out var files) ? files : long.MaxValue;
    }
}
