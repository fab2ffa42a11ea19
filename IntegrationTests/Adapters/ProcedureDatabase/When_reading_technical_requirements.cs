using System.Text.Json.Nodes;
using DichVuCong.Adapters.ProcedureDatabase;
using DichVuCong.Adapters.ProcedureDatabase.Findings;
using DichVuCong.Adapters.ProcedureDatabase.Requirements;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.ProcedureDatabase.Tests;

internal sealed class When_reading_technical_requirements
{
    private const string FileName = "technical-requirements.json";

    private const string Good =
        """
        {
          "formats": [{ "name": "pdf", "mediaTypes": ["Application/PDF"], "extensions": ["PDF"], "signatures": ["25504446"] }],
          "default": { "source": "x", "formats": ["pdf"], "maxFileBytes": 10, "maxTotalBytes": 20, "maxFiles": 2 },
          "procedures": [{ "code": "1.000689", "source": "x", "fields": [], "components": [], "identities": [] }]
        }
        """;

    private static readonly string Shipped = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "catalogue", FileName));

    [Test]
    public void Should_read_the_shipped_file_without_a_finding()
    {
        using var folder = TestFolder.WithCalendars();
        var reading = CatalogueReader.Read(CatalogueFolder.Shipped.Behind(folder.Folder));
        reading.Findings.ShouldNotContain(finding => finding.File == FileName && finding.Severity != FindingSeverity.Info);
        var rules = reading.Data.Requirements;
        rules.Formats.Select(format => format.Name).ShouldBe(["doc", "docx", "dwg", "jpg", "pdf", "png", "tif", "xls", "xlsx", "xml", "zip"]);
        var common = rules.Limits.Single(row => row.Procedure is null);
        (common.MaxFileBytes, common.MaxTotalBytes, common.MaxFiles).ShouldBe((10L << 20, 60L << 20, 50));
        rules.Fields.Where(row => row.Procedure is null && row.Mandatory).Select(row => row.Field)
            .ShouldBe(["applicant.fullName", "applicant.kind", "applicant.personalId", "place.province"]);
    }

    [Test]
    public void Should_refine_procedures_that_there_are_and_leave_the_common_ones_to_the_default()
    {
        using var folder = TestFolder.WithCalendars();
        var data = CatalogueReader.Read(CatalogueFolder.Shipped.Behind(folder.Folder)).Data;
        var refined = data.Requirements.Limits.Select(row => row.Procedure).OfType<ProcedureCode>().ToList();
        refined.Count.ShouldBe(6);
        refined.ShouldBeSubsetOf(data.Procedures.Select(procedure => procedure.Code));
        refined.Select(code => code.Value).ShouldNotContain(code => code == "1.001193" || code == "1.000894" || code == "1.000656");
        foreach (var code in refined)
        {
            var rows = data.Requirements.Fields.Count(row => row.Procedure == code) + data.Requirements.Components.Count(row => row.Procedure == code);
            rows.ShouldBeGreaterThanOrEqualTo(2, code.Value);
        }
    }

    [Test]
    public void Should_bring_media_types_and_extensions_to_lower_case()
    {
        var (rules, findings) = Read(Good);
        findings.ShouldBeEmpty();
        var format = rules!.Formats.ShouldHaveSingleItem();
        (format.MediaTypes[0], format.Extensions[0], format.Signatures[0]).ShouldBe(("application/pdf", "pdf", "25504446"));
    }

    [TestCase("formats", """{ "name": "p.df", "mediaTypes": ["a/b"], "extensions": ["x"] }""", "wrong-code")]
    [TestCase("formats", """{ "name": "odt", "mediaTypes": [], "extensions": ["x"] }""", "wrong-value")]
    [TestCase("formats", """{ "name": "odt", "mediaTypes": ["a/b"], "extensions": [".x"] }""", "wrong-value")]
    [TestCase("formats", """{ "name": "odt", "mediaTypes": ["a/b"], "extensions": ["x"], "signatures": ["xyz"] }""", "wrong-value")]
    [TestCase("formats", """{ "name": "pdf", "mediaTypes": ["a/b"], "extensions": ["x"] }""", "duplicate-key")]
    [TestCase("procedures", """{ "code": "1.193", "source": "x" }""", "wrong-code")]
    [TestCase("procedures", """{ "code": "1.000689.H60", "source": "x" }""", "wrong-code")]
    [TestCase("procedures", """{ "code": "1.004873" }""", "field-missing")]
    [TestCase("procedures", """{ "code": "1.000689", "source": "again" }""", "duplicate-key")]
    [TestCase("fields", """{ "label": "a" }""", "field-missing")]
    [TestCase("fields", """{ "field": "form.a" }""", "field-missing")]
    [TestCase("fields", """{ "field": "applicant.age", "label": "tuổi" }""", "unknown-field")]
    [TestCase("fields", """{ "field": "form..a", "label": "a" }""", "unknown-field")]
    [TestCase("fields", """{ "field": "form.a", "label": "a", "pattern": "(", "text": "Sai." }""", "wrong-pattern")]
    [TestCase("fields", """{ "field": "form.a", "label": "a", "pattern": "(?=a)b", "text": "Sai." }""", "wrong-pattern")]
    [TestCase("fields", """{ "field": "form.a", "label": "a", "pattern": "a" }""", "wrong-pattern")]
    [TestCase("components", """{ "code": "A" }""", "field-missing")]
    [TestCase("components", """{ "code": "A", "name": "a", "formats": ["odt"] }""", "unknown-format")]
    [TestCase("components", """{ "code": "A", "name": "a", "maxFiles": 0 }""", "wrong-value")]
    [TestCase("identities", """{ "kind": "robot", "forms": ["taxCode"] }""", "wrong-value")]
    [TestCase("identities", """{ "kind": "citizen", "forms": ["passport"] }""", "wrong-value")]
    [TestCase("identities", """{ "kind": "citizen", "forms": [] }""", "wrong-value")]
    public void Should_leave_out_a_rule_that_cannot_be_used_and_say_why(string where, string row, string code)
    {
        var document = JsonNode.Parse(Good)!;
        var place = where is "formats" or "procedures" ? document[where]! : document["procedures"]![0]![where]!;
        place.AsArray().Add(JsonNode.Parse(row));
        var (rules, findings) = Read(document.ToJsonString());
        findings.ShouldHaveSingleItem().Code.ShouldBe(code);
        (rules!.Formats.Count, rules.Limits.Count).ShouldBe((1, 2));
        (rules.Fields.Count, rules.Components.Count, rules.Identities.Count).ShouldBe((0, 0, 0));
    }

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("{")]
    [TestCase("""{ "formats": ["\ud800"] }""")]
    [TestCase("""{ "formats": [] }""")]
    [TestCase("""{ "default": { "source": "x", "formats": ["pdf"], "maxFileBytes": 10, "maxTotalBytes": 20, "maxFiles": 2 } }""")]
    [TestCase("""{ "default": { "source": "x", "maxFileBytes": "many", "maxTotalBytes": 20, "maxFiles": 2 } }""")]
    public void Should_use_no_file_without_a_usable_default(string text)
    {
        var (rules, findings) = Read(text);
        rules.ShouldBeNull();
        findings.ShouldNotBeEmpty();
    }

    [Test]
    public void Should_leave_out_the_rules_of_procedures_that_the_catalogue_lacks()
    {
        using var folder = TestFolder.WithCalendars((FileName, Good.Replace("1.000689", "9.999999")));
        var reading = CatalogueReader.Read(CatalogueFolder.Shipped.Behind(folder.Folder));
        reading.Findings.Where(finding => finding.File == FileName && finding.Severity != FindingSeverity.Info).ShouldHaveSingleItem().Record.ShouldBe("9.999999");
        reading.Data.Requirements.Limits.ShouldHaveSingleItem().Procedure.ShouldBeNull();
    }

    [Test]
    public void Should_survive_the_loss_of_any_part()
    {
        for (var at = 0; at < Shipped.Length; at += 97)
        {
            var (rules, findings) = Read(Shipped.Remove(at, Math.Min(13, Shipped.Length - at)));
            if (rules is null) findings.ShouldNotBeEmpty();
        }
    }

    private static (TechnicalRequirements? Rules, IReadOnlyList<CatalogueFinding> Findings) Read(string text)
    {
        var findings = new List<CatalogueFinding>();
        return (RequirementReader.Read(new StringReader(text), new FindingLog(FileName, findings)), findings);
    }
}
