using System.Text.Json;
using System.Text.RegularExpressions;
using DichVuCong.Adapters.ProcedureDatabase.Csv;
using DichVuCong.Adapters.ProcedureDatabase.Findings;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Adapters.ProcedureDatabase.Procedures;

/// <summary>Reads <c>procedures.jsonl</c> line by line: one procedure as the national procedure database publishes it.</summary>
internal sealed partial class ProcedureReader(FindingLog log, PublisherTable publishers)
{
    private static readonly Dictionary<string, AdministrativeLevel> LevelNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Cấp bộ"] = AdministrativeLevel.Ministry,
        ["Cấp tỉnh"] = AdministrativeLevel.Province,
        ["Cấp xã"] = AdministrativeLevel.Commune,
        ["Cơ quan khác"] = AdministrativeLevel.Other,
    };

    /// <summary>The procedures that can be used, in the order of the file.</summary>
    public IEnumerable<Procedure> Read(TextReader text)
    {
        var keys = new UniqueKeys(log);
        for (var line = 1; text.ReadLine() is { } json; line++)
        {
            if (string.IsNullOrWhiteSpace(json)) continue;
            if (ReadLine(json, line) is { } procedure && keys.Add(procedure.Code.Value, line)) yield return procedure;
        }
    }

    private Procedure? ReadLine(string json, int line)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                var lineLog = new LineLog(log, line);
                var procedure = ReadRecord(new JsonRecord(document.RootElement, lineLog), lineLog);
                lineLog.Close();
                return procedure;
            }

            log.Add(FindingRules.BrokenJson, line, "", "The line is no JSON object; it is left out.");
        }
        catch (JsonException broken)
        {
            log.Add(FindingRules.BrokenJson, line, "", $"The line is not JSON, from byte {broken.BytePositionInLine} on; it is left out.");
        }

        catch (InvalidOperationException)
        {
            // What System.Text.Json says to a text with half of a surrogate pair, and only once the text is asked for.
            log.Add(FindingRules.BrokenJson, line, "", "The line contains a text that is no Unicode; it is left out.");
        }

        return null;
    }

    private Procedure? ReadRecord(JsonRecord record, LineLog line)
    {
        var code = record.Text("code");
        line.Record = code ?? "";
        if (!ProcedureCode.TryParse(code, out var parsed) || parsed != parsed.National)
        {
            line.Add(FindingRules.WrongCode, $"The code '{code}' is not of the form 1.001193; the procedure is left out.");
            return null;
        }

        if (record.Text("name") is not { } name)
        {
            line.Add(FindingRules.FieldMissing, "name is missing; the procedure is left out.");
            return null;
        }

        var (publisherName, sectorName) = (record.Text("publishedBy") ?? "", record.Text("field") ?? "");
        var (publisher, sector) = publishers.Find(publisherName, sectorName, line);
        return new Procedure
        {
            Code = parsed,
            Name = name,
            Decision = ReadDecision(record, line),
            Levels = ReadLevels(record, line),
            Kind = Expected(record.Text("kind"), ProcedureFindings.NoKind, "No kind is named.", line),
            SectorName = sectorName,
            SectorCode = sector?.Code,
            Subjects = Subjects.Join(record.Texts("subjects"), line),
            Publisher = publisher,
            PublisherName = publisherName,
            ExecutedBy = Expected(record.Text("executedBy"), ProcedureFindings.NoExecutor, "No executing agency is named.", line),
            Channels = ReadChannels(record, line),
            Results = ReadResults(record, line),
        };
    }

    private static string? Expected(string? text, FindingRule rule, string message, LineLog line)
    {
        if (text is null) line.Add(rule, message);
        return text;
    }

    private static string? ReadDecision(JsonRecord record, LineLog line)
    {
        var decision = record.Text("decision");
        if (decision is null || !DecisionPattern().IsMatch(decision))
        {
            line.Add(ProcedureFindings.DecisionForm, $"The decision '{decision}' is not of the form 123/QĐ-BTP; kept as it is.");
        }

        return decision;
    }

    private static List<AdministrativeLevel> ReadLevels(JsonRecord record, LineLog line)
    {
        var levels = new List<AdministrativeLevel>();
        foreach (var name in record.Texts("levels"))
        {
            if (!LevelNames.TryGetValue(name, out var level))
            {
                line.Add(ProcedureFindings.UnknownLevel, $"The level '{name}' is none of: {string.Join(", ", LevelNames.Keys)}; it is left out.");
            }
            else if (!levels.Contains(level)) levels.Add(level);
        }

        if (levels.Count == 0) line.Add(ProcedureFindings.NoLevel, "No level is left; the procedure cannot be routed.");
        levels.Sort();
        return levels;
    }

    private static IReadOnlyList<ProcedureChannel> ReadChannels(JsonRecord record, LineLog line)
    {
        var channels = ChannelReader.Read(record.Records("channels"), line);
        if (channels.Count == 0) line.Add(ProcedureFindings.NoChannel, "There is no channel; the procedure is refused online.");
        return channels;
    }

    private static IReadOnlyList<string> ReadResults(JsonRecord record, LineLog line)
    {
        var results = record.Texts("results");
        if (results.Count == 0) line.Add(ProcedureFindings.NoResult, "No result paper is named.");
        foreach (var code in results.Where(code => !ResultPattern().IsMatch(code)))
        {
            line.Add(ProcedureFindings.ResultForm, $"The result code '{code}' is not of the form KQ.G15.000123; kept as it is.");
        }

        return results;
    }

    [GeneratedRegex(
        @"^\d+[a-z]?/QĐ-\p{Lu}[\p{Lu}\d]*(-[\p{Lu}\d]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex DecisionPattern();

    [GeneratedRegex(@"^KQ\.[A-Z]\d{2}\.\d{6}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ResultPattern();
}
