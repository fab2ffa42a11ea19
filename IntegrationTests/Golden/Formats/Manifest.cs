using System.Security.Cryptography;
using DichVuCong.Golden.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.Golden.Tests.Formats;

/// <summary>
/// <c>Stored/released.sha256</c>: the files that are released, with their hashes, as <c>sha256sum</c> writes and checks them. What stands there
/// never changes; what is new is added by <c>record-release</c>.
/// </summary>
internal static class Manifest
{
    public static string Path { get; } = System.IO.Path.Combine(GoldenFolder.Path, "released.sha256");

    /// <summary>What is kept for ever once it is released: recorded files, and the numbered SQL of every room.</summary>
    public static IEnumerable<string> Candidates() =>
        Directory.GetFiles(GoldenFolder.Path, "*", SearchOption.AllDirectories).Where(file => file != Path)
            .Concat(new[] { "Runtime", "Registries" }.SelectMany(room => Directory.GetFiles(
                System.IO.Path.Combine(TestCluster.Root, "Hosts", room, "Schema"), "*.sql", SearchOption.AllDirectories)))
            .Select(file => System.IO.Path.GetRelativePath(TestCluster.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    /// <summary>The released files and their hashes.</summary>
    public static IReadOnlyDictionary<string, string> Released() => !File.Exists(Path)
        ? new Dictionary<string, string>(StringComparer.Ordinal)
        : File.ReadAllLines(Path).Where(line => line.Length > 0).ToDictionary(line => line[66..], line => line[..64], StringComparer.Ordinal);

    public static string HashOf(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(System.IO.Path.Combine(TestCluster.Root, file))));
}
