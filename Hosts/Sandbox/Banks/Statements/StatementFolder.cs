using System.Globalization;
using DichVuCong.Sandbox.Hosting;

namespace DichVuCong.Sandbox.Banks.Statements;

/// <summary>
/// Lays statements into the portal's inbox, as banks do by SFTP: <c>FOLDER/{bank}/{name}</c>, first under another name, and beside it
/// <c>{name}.size</c> with the number of bytes.
/// </summary>
internal sealed class StatementFolder(StatementDesk statements, SandboxOptions options)
{
    private readonly HashSet<(string Bank, DateOnly Day)> _laid = [];
    private readonly Lock _gate = new();

    /// <summary>Lays the statement of a day.</summary>
    /// <param name="bank">The bank.</param>
    /// <param name="day">The day.</param>
    /// <param name="again">Whether one that was laid before is laid once more.</param>
    /// <returns>Where it lies; null when there is no folder, it was laid before, or it is not there on purpose.</returns>
    public string? Lay(string bank, DateOnly day, bool again)
    {
        if (options.Statements is not { } root) return null;
        lock (_gate)
        {
            if (!again && _laid.Contains((bank, day))) return null;
            if (statements.Make(bank, day) is not { } file) return null;
            var folder = Directory.CreateDirectory(Path.Combine(root, bank)).FullName;
            var path = Path.Combine(folder, file.Name);
            // One that still lies there is not written again by a sandbox that was killed.
            if (!again && File.Exists(path)) return null;
            File.WriteAllText(path + ".size", file.Content.Length.ToString(CultureInfo.InvariantCulture));
            File.WriteAllBytes(path + ".part", file.Content);
            File.Move(path + ".part", path, overwrite: true);
            _laid.Add((bank, day));
            return path;
        }
    }
}
