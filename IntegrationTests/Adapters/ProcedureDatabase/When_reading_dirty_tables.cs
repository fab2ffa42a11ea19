using DichVuCong.Adapters.ProcedureDatabase.Agencies;
using DichVuCong.Adapters.ProcedureDatabase.Calendars;
using DichVuCong.Adapters.ProcedureDatabase.Findings;
using DichVuCong.Adapters.ProcedureDatabase.Places;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.ProcedureDatabase.Tests;

internal sealed class When_reading_dirty_tables
{
    private const string UnitHeader = "Code,OldForm,Name,Kind,Parent,Province,Commune,ValidFrom,ValidTo,Successor,Source";

    [TestCase("08,Tỉnh Tuyên Quang,00691,Phường A,too much", "column-count")]
    [TestCase("08,Tỉnh Tuyên Quang,00691", "column-count")]
    [TestCase("8,Tỉnh Tuyên Quang,00691,Phường A", "wrong-code")]
    [TestCase("08,Tỉnh Tuyên Quang,691,Phường A", "wrong-code")]
    [TestCase("08,Tỉnh Tuyên Quang,00691,", "field-missing")]
    [TestCase("08,Tỉnh Tuyên Quang,00004,Phường B", "duplicate-key")]
    [TestCase("08,Tỉnh \"Tuyên\" Quang,00691,Phường A", "broken-quotes")]
    public void Should_leave_out_a_row_that_cannot_be_used_and_read_on(string row, string code)
    {
        var (places, findings) = Read(
            $"province_code,province,commune_code,commune\n01,Thành phố Hà Nội,00004,Phường Ba Đình\n{row}\n01,Thành phố Hà Nội,00008,Phường Ngọc Hà\n",
            PlaceReader.Read);
        places.Communes.Select(commune => commune.Code).ShouldBe(["00004", "00008"]);
        var finding = findings.ShouldHaveSingleItem();
        finding.Code.ShouldBe(code);
        finding.Line.ShouldBe(3);
    }

    [Test]
    public void Should_leave_out_a_file_whose_header_lacks_a_column()
    {
        var (places, findings) = Read("province_code,commune_code,commune\n01,00004,Phường Ba Đình\n", PlaceReader.Read);
        places.Communes.ShouldBeEmpty();
        findings.ShouldHaveSingleItem().Message.ShouldBe("The header lacks province; the file is left out.");
    }

    [Test]
    public void Should_read_columns_in_any_order_and_with_foreign_line_ends()
    {
        var (places, findings) = Read("commune,province_code,extra,province,commune_code\r\nxã Bắc  Sơn,20,?,Tỉnh Lạng Sơn,06325\r\n", PlaceReader.Read);
        places.Communes.ShouldHaveSingleItem().ShouldBe(new Commune("06325", "Xã Bắc Sơn", "20"));
        findings.Select(finding => finding.Code).ShouldBe(["column-unknown", "spaces-repaired", "name-raised"]);
    }

