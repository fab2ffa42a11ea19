using System.Text;
using DichVuCong.Abuse.Tests.Mutation;
using DichVuCong.Abuse.Tests.Running;
using DichVuCong.Adapters.ProcedureDatabase.Agencies;
using DichVuCong.Adapters.ProcedureDatabase.Calendars;
using DichVuCong.Adapters.ProcedureDatabase.Findings;
using DichVuCong.Adapters.ProcedureDatabase.Places;
using DichVuCong.Adapters.ProcedureDatabase.Procedures;
using DichVuCong.Adapters.ProcedureDatabase.Requirements;
using DichVuCong.Adapters.ProcedureDatabase.Systems;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Abuse.Tests.Readers;

/// <summary>The files of the catalogue and of the calendars, spoilt line by line and as a whole.</summary>
internal static class CatalogueTargets
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "catalogue");
    private static readonly HashSet<AgencyCode> Agencies = [AgencyCode.Parse("H29"), AgencyCode.Parse("G01"), AgencyCode.Parse("G15")];

    public static IEnumerable<IFuzzTarget> All =>
    [
        Csv("administrative-units.csv", (text, log) => PlaceReader.Read(text, log), "PlaceReader.Read", "CsvTable.Read"),
        Csv("place-aliases.csv", (text, log) => PlaceAliasReader.Read(text, log, PlaceTable.Empty), "PlaceAliasReader.Read"),
        Csv("agencies.csv", (text, log) => BodyReader.Read(text, log), "BodyReader.Read"),
        Csv("units.csv", (text, log) => UnitReader.Read(text, log), "UnitReader.Read"),
        Csv("sectors.csv", (text, log) => SectorReader.Read(text, log, Agencies), "SectorReader.Read"),
        Csv("central-services.csv", (text, log) => CentralServiceReader.Read(text, log), "CentralServiceReader.Read"),
        Csv("one-stop-systems.csv", (text, log) => OneStopSystemReader.Read(text, log, Agencies), "OneStopSystemReader.Read"),
        Csv("calendar-days.csv", (text, log) => CalendarDayReader.Read(text, log), "CalendarDayReader.Read"),
        Csv("office-hours.csv", (text, log) => OfficeHoursReader.Read(text, log), "OfficeHoursReader.Read"),
        new ReaderTarget("procedures.jsonl", ProcedureLines, bytes => Read(bytes, (text, log) => new ProcedureReader(log, new PublisherTable([], [])).Read(text).Count()), "ProcedureReader.Read"),
        new ReaderTarget("technical-requirements.json", Requirements, bytes => Read(bytes, (text, log) => RequirementReader.Read(text, log)), "RequirementReader.Read"),
    ];

    private static readonly Lazy<Doc[]> Procedures = new(() => [.. File.ReadLines(Path.Combine(Folder, "procedures.jsonl")).Take(100).Select(Doc.Parse)]);
    private static readonly Lazy<Doc> RequirementFile = new(() => Doc.Parse(File.ReadAllText(Path.Combine(Folder, "technical-requirements.json"))));

    private static byte[] ProcedureLines(Dice dice) =>
        ByteMutation.OfText(dice, string.Join('\n', Enumerable.Range(0, 1 + dice.Below(4)).Select(_ => JsonMutation.Spoil(dice, dice.Pick(Procedures.Value)))));

    private static byte[] Requirements(Dice dice) => ByteMutation.OfText(dice, JsonMutation.Spoil(dice, RequirementFile.Value));

    private static ReaderTarget Csv(string file, Func<TextReader, FindingLog, object?> read, params IReadOnlyList<string> covers)
    {
        var lines = new Lazy<string[]>(() => File.ReadAllLines(Path.Combine(Folder, file)));
        return new ReaderTarget(file, dice => ByteMutation.OfText(dice, CsvMutation.Spoil(dice, lines.Value)), bytes => Read(bytes, read), covers);
    }

    /// <summary>As CatalogueFiles opens them.</summary>
    private static string? Read(byte[] bytes, Func<TextReader, FindingLog, object?> read)
    {
        var findings = new List<CatalogueFinding>();
        using var text = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
        read(text, new FindingLog("fuzz", findings));
        return findings.TrueForAll(finding => finding.Message.Length > 0 && finding.Code.Length > 0) ? null : "a finding without rule or message";
    }
}
