using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Saga.Filing;

/// <summary>What each file must be: named, of a format and size that the procedure takes, with a hash and a place from where it can be fetched.</summary>
internal static class FileConditions
{
    private const int MaxName = 255;

    public static void Check(FilingRequest request, EffectiveRequirements requirements, FileHosts hosts, DeficiencyList found)
    {
        foreach (var (index, file) in (request.Files ?? []).Take(requirements.MaxFiles).Index())
        {
            var place = $"files[{index}]";
            if (file is null)
            {
                found.Add(place, DeficiencyRules.FileMissing, index + 1);
                continue;
            }

            var component = requirements.Components.FirstOrDefault(rule => rule.Rule.Code == file.ComponentCode?.Trim());
            if (file.ComponentCode is { Length: > 100 }) found.Add($"{place}.componentCode", DeficiencyRules.FieldTooLong, 100);
            CheckFormat(file, index + 1, place, component?.Formats ?? requirements.Formats, found);
            CheckSize(file, index + 1, place, requirements.MaxFileBytes, found);
            CheckOrigin(file, index + 1, place, hosts, found);
        }
    }

    /// <summary>The extension of a file's name, in lower case and without the dot; empty when it has none.</summary>
    internal static string ExtensionOf(string name) => name.LastIndexOf('.') is > 0 and var dot ? name[(dot + 1)..].ToLowerInvariant() : "";

    /// <summary>A media type in lower case, without its parameters.</summary>
    internal static string TypeOf(string mediaType) => mediaType.Split(';')[0].Trim().ToLowerInvariant();

    private static void CheckFormat(FilingFile file, int number, string place, IReadOnlyList<FileFormat> taken, DeficiencyList found)
    {
        var extensions = string.Join(", ", taken.SelectMany(format => format.Extensions).Distinct(StringComparer.Ordinal));
        var byType = new List<FileFormat>();
        if (string.IsNullOrWhiteSpace(file.MediaType))
        {
            found.Add($"{place}.mediaType", DeficiencyRules.FieldMissing, $"định dạng của tệp thứ {number}");
        }
        else
        {
            byType = [.. taken.Where(format => format.MediaTypes.Contains(TypeOf(file.MediaType)))];
            if (byType.Count == 0) found.Add($"{place}.mediaType", DeficiencyRules.FileFormatNotAllowed, number, extensions);
        }

        if (string.IsNullOrWhiteSpace(file.Name))
        {
            found.Add($"{place}.name", DeficiencyRules.FieldMissing, $"tên của tệp thứ {number}");
            return;
        }

        var name = file.Name.Trim();
        if (name.Length > MaxName || name.Any(IsForbidden)) found.Add($"{place}.name", DeficiencyRules.FileWrongName, number, MaxName);
        var extension = ExtensionOf(name);
        if (!taken.Any(format => format.Extensions.Contains(extension))) found.Add($"{place}.name", DeficiencyRules.FileExtensionNotAllowed, number, extensions);
        else if (byType.Count > 0 && !byType.Exists(format => format.Extensions.Contains(extension))) found.Add($"{place}.name", DeficiencyRules.FileExtensionDiffers, number);
    }

    private static void CheckSize(FilingFile file, int number, string place, long largest, DeficiencyList found)
    {
        if (file.Size is not { } size) found.Add($"{place}.size", DeficiencyRules.FieldMissing, $"dung lượng của tệp thứ {number}");
        else if (size <= 0) found.Add($"{place}.size", DeficiencyRules.FileEmpty, number);
        else if (size > largest) found.Add($"{place}.size", DeficiencyRules.FileTooLarge, number, FileSize.InWords(largest));
    }

    private static void CheckOrigin(FilingFile file, int number, string place, FileHosts hosts, DeficiencyList found)
    {
        if (file.Sha256?.Trim() is not { Length: 64 } hash || !hash.All(char.IsAsciiHexDigit)) found.Add($"{place}.sha256", DeficiencyRules.FileWrongHash, number);
        if (!FileHosts.TryParse(file.Url, out var address)) found.Add($"{place}.url", DeficiencyRules.FileWrongAddress, number);
        else if (!hosts.Allows(address)) found.Add($"{place}.url", DeficiencyRules.FileHostNotAllowed, number);
    }

    // Paths, control characters, and the marks that turn the direction of writing and so disguise an extension.
    private static bool IsForbidden(char letter) =>
        char.IsControl(letter) || letter is '/' or '\\' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