    [TestCase("h60.1,,A,unit,H60,,,,,,x", "wrong-code")]
    [TestCase("H60.1,,A,office,H60,,,,,,x", "wrong-value")]
    [TestCase("H60.1,,A,unit,,,,,,,x", "field-missing")]
    [TestCase("H60.1,,A,unit,H60,,,2025-13-01,,,x", "wrong-value")]
    [TestCase("H60.1,,A,unit,H60,,,2025-07-01,2025-06-30,,x", "ends-before-start")]
    [TestCase("H60.1,,A,unit,H60,,,,,not a code,x", "wrong-code")]
    public void Should_leave_out_a_unit_that_makes_no_sense(string row, string code)
    {
        var (units, findings) = Read($"{UnitHeader}\n{row}\n", UnitReader.Read);
        units.ShouldBeEmpty();
        findings.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Test]
    public void Should_drop_agencies_that_lead_to_no_body_and_keep_the_others_without_what_is_unknown()
    {
        var (register, findings) = Join(
            $"""
            {UnitHeader}
            H60.1,000.00.01.H60,A,unit,H60,,,,,H99,x
            H60.2,000.00.01.H60,B,unit,H60,77,,,,,x
            H99.1,,C,unit,H99,,,,,,x
            H99.1.1,,D,unit,H99.1,,,,,,x
            H98.1,,E,unit,H98.2,,,,,,x
            H98.2,,F,unit,H98.1,,,,,,x
            H60.3,,G,communeCommittee,H60,08,00691,,,,x
            H60.4,,H,communeCommittee,H60,08,00691,,,,x
            H60,,I,unit,H60.1,,,,,,x
            """);
        register.Agencies.Select(agency => agency.Code.Value).ShouldBe(["H60", "H60.1", "H60.2", "H60.3", "H60.4"]);
        register.Agencies[1].Successor.ShouldBeNull();
        register.Agencies[2].Serves.ShouldBeNull();
        register.Aliases.ShouldHaveSingleItem().Agency.Value.ShouldBe("H60.1");
        findings.OrderBy(finding => finding.Line).Select(finding => (finding.Line, finding.Code)).ShouldBe(
        [
            (2, "unknown-successor"), (3, "unknown-place"), (3, "duplicate-key"), (4, "unknown-parent"), (5, "unknown-parent"),
            (6, "unknown-parent"), (7, "unknown-parent"), (9, "place-served-twice"), (10, "duplicate-key"),
        ]);
    }

    [TestCase("vn,2026-02-30,Holiday,Tết,x,true", "wrong-value")]
    [TestCase("vn,2026-01-01,Feast,Tết,x,true", "wrong-value")]
    [TestCase("vn,2026-01-01,Holiday,Tết,x,maybe", "wrong-value")]
    [TestCase("vn,2026-01-01,Holiday,Tết,,true", "field-missing")]
    public void Should_leave_out_a_calendar_day_that_cannot_be_read(string row, string code)
    {
        var (days, findings) = Read($"Calendar,Date,Kind,Name,SourceDocument,Active\n{row}\n", CalendarDayReader.Read);
        days.ShouldBeEmpty();
        findings.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [TestCase("vn,Monday,12:00,08:00,2020-01-01,,x", "ends-before-start")]
    [TestCase("vn,Mon,08:00,12:00,2020-01-01,,x", "wrong-value")]
    [TestCase("vn,Monday,25:00,26:00,2020-01-01,,x", "wrong-value")]
    [TestCase("vn,Monday,08:00,12:00,,,x", "field-missing")]
    public void Should_leave_out_office_hours_that_cannot_be_read(string row, string code)
    {
        var (hours, findings) = Read($"Calendar,Day,From,To,ValidFrom,ValidTo,SourceDocument\n{row}\n", OfficeHoursReader.Read);
        hours.ShouldBeEmpty();
        findings.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    private static (AgencyRegister Register, IReadOnlyList<CatalogueFinding> Findings) Join(string units)
    {
        var findings = new List<CatalogueFinding>();
        var log = new FindingLog("units.csv", findings);
        var body = new Agency { Code = Contracts.AgencyCode.Parse("H60"), Name = "UBND tỉnh Tuyên Quang", Kind = AgencyKind.ProvinceCommittee, Source = "x" };
        var places = new PlaceTable([new Province("08", "Tỉnh Tuyên Quang")], [new Commune("00691", "Phường A", "08")]);
        var rows = UnitReader.Read(new StringReader(units), log);
        return (AgencyRegister.Join([([new AgencyRow(body, null, 2)], new FindingLog("agencies.csv", findings)), (rows, log)], places), findings);
    }

    private static (T Result, IReadOnlyList<CatalogueFinding> Findings) Read<T>(string text, Func<TextReader, FindingLog, T> read)
    {
        var findings = new List<CatalogueFinding>();
        return (read(new StringReader(text), new FindingLog("test.csv", findings)), findings);
    }
}
