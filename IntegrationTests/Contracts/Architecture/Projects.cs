using System.Xml.Linq;

namespace DichVuCong.Contracts.Tests.Architecture;

/// <summary>A project of the source tree.</summary>
/// <param name="Path">Its file, from the root, with forward slashes.</param>
/// <param name="References">The projects it references, in the same form.</param>
/// <param name="Packages">The packages and frameworks it references itself.</param>
internal sealed record Project(string Path, IReadOnlyList<string> References, IReadOnlyList<string> Packages)
{
    /// <summary>The folder at the root in which it lies.</summary>
    public string Room => RoomOf(Path);

    public static string RoomOf(string path) => path[..path.IndexOf('/', StringComparison.Ordinal)];

    public override string ToString() => Path;
}

/// <summary>All projects of the source tree, as their files say, present and future.</summary>
internal static class Projects
{
    private const string Solution = "DichVuCong.sln";

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<Project> All { get; } = [.. Rooms.All.SelectMany(FilesOf).Select(Read).OrderBy(project => project.Path, StringComparer.Ordinal)];

    public static string SolutionText => File.ReadAllText(Path.Combine(Root, Solution)).Replace('\\', '/');

    private static IEnumerable<string> FilesOf(string room) =>
        Directory.Exists(Path.Combine(Root, room)) ? Directory.EnumerateFiles(Path.Combine(Root, room), "*.csproj", SearchOption.AllDirectories) : [];

    private static Project Read(string file)
    {
        var xml = XDocument.Load(file);
        var folder = Path.GetDirectoryName(file)!;
        return new Project(
            FromRoot(file),
            [.. Included(xml, "ProjectReference").Select(reference => FromRoot(Path.GetFullPath(Path.Combine(folder, reference.Replace('\\', '/')))))],
            [.. Included(xml, "PackageReference"), .. Included(xml, "FrameworkReference"), .. Included(xml, "Reference")]);
    }

    private static IEnumerable<string> Included(XDocument xml, string item) =>
        xml.Descendants(item).Select(element => (string?)element.Attribute("Include") ?? throw new InvalidDataException($"A {item} includes nothing."));

    private static string FromRoot(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, Solution))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException($"No folder above the tests has {Solution}.");
    }
}
