namespace DichVuCong.Adapters.ProcedureDatabase;

/// <summary>
/// Where the files of the catalogue lie: one or several folders, of which the first that has a file gives it. So a ministry's own newer export
/// stands in front of what the project ships.
/// </summary>
public sealed class CatalogueFolder
{
    private readonly IReadOnlyList<string> _folders;

    private CatalogueFolder(IReadOnlyList<string> folders) => _folders = folders;

    /// <summary>The files that the project ships, beside the program.</summary>
    public static CatalogueFolder Shipped { get; } = new([Path.Combine(AppContext.BaseDirectory, "catalogue")]);

    /// <summary>Only the files of one folder.</summary>
    public static CatalogueFolder Only(string folder) => new([folder]);

    /// <summary>The files of another folder in front of these.</summary>
    public CatalogueFolder Behind(string folder) => new([folder, .. _folders]);

    /// <summary>The folders that have none of <paramref name="files"/>, most likely a mistyped name.</summary>
    internal IEnumerable<string> FoldersWithout(IReadOnlyCollection<string> files) =>
        _folders.Where(folder => !files.Any(file => File.Exists(Path.Combine(folder, file))));

    /// <summary>The path of a file; null when no folder has it.</summary>
    internal string? Find(string file) => _folders.Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
}
