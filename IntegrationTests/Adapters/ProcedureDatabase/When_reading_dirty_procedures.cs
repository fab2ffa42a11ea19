using DichVuCong.Adapters.ProcedureDatabase.Findings;
using DichVuCong.Adapters.ProcedureDatabase.Procedures;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.ProcedureDatabase.Tests;

internal sealed class When_reading_dirty_procedures
{
    private const string Sound =
        """{"code": "1.000001", "name": "Đăng ký", "decision": "1/QĐ-BTP", "levels": ["Cấp xã"], "kind": "Khác", "field": "Hộ tịch", "subjects": ["Công dân Việt Nam"], "publishedBy": "Bộ Tư pháp", "executedBy": "UBND", "channels": [{"channel": "online", "time": 3, "unit": "Ngày làm việc", "feeVnd": 8000}], "results": ["KQ.G15.000001"]}""";

    private static readonly AgencyCode Justice = AgencyCode.Parse("G15");

    [Test]
    public void Should_find_nothing_in_a_sound_one()
    {
        var (procedures, findings) = Read(Sound);
        findings.ShouldBeEmpty();
        var procedure = procedures.ShouldHaveSingleItem();
        procedure.Publisher.ShouldBe(Justice);
        procedure.SectorCode.ShouldBe("G15-HT01");
        procedure.Channels.ShouldHaveSingleItem().Term.ShouldBe(new ProcedureTerm(3, TermUnit.WorkingDays));
    }

    [TestCase("""{"code": "1.000001", """, "broken-json")]
    [TestCase("""["1.000001"]""", "broken-json")]
    [TestCase("""{"code": "1.000001", "name": "\ud800"}""", "broken-json")]
    [TestCase("""{"code": "1000001", "name": "x"}""", "wrong-code")]
    [TestCase("""{"code": "1.000001.H60", "name": "x"}""", "wrong-code")]
    [TestCase("""{"name": "x"}""", "wrong-code")]
    [TestCase("""{"code": 1.000001, "name": "x"}""", "wrong-code")]
    [TestCase("""{"code": "1.000001", "name": "  "}""", "field-missing")]
    public void Should_leave_out_what_cannot_be_used_and_read_on(string line, string code)
    {
        var (procedures, findings) = Read(line + "\n" + Sound);
        procedures.ShouldHaveSingleItem();
        findings.ShouldContain(finding => finding.Code == code && finding.Line == 1 && finding.Severity == FindingSeverity.Error);
    }

    [Test]
    public void Should_keep_the_first_of_two_with_the_same_code()
    {
        var (procedures, findings) = Read(Sound + "\n" + Sound.Replace("Đăng ký", "Khác", StringComparison.Ordinal));
        procedures.ShouldHaveSingleItem().Name.ShouldBe("Đăng ký");
        findings.ShouldHaveSingleItem().ShouldBe(
            new CatalogueFinding(
                "test.jsonl", 2, "1.000001", FindingSeverity.Error, "duplicate-key", "'1.000001' stands in line 1 already; this row is left out."));
    }

    [TestCase("Bộ Tư pháp", "Bộ Tu pháp", "unknown-publisher")]
    [TestCase("Hộ tịch", "Hộ khẩu", "unknown-sector")]
    public void Should_keep_one_of_an_unknown_publisher_or_sector_without_guessing(string from, string to, string code)
    {
        var (procedures, findings) = Read(Sound.Replace(from, to, StringComparison.Ordinal));
        procedures.ShouldHaveSingleItem().SectorCode.ShouldBeNull();
        findings.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [TestCase("\"Cấp xã\"", "\"Cấp xã\", \"Cấp huyện\"", "unknown-level")]
    [TestCase("[\"Cấp xã\"]", "[]", "no-level")]
    [TestCase("[\"Cấp xã\"]", "\"Cấp xã\"", null)]
    [TestCase("\"online\"", "\"fax\"", "unknown-channel")]
    [TestCase("KQ.G15.000001", "KQ.G15.1", "result-form")]
    [TestCase("1/QĐ-BTP", "Demo/QĐ-BTP", "decision-form")]
    [TestCase("1/QĐ-BTP", "6636/QĐ-BCA-C12", null)]
    [TestCase("\"UBND\"", "null", "no-executor")]
    [TestCase("\"UBND\"", "17", "field-type")]
    [TestCase("[\"Công dân Việt Nam\"]", "[\"Công dân Việt Nam\", 3]", "field-type")]
    public void Should_note_what_is_odd_about_one(string from, string to, string? code)
    {
        var (procedures, findings) = Read(Sound.Replace(from, to, StringComparison.Ordinal));
        procedures.ShouldHaveSingleItem();
        if (code is null) findings.ShouldBeEmpty();
        else findings.ShouldContain(finding => finding.Code == code);
    }

    [Test]
    public void Should_clean_texts_and_say_which()
    {
        var (procedures, findings) = Read(Sound.Replace("\"UBND\"", "\" U\\u1ea5y\\u00a0ban\\n xa\\u0303\"", StringComparison.Ordinal));
        procedures.ShouldHaveSingleItem().ExecutedBy.ShouldBe("Uấy ban xã");
        findings.Select(finding => finding.Code).ShouldBe(["spaces-repaired", "letters-composed"]);
        findings[0].Message.ShouldEndWith("executedBy.");
    }

    private static (IReadOnlyList<Procedure> Procedures, IReadOnlyList<CatalogueFinding> Findings) Read(string text)
    {
        var findings = new List<CatalogueFinding>();
        var publishers = new PublisherTable(
            [new Agency { Code = Justice, Name = "Bộ Tư pháp", Kind = AgencyKind.Ministry, Source = "test" }],
            [new Sector("G15-HT01", "Hộ tịch", Justice, false, true, AgencyKind.ProvinceCommittee, AgencyKind.CommuneCommittee)]);
        var reader = new ProcedureReader(new FindingLog("test.jsonl", findings), publishers);
        return (reader.Read(new StringReader(text)).ToList(), findings);
    }
}
