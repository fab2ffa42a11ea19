using System.Text.Json;
using DichVuCong.Adapters.ProcedureDatabase.Findings;
using DichVuCong.Adapters.ProcedureDatabase.Procedures;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Adapters.ProcedureDatabase.Requirements;

/// <summary>
/// Reads <c>technical-requirements.json</c>: file formats, the default set and the procedures' refinements (A14.3). No public list exists: ours.
/// </summary>
internal static class RequirementReader
{
    /// <summary>The requirements; null when the file cannot be used, since without a default nothing could be checked.</summary>
    public static TechnicalRequirements? Read(TextReader text, FindingLog log)
    {
        try
        {
            using var document = JsonDocument.Parse(text.ReadToEnd());
            if (document.RootElement.ValueKind == JsonValueKind.Object) return ReadDocument(document.RootElement, log);
            log.Add(FindingRules.BrokenJson, 0, "", "The file is no JSON object; it is left out.");
        }
        catch (JsonException broken)
        {
            log.Add(FindingRules.BrokenJson, (int)(broken.LineNumber ?? 0) + 1, "", "The file is not JSON from this line on; it is left out.");
        }
        catch (InvalidOperationException)
        {
            // What System.Text.Json says to a text with half of a surrogate pair, and only once the text is asked for.
            log.Add(FindingRules.BrokenJson, 0, "", "The file contains a text that is no Unicode; it is left out.");
        }

        return null;
    }

    /// <summary>The requirements without those of procedures that the catalogue lacks.</summary>
    public static TechnicalRequirements Apply(TechnicalRequirements requirements, FindingLog log, IReadOnlyList<Procedure> procedures)
    {
        var known = procedures.Select(procedure => procedure.Code).ToHashSet();
        var unknown = requirements.Limits.Select(row => row.Procedure).OfType<ProcedureCode>().Where(code => !known.Contains(code)).ToHashSet();
        foreach (var code in unknown)
        {
            log.Add(ProcedureFindings.UnknownProcedure, 0, code.Value, $"The catalogue has no procedure {code}; its requirements are left out.");
        }

        return requirements with
        {
            Limits = [.. requirements.Limits.Where(row => IsKept(row.Procedure))],
            Fields = [.. requirements.Fields.Where(row => IsKept(row.Procedure))],
            Components = [.. requirements.Components.Where(row => IsKept(row.Procedure))],
            Identities = [.. requirements.Identities.Where(row => IsKept(row.Procedure))],
        };

        bool IsKept(ProcedureCode? code) => code is not { } named || !unknown.Contains(named);
    }

    private static TechnicalRequirements? ReadDocument(JsonElement root, FindingLog log)
    {
        var file = new LineLog(log, 0);
        var record = new JsonRecord(root, file);
        var formats = FormatReader.Read(record.Records("formats"), file);
        var sections = new RequirementSections(formats.Select(format => format.Name).ToHashSet(StringComparer.Ordinal), log);
        if (record.Record("default") is { } byDefault) sections.Add(procedure: null, byDefault);
        if (sections.Limits is not [{ Formats: not null, MaxFileBytes: not null, MaxTotalBytes: not null, MaxFiles: not null }])
        {
            log.Add(RequirementFindings.NoDefault, 0, "default", "The default set is missing or lacks formats or a limit; the file is left out.");
            return null;
        }

        foreach (var section in record.Records("procedures")) sections.AddProcedure(section);
        file.Close();
        return new TechnicalRequirements(
            [.. formats.OrderBy(row => row.Name, StringComparer.Ordinal)],
            [.. sections.Limits.OrderBy(row => Key(row.Procedure, ""), StringComparer.Ordinal)],
            [.. sections.Fields.OrderBy(row => Key(row.Procedure, row.Field), StringComparer.Ordinal)],
            [.. sections.Components.OrderBy(row => Key(row.Procedure, row.Code), StringComparer.Ordinal)],
            [.. sections.Identities.OrderBy(row => Key(row.Procedure, EnumWord<Contracts.Dossiers.ApplicantKind>.Of(row.Kind)), StringComparer.Ordinal)]);
    }

    /// <summary>The registry's order: procedures by their codes, then the default; a space sorts before every letter.</summary>
    private static string Key(ProcedureCode? procedure, string key) => $"{procedure?.Value ?? "default"} {key}";
}
