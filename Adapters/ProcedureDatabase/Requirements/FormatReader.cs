using System.Text.RegularExpressions;
using DichVuCong.Adapters.ProcedureDatabase.Findings;
using DichVuCong.Adapters.ProcedureDatabase.Procedures;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Adapters.ProcedureDatabase.Requirements;

/// <summary>Reads the descriptions of file formats.</summary>
internal static partial class FormatReader
{
    public static IReadOnlyList<FileFormat> Read(IReadOnlyList<JsonRecord> records, LineLog log)
    {
        var formats = new List<FileFormat>(records.Count);
        foreach (var record in records)
        {
            if (ReadFormat(record, log) is not { } format) continue;
            if (formats.Exists(other => other.Name == format.Name)) log.Add(FindingRules.DuplicateKey, $"The format '{format.Name}' is described already; this one is left out.");
            else formats.Add(format);
        }

        return formats;
    }

    private static FileFormat? ReadFormat(JsonRecord record, LineLog log)
    {
        var name = record.Text("name");
        if (name is null || !Name().IsMatch(name))
        {
            log.Add(FindingRules.WrongCode, $"The format's name '{name}' is not of the form pdf; the format is left out.");
            return null;
        }

        var mediaTypes = record.Texts("mediaTypes").Select(type => type.ToLowerInvariant()).ToList();
        var extensions = record.Texts("extensions").Select(extension => extension.ToLowerInvariant()).ToList();
        var signatures = record.Texts("signatures");
        if (mediaTypes.Count > 0 && extensions.Count > 0 && extensions.TrueForAll(Name().IsMatch) && signatures.All(Signature().IsMatch))
        {
            return new FileFormat(name, mediaTypes, extensions, signatures);
        }

        log.Add(
            FindingRules.WrongValue,
            $"The format '{name}' needs media types, extensions without a dot, and signatures of hexadecimal digits; it is left out.");
        return null;
    }

    [GeneratedRegex(@"^[a-z0-9]{1,10}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^([0-9a-fA-F]{2})+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Signature();
}
