using System.Diagnostics;
using DichVuCong.Registries.Settings;

namespace DichVuCong.Cli.Running;

/// <summary>The PostgreSQL cluster that build/postgres keeps in this checkout's .local, or in DVC_HOME.</summary>
internal static class PrivateCluster
{
    private const string Missing = "There is no PostgreSQL to work on. Start one with build/up, or set DVC_POSTGRES to a server's connection string.";

    /// <summary>Its connection string.</summary>
    /// <exception cref="SettingsException">There is no checkout above this program, or its cluster was never started.</exception>
    public static string ConnectionString(string? home)
    {
        var root = FindRoot() ?? throw new SettingsException(Missing);
        var place = string.IsNullOrWhiteSpace(home) ? Path.Combine(root, ".local") : home;
        if (!File.Exists(Path.Combine(place, "postgres", "port"))) throw new SettingsException(Missing);
        var start = new ProcessStartInfo(Path.Combine(root, "build", "postgres"))
        {
            ArgumentList = { "url", place },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start) ?? throw new SettingsException(Missing);
        var url = process.StandardOutput.ReadLine();
        process.WaitForExit();
        return process.ExitCode == 0 && url is not null ? url : throw new SettingsException(Missing);
    }

    private static string? FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "build", "postgres"))) return folder.FullName;
        }

        return null;
    }
}
