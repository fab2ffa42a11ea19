using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Saga.Tests.Routing;

internal sealed class When_a_system_touches_dossiers
{
    private static readonly ProcedureCode Birth = ProcedureCode.Parse("1.000001");
    private static readonly DateOnly BeforeTheMergers = new(2025, 5, 5);

    [TestCase("H60", "H60")]
    [TestCase("H60", "000.00.00.H60")]
    [TestCase("H60", "H60.101")]
    [TestCase("G12", "G12.1.79")]
    public void Should_let_it_speak_for_the_agencies_it_serves(string system, string agency) =>
        Scope(system).Speaker(Sample.Code(agency)).ShouldBeOfType<ScopeAnswer.Allowed>();

    [TestCase("H60", "H29")]
    [TestCase("H60", "G01.08")]
    [TestCase("H29", "H60.101")]
    [TestCase("G12", "G22")]
    public void Should_not_let_it_speak_for_others(string system, string agency) =>
        Scope(system).Speaker(Sample.Code(agency)).ShouldBeOfType<ScopeAnswer.NotItsAgency>();

    [Test]
    public void Should_say_that_a_code_is_of_no_agency()
    {
        Scope("H60").Speaker(Sample.Code("H77")).ShouldBeOfType<ScopeAnswer.UnknownAgency>();
        Scope("H60").Dossier(Sample.Code("H77"), Birth, Sample.Today).ShouldBeOfType<ScopeAnswer.UnknownAgency>();
    }

    [TestCase("H22", TestName = "Should_let_the_system_of_a_closed_agency_finish_its_old_dossiers")]
    [TestCase("H60", TestName = "Should_let_the_system_of_the_successor_finish_them_too")]
    public void Should_let_finish(string system)
    {
        Scope(system).Speaker(Sample.Code("000.00.01.H22")).ShouldBeOfType<ScopeAnswer.Allowed>().Agency.Code.Value.ShouldBe("H22.1");
        Scope(system).Dossier(Sample.Code("000.00.01.H22"), Birth, BeforeTheMergers).ShouldBeOfType<ScopeAnswer.Allowed>();
        Scope(system).Dossier(Sample.Code("000.00.01.H22"), Birth, new DateOnly(2025, 6, 30)).ShouldBeOfType<ScopeAnswer.Allowed>();
    }

    [Test]
    public void Should_refuse_a_new_dossier_of_a_closed_agency_and_name_the_successor() =>
        Scope("H22").Dossier(Sample.Code("000.00.01.H22"), Birth, new DateOnly(2025, 7, 1))
            .ShouldBeOfType<ScopeAnswer.ClosedAgency>().Successor!.Code.Value.ShouldBe("H60");

    [Test]
    public void Should_not_let_a_third_system_finish_them() =>
        Scope("H29").Dossier(Sample.Code("H22"), Birth, BeforeTheMergers).ShouldBeOfType<ScopeAnswer.NotItsAgency>();

    [Test]
    public void Should_keep_a_province_out_of_what_a_ministry_hosts_for_its_communes()
    {
        var hosted = Sample.With(Sample.Serves("H60", "G01", procedure: "1.000001"));
        Scope("G01", hosted).Dossier(Sample.Code("H60.101"), Birth, Sample.Today).ShouldBeOfType<ScopeAnswer.Allowed>();
        Scope("G01", hosted).Dossier(Sample.Code("H60.101"), ProcedureCode.Parse("1.000001.H60"), Sample.Today).ShouldBeOfType<ScopeAnswer.Allowed>();
        Scope("G01", hosted).Speaker(Sample.Code("H60.101")).ShouldBeOfType<ScopeAnswer.Allowed>();
        Scope("G01", hosted).Dossier(Sample.Code("H60.101"), ProcedureCode.Parse("1.000005"), Sample.Today).ShouldBeOfType<ScopeAnswer.NotItsProcedure>();
        Scope("H60", hosted).Dossier(Sample.Code("H60.101"), Birth, Sample.Today).ShouldBeOfType<ScopeAnswer.NotItsProcedure>();
    }

    [Test]
    public void Should_let_a_system_finish_what_it_received_before_the_procedure_moved()
    {
        var moved = Sample.With(Sample.Serves("H60", "G01", procedure: "1.000001") with { Validity = new Validity(new DateOnly(2026, 2, 1), null) });
        Scope("H60", moved).Dossier(Sample.Code("H60.101"), Birth, new DateOnly(2026, 1, 31)).ShouldBeOfType<ScopeAnswer.Allowed>();
        Scope("H60", moved).Dossier(Sample.Code("H60.101"), Birth, new DateOnly(2026, 2, 1)).ShouldBeOfType<ScopeAnswer.NotItsProcedure>();
        Scope("G01", moved).Dossier(Sample.Code("H60.101"), Birth, new DateOnly(2026, 1, 31)).ShouldBeOfType<ScopeAnswer.Allowed>();
    }

    [Test]
    public void Should_not_need_the_procedure_in_the_catalogue() =>
        Scope("H60").Dossier(Sample.Code("H60.101"), ProcedureCode.Parse("9.999999"), Sample.Today).ShouldBeOfType<ScopeAnswer.Allowed>();

    private static SystemScope Scope(string system, Func<CatalogueData, CatalogueData>? change = null) => new(Sample.Index(change), system, Sample.Today);
}
