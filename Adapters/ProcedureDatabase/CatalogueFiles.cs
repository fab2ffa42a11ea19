using System.Security.Cryptography;
using System.Text;
using DichVuCong.Adapters.ProcedureDatabase.Findings;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Adapters.ProcedureDatabase;

/// <summary>Opens the files of the catalogue, one by one, and notes which were read and which are missing.</summary>
internal sealed class CatalogueFiles(CatalogueFolder folder, ICollection<CatalogueFinding> findings)
{
    public const string Procedures = "procedures.jsonl";
    public const string Places = "administrative-units.csv";
    public const string PlaceAliases = "place-aliases.csv";
    public const string Agencies = "agencies.csv";
    public const string Units = "units.csv";
    public const string Sectors = "sectors.csv";
    public const string CentralServices = "central-services.csv";
    public const string Systems = "one-stop-systems.csv";
    public const string CalendarDays = "calendar-days.csv";
    public const string OfficeHours = "office-hours.csv";
    public const string Requirements = "technical-requirements.json";

    private static readonly string[] All =
        [Procedures, Places, PlaceAliases, Agencies, Units, Sectors, CentralServices, Systems, CalendarDays, OfficeHours, Requirements];

    private readonly HashSet<string> _unusable = new(StringComparer.Ordinal);

    /// <summary>Where the findings of a file go.</summary>
    public FindingLog LogOf(string file) => new(file, findings);

    /// <summary>Notes the folders that were named and have nothing.</summary>
    public void ReportEmptyFolders()
    {
        foreach (var empty in folder.FoldersWithout(All))
        {
            LogOf(Path.GetFileName(empty.TrimEnd(Path.DirectorySeparatorChar)))
                .Add(FindingRules.FolderEmpty, 0, "", $"The folder {empty} holds none of the catalogue's files.");
        }
    }

    /// <summary>Reads a file; nothing when it is missing, cannot be read to its end, or cannot be understood without one that is.</summary>
    /// <param name="file">The file.</param>
    /// <param name="read">Reads its text.</param>
    /// <param name="needs">The files without which it would be misunderstood.</param>
    public T? Read<T>(string file, Func<TextReader, FindingLog, T?> read, params ReadOnlySpan<string> needs)
        where T : class
    {
        var log = LogOf(file);
        foreach (var needed in needs)
        {
            if (!_unusable.Contains(needed)) continue;
            _unusable.Add(file);
            log.Add(FindingRules.FileNotUsed, 0, "", $"{needed} is missing or unusable; so this file is left out, and what the registry has stays as it is.");
            return null;
        }

        var result = folder.Find(file) is { } path ? ReadAt(path, log, read) : ReportMissing<T>(log);
        if (result is null || HasNoHeader(file)) _unusable.Add(file);
        return result;
    }

    private static T? ReadAt<T>(string path, FindingLog log, Func<TextReader, FindingLog, T?> read)
        where T : class
    {
        try
        {
            var content = File.ReadAllBytes(path);
            using var text = new StreamReader(new MemoryStream(content), Encoding.UTF8);
            var result = read(text, log);
            log.Add(FindingRules.FileRead, 0, "", $"Read {path}: {content.Length} bytes, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(content))}.");
            return result;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            log.Add(FindingRules.FileUnreadable, 0, "", $"{path} cannot be read: {unreadable.Message}");
            return null;
        }
    }

    private static T? ReportMissing<T>(FindingLog log)
        where T : class
    {
        log.Add(FindingRules.FileMissing, 0, "", "The file is in none of the folders; what the registry has of it stays as it is.");
        return null;
    }

    private bool HasNoHeader(string file) => findings.Any(finding => finding.File == file && finding.Code == FindingRules.ColumnMissing.Code);
}
