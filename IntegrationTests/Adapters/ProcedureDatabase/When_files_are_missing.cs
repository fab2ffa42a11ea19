using DichVuCong.Adapters.ProcedureDatabase;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.ProcedureDatabase.Tests;

internal sealed class When_files_are_missing
{
    [Test]
    public void Should_report_absent_calendars_as_errors_and_read_the_rest()
    {
        using var empty = new TestFolder();
        CopyShipped(empty, except: ["calendar-days.csv", "office-hours.csv"]);
        var reading = CatalogueReader.Read(CatalogueFolder.Only(empty.Folder));
        reading.Findings.Where(finding => finding.Severity == FindingSeverity.Error).Select(finding => (finding.File, finding.Code))
            .ShouldBe([("calendar-days.csv", "file-missing"), ("office-hours.csv", "file-missing")]);
        reading.Data.Procedures.Count.ShouldBe(2334);
        reading.Data.Calendars.Days.ShouldBeEmpty();
    }

    [TestCase("sectors.csv")]
    [TestCase("central-services.csv")]
    [TestCase("agencies.csv")]
    [TestCase("administrative-units.csv")]
    public void Should_not_misunderstand_procedures_whose_tables_are_missing(string missing)
    {
        using var folder = new TestFolder();
        CopyShipped(folder, except: [missing]);
        var reading = CatalogueReader.Read(CatalogueFolder.Only(folder.Folder));
        reading.Data.Procedures.ShouldBeEmpty();
        reading.Data.AgencyRoutes.ShouldBeEmpty();
        reading.Findings.ShouldContain(finding => finding.File == missing && finding.Code == "file-missing");
        reading.Findings.ShouldContain(finding => finding.File == "procedures.jsonl" && finding.Code == "file-not-used");
        reading.Findings.ShouldNotContain(finding => finding.Code == "unknown-sector");
    }

    [Test]
    public void Should_not_use_a_table_whose_header_is_broken()
    {
        using var folder = new TestFolder(("sectors.csv", "Sector;Publisher;Code\n"));
        var reading = CatalogueReader.Read(CatalogueFolder.Shipped.Behind(folder.Folder));
        reading.Data.Procedures.ShouldBeEmpty();
        reading.Findings.ShouldContain(finding => finding.File == "sectors.csv" && finding.Code == "column-missing");
    }

    [Test]
    public void Should_say_when_a_folder_holds_nothing_of_the_catalogue()
    {
        using var empty = new TestFolder();
        CatalogueReader.Read(CatalogueFolder.Shipped.Behind(empty.Folder)).Findings.ShouldContain(finding => finding.Code == "folder-empty");
    }

    [Test]
    public void Should_take_a_newer_export_instead_of_the_shipped_file()
    {
        using var folder = TestFolder.WithCalendars(
            ("administrative-units.csv", "province_code,province,commune_code,commune\n01,Thành phố Hà Nội,00004,Phường Ba Đình\n"));
        var reading = CatalogueReader.Read(CatalogueFolder.Shipped.Behind(folder.Folder));
        reading.Data.Communes.ShouldHaveSingleItem();
        reading.Data.Agencies.Count(agency => agency.Serves?.Commune is not null).ShouldBe(2);
        reading.Findings.Count(finding => finding.Code == "unknown-place").ShouldBeGreaterThan(6000);
    }

    private static void CopyShipped(TestFolder folder, string[] except)
    {
        foreach (var path in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "catalogue")).Where(path => !except.Contains(Path.GetFileName(path))))
        {
            File.Copy(path, Path.Combine(folder.Folder, Path.GetFileName(path)), overwrite: true);
        }
    }
}
