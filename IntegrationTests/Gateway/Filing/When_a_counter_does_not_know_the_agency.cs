using System.Net;
using System.Text.Json.Nodes;
using DichVuCong.Gateway.Tests.Support;

namespace DichVuCong.Gateway.Tests.Filing;

internal sealed class When_a_counter_does_not_know_the_agency
{
    [Test]
    public async Task Should_take_the_dossier_and_ask_the_coordination_desk()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        using var coordination = gateway.As("dev-coordination");
        using var portal = gateway.As("dev-portal");
        // Performed at several levels: the applicant must say which, the counter may leave it to the desk.
        var filing = Filings.Birth("counter-1");
        filing["procedureCode"] = "1.000314";
        filing["origin"] = "coordination";
        filing["receivedBy"] = "Trần Văn Cán";
        filing["receivingUnit"] = "H26.101";
        filing["channel"] = "direct";

        using var refused = await Filings.PostAsync(portal, Without(filing, "origin", "receivedBy", "receivingUnit"));
        using var taken = await Filings.PostAsync(coordination, filing);

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Filings.ReadAsync(refused))["candidates"]!.AsArray().Count.ShouldBeGreaterThan(1);
        taken.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var answer = await Filings.ReadAsync(taken);
        answer["code"]!.GetValue<string>().ShouldStartWith("H26.101-");
        answer["state"]!.GetValue<int>().ShouldBe(-2);
        answer["receipt"]!.AsObject().ContainsKey("agency").ShouldBeFalse();
        (await gateway.Database.ScalarAsync<long>(
            $"select count(*) from dossier.task where code = '{answer["code"]}' and closed_at is null and cardinality(candidates) > 1")).ShouldBe(1);
    }

    private static JsonObject Without(JsonObject filing, params string[] fields)
    {
        var copy = filing.DeepClone().AsObject();
        foreach (var field in fields) copy.Remove(field);
        return copy;
    }
}
