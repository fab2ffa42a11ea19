using System.Diagnostics;

namespace DichVuCong.Testing;

/// <summary>
/// The PostgreSQL server of the tests: the one that build/test started and named in DVC_TEST_POSTGRES, or one that is started here on the
/// first use, by the same script, and left running for the next test run.
/// </summary>
public static class TestCluster
{
    private static readonly Lazy<string> Url = new(Start);

    /// <summary>The connection string of the maintenance database, with the right to create databases.</summary>
    public static string ConnectionString => Url.Value;

    /// <summary>The repository's root.</summary>
    public static string Root { get; } = FindRoot();

    private static string Start()
    {
        var given = Environment.GetEnvironmentVariable("DVC_TEST_POSTGRES");
        if (!string.IsNullOrWhiteSpace(given)) return given;

        var start = new ProcessStartInfo(Path.Combine(Root, "build", "postgres"))
        {
            ArgumentList = { "start", Path.Combine(Root, ".local", "test") },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("build/postgres did not start.");
        var url = process.StandardOutput.ReadLine();
        process.WaitForExit();
        return process.ExitCode == 0 && url is not null
            ? url
            : throw new InvalidOperationException($"build/postgres ended with {process.ExitCode}.");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DichVuCong.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not run from inside the repository.");
    }
}
