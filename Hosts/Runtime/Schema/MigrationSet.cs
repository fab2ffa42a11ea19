using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace DichVuCong.Runtime.Schema;

/// <summary>
/// The numbered SQL files of one room (<c>001_queues.sql</c>), embedded in its assembly. A file that was released never changes: the next
/// one expands, and the one after the next release contracts.
/// </summary>
/// <param name="Room">The room's name: <c>bus</c>, <c>catalogue</c>, <c>dossier</c>.</param>
/// <param name="Migrations">The files in the order of their numbers.</param>
public sealed record MigrationSet(string Room, IReadOnlyList<Migration> Migrations)
{
    /// <summary>Reads the files of an assembly whose embedded names start with <paramref name="prefix"/>.</summary>
    public static MigrationSet Of(string room, Assembly assembly, string prefix = "")
    {
        var migrations = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name => Migration.Read(assembly, name, name[prefix.Length..]))
            .OrderBy(migration => migration.Number)
            .ToList();
        return new MigrationSet(room, migrations);
    }
}

/// <summary>One SQL file.</summary>
/// <param name="Number">Its number within the room, from 1.</param>
/// <param name="Name">Its name.</param>
/// <param name="Sql">Its text.</param>
public sealed record Migration(int Number, string Name, string Sql)
{
    /// <summary>The SHA-256 of the text: a file that was applied and then edited is an error, not a difference to live with.</summary>
    public string Fingerprint { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    internal static Migration Read(Assembly assembly, string resource, string fileName)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        var number = int.Parse(fileName.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture);
        return new Migration(number, Path.GetFileNameWithoutExtension(fileName), reader.ReadToEnd());
    }
}
