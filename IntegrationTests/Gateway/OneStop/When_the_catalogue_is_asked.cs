using DichVuCong.Adapters.OneStop.Wire.Catalogue;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Gateway.Tests.OneStop.Support;

namespace DichVuCong.Gateway.Tests.OneStop;

internal sealed class When_the_catalogue_is_asked
{
    [TestCase(OneStopClient.Share)]
    [TestCase(OneStopClient.Integration)]
    public async Task Should_list_all_procedures_on_either_endpoint(string path)
    {
        var client = await OneStopClient.LogInAsync("H29");

        var reply = await client.AskAsync(OneStopServices.ListProcedures, path: path);

        var rows = reply.Rows<ProcedureRow>();
        rows.Count.ShouldBe(2334);
        rows.ShouldContain(row => row.Code == Sample.Procedure && row.Name!.Length > 0);
    }

    [TestCase("1.001193")]
    [TestCase("1.001193.000.00.00.H29")]
    public async Task Should_tell_all_about_one_procedure_with_or_without_an_agencys_suffix(string code)
    {
        var client = await OneStopClient.LogInAsync("H29");

        var detail = (await client.AskAsync(OneStopServices.GetProcedure, maTTHC: code)).Rows<ProcedureDetail>().ShouldHaveSingleItem();

        detail.Code.ShouldBe("1.001193");
        detail.Status.ShouldBe(1);
        detail.Sectors.ShouldHaveSingleItem().Code.ShouldNotBeNullOrEmpty();
        detail.Channels.ShouldNotBeEmpty();
        detail.Channels[0].Times.ShouldNotBeEmpty();
        detail.Subjects.ShouldNotBeEmpty();
        detail.Levels.ShouldNotBeEmpty();
    }

    [TestCase("9.999999")]
    [TestCase("không có")]
    public async Task Should_have_nothing_to_tell_of_an_unknown_one(string code)
    {
        var client = await OneStopClient.LogInAsync("H29");

        var reply = await client.AskAsync(OneStopServices.GetProcedure, maTTHC: code);

        reply.ErrorCode.ShouldBe(0);
        reply.Rows<ProcedureDetail>().ShouldBeEmpty();
    }

    [Test]
    public async Task Should_tell_the_decision_that_published_a_procedure()
    {
        var client = await OneStopClient.LogInAsync("H29");
        var detail = (await client.AskAsync(OneStopServices.GetProcedure, maTTHC: Sample.Procedure)).Rows<ProcedureDetail>().ShouldHaveSingleItem();

        var decision = (await client.AskAsync(OneStopServices.GetDecision, idQDCB: detail.Decision)).Rows<DecisionRow>().ShouldHaveSingleItem();

        decision.Id.ShouldBe(detail.Decision);
        decision.AgencyCode.ShouldBe(detail.PublishedBy);
    }

    [Test]
    public async Task Should_list_services_agencies_sectors_and_groups()
    {
        var client = await OneStopClient.LogInAsync("G15");

        var services = (await client.AskAsync(OneStopServices.ListServices)).Rows<ServiceRow>();
        var agencies = (await client.AskAsync(OneStopServices.ListAgencies)).Rows<AgencyRow>();
        var sectors = (await client.AskAsync(OneStopServices.ListSectors)).Rows<SectorRow>();
        var groups = (await client.AskAsync(OneStopServices.ListProcedureGroups)).Rows<ProcedureGroupRow>();

        services.ShouldAllBe(row => row.Code == row.Procedure + ".01");
        services.ShouldNotBeEmpty();
        agencies.ShouldContain(row => row.Code == "H60" && row.Level == "1");
        agencies.ShouldNotContain(row => row.Code == "H22");
        sectors.ShouldContain(row => row.Agency == "G15");
        groups.ShouldNotBeEmpty();
    }

    [Test]
    public async Task Should_leave_no_raw_body_behind()
    {
        var gateway = await SharedGateway.GetAsync();
        var client = await OneStopClient.LogInAsync("H29");

        await client.AskAsync(OneStopServices.ListSectors);

        (await gateway.Database.ScalarAsync<long>("select count(*) from dossier.raw_body where operation like 'Lay%'")).ShouldBe(0);
    }
}
