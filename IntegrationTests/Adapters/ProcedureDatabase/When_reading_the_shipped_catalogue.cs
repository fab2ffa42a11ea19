using DichVuCong.Adapters.ProcedureDatabase;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.ProcedureDatabase.Tests;

internal sealed class When_reading_the_shipped_catalogue
{
    private static readonly Lazy<CatalogueReading> Shipped = new(() =>
    {
        using var folder = TestFolder.WithCalendars();
        return CatalogueReader.Read(CatalogueFolder.Shipped.Behind(folder.Folder));
    });

    private static CatalogueData Data => Shipped.Value.Data;

    [Test]
    public void Should_have_every_procedure_place_and_agency()
    {
        Data.Procedures.Count.ShouldBe(2334);
        Data.Provinces.Count.ShouldBe(34);
        Data.Communes.Count.ShouldBe(3321);
        Data.Sectors.Count.ShouldBe(140);
        Data.Agencies.Count.ShouldBe(92 + 6886);
        Data.Systems.Count.ShouldBe(34 + 16 + 1);
        Data.PlaceAliases.Count.ShouldBe(63 - 34);
    }

    [Test]
    public void Should_find_the_dirt_that_is_known_to_be_there()
    {
        Data.Procedures.Count(procedure => !procedure.Offers(FilingChannel.Online)).ShouldBe(557);
        Data.Procedures.Count(procedure => procedure.Channels.Count == 0).ShouldBe(120);
        Data.Procedures.Count(procedure => procedure.Levels.Count > 1).ShouldBe(454);
        Data.Procedures.Count(procedure => procedure.Channels.Any(row => row.Case > 1)).ShouldBe(72);
        Data.Procedures.SelectMany(procedure => procedure.Channels).Count(row => row.PublishedUnit.Length == 0).ShouldBe(764);
        Data.Procedures.Count(procedure => procedure.ExecutedBy is null).ShouldBe(273);
    }

    [TestCase("term-without-unit", 764)]
    [TestCase("no-channel", 120)]
    [TestCase("no-executor", 273)]
    [TestCase("no-result", 135)]
    [TestCase("no-kind", 99)]
    [TestCase("term-in-minutes", 3)]
    [TestCase("term-implausible", 35)]
    [TestCase("fee-in-thousands", 29)]
    [TestCase("fee-implausible", 43)]
    [TestCase("fee-online-tenth", 1)]
    [TestCase("subject-joined", 392)]
    [TestCase("repeated-channel", 172)]
    [TestCase("decision-form", 66)]
    [TestCase("letters-composed", 65)]
    [TestCase("spaces-repaired", 85)]
    public void Should_count_its_findings(string code, int count) =>
        Shipped.Value.Findings.Count(finding => finding.Code == code).ShouldBe(count);

    [Test]
    public void Should_have_no_error_in_what_the_project_ships() =>
        Shipped.Value.Findings.Where(finding => finding.Severity == FindingSeverity.Error).ShouldBeEmpty();

    [Test]
    public void Should_serve_several_hundred_procedures_centrally_all_of_them_online()
    {
        var central = Data.Procedures.Where(procedure => procedure.Served == ServedAt.Central).ToList();
        central.Count.ShouldBeInRange(300, 600);
        central.ShouldAllBe(procedure => procedure.Offers(FilingChannel.Online));
        central.Select(procedure => procedure.Code.Value).ShouldContain("1.001193");
    }

    [Test]
    public void Should_give_every_commune_one_committee_and_one_police_with_codes_that_agencies_can_have()
    {
        foreach (var kind in new[] { AgencyKind.CommuneCommittee, AgencyKind.CommunePolice })
        {
            Data.Agencies.Where(agency => agency.Kind == kind).Select(agency => agency.Serves!.Commune).Order(StringComparer.Ordinal)
                .ShouldBe(Data.Communes.Select(commune => commune.Code));
        }

        Data.Agencies.ShouldAllBe(agency => IsNewForm(agency.Code.Value));
    }

    [Test]
    public void Should_know_the_closed_unit_by_its_older_form()
    {
        var alias = Data.AgencyAliases.Single(row => row.Code == AgencyCode.Parse("000.00.01.H22"));
        var unit = Data.Agencies.Single(agency => agency.Code == alias.Agency);
        unit.Validity.To.ShouldBe(new DateOnly(2025, 6, 30));
        unit.Successor.ShouldBe(AgencyCode.Parse("H60"));
    }

    [Test]
    public void Should_repair_spaces_letters_and_subjects_that_a_comma_had_cut()
    {
        Data.Procedures.ShouldNotContain(procedure => procedure.ExecutedBy != null && procedure.ExecutedBy.Contains('\u00A0'));
        Data.Procedures.Count(procedure => procedure.SectorName == "Cấp, quản lý căn cước").ShouldBe(30);
        Data.Procedures.SelectMany(procedure => procedure.Subjects).ShouldNotContain("công chức");
        Data.Procedures.Count(procedure => procedure.Subjects.Contains("Cán bộ, công chức, viên chức")).ShouldBe(392);
    }

    [Test]
    public void Should_turn_one_and_a_half_working_days_into_working_minutes() =>
        Data.Procedures.Single(procedure => procedure.Code.Value == "1.013097").Channels
            .ShouldAllBe(row => row.Term == new ProcedureTerm(720, TermUnit.WorkingMinutes));

    [Test]
    public void Should_read_the_calendars()
    {
        Data.Calendars.Days.ShouldContain(
            new CalendarDay("vn", new DateOnly(2026, 1, 10), DayKind.WorkingDay, "Làm bù ngày 02/01/2026", "12729/VPCP-KGVX", true));
        Data.Calendars.Hours.ShouldContain(
            new OfficeHours(
                "H29", DayOfWeek.Monday, new TimeOnly(7, 30), new TimeOnly(11, 30), new DateOnly(2025, 7, 1), new DateOnly(2025, 12, 31), "sample of a test"));
    }

    /// <summary>A letter and two digits, then up to six numbers of at most three digits.</summary>
    private static bool IsNewForm(string code) =>
        code.Split('.') is [[>= 'A' and <= 'Z', >= '0' and <= '9', >= '0' and <= '9'], .. { Length: <= 6 } rest]
        && rest.All(part => part.Length is > 0 and <= 3 && part.All(char.IsAsciiDigit));
}
