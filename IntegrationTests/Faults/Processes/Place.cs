namespace DichVuCong.Faults.Processes;

/// <summary>Where this checkout's programs are, and where the run keeps its logs and notes.</summary>
/// <param name="Root">The repository.</param>
/// <param name="Folder">The run's folder.</param>
internal sealed record Place(string Root, string Folder)
{
    /// <summary>The script that keeps private clusters.</summary>
    public string PostgresScript => Path.Combine(Root, "build", "postgres");

    /// <summary>A host, built as this program was.</summary>
    public string Assembly(string host, string name) => Path.Combine(Root, "Hosts", host, "bin", Configuration, "net10.0", $"{name}.dll");

    /// <summary>Finds the repository above this program.</summary>
    public static Place Of(string folder)
    {
        Directory.CreateDirectory(folder);
        for (var above = new DirectoryInfo(AppContext.BaseDirectory); above is not null; above = above.Parent)
        {
            if (File.Exists(Path.Combine(above.FullName, "DichVuCong.sln"))) return new Place(above.FullName, Path.GetFullPath(folder));
        }

        throw new InvalidOperationException("This program does not lie inside the repository.");
    }

    private static string Configuration => AppContext.BaseDirectory.Contains("/Debug/", StringComparison.Ordinal) ? "Debug" : "Release";
}
