using System.Net;
using DichVuCong.Gateway.Tests.Support;

namespace DichVuCong.Gateway.Tests.Bodies;

internal sealed class When_a_portal_body_cannot_be_taken
{
    [TestCase("gzip")]
    [TestCase("br")]
    public async Task Should_refuse_a_compressed_one_by_name_and_never_unpack_it(string encoding)
    {
        await using var gateway = await GatewayFixture.StartAsync();
        using var portal = gateway.As("dev-portal");
        using var content = new ByteArrayContent([31, 139, 8, 0]);
        content.Headers.ContentEncoding.Add(encoding);

        using var response = await portal.PostAsync(Filings.Address, content);

        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        var problem = await Filings.ReadAsync(response);
        problem["code"]!.GetValue<string>().ShouldBe("encoded");
        problem["field"]!.GetValue<string>().ShouldBe("Content-Encoding");
    }

    [TestCase("limit", "abc")]
    [TestCase("limit", "0")]
    [TestCase("limit", "99999999999999999999")]
    [TestCase("wait", "soon")]
    [TestCase("after", "%20")]
    public async Task Should_name_the_parameter_at_fault(string name, string value)
    {
        await using var gateway = await GatewayFixture.StartAsync();
        using var portal = gateway.As("dev-portal");

        using var response = await portal.GetAsync(new Uri($"/v1/events?{name}={value}", UriKind.Relative));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Filings.ReadAsync(response))["field"]!.GetValue<string>().ShouldBe(name);
    }

    [TestCase("""{"applicant":{"fullName":7}}""", "applicant.fullName")]
    [TestCase("""{"files":[{},{"size":"x"}]}""", "files[1].size")]
    [TestCase("""{"files":[{},{"zqBiMat":n}]}""", "files[1]")]
    [TestCase("""{"zqBiMat":n}""", "$")]
    [TestCase("""{"applicant":{"zqBiMat":{"fullName":n}}}""", "applicant")]
    [TestCase("""{"form":{"zqBiMat":n}}""", "form")]
    public async Task Should_name_the_field_at_fault_by_our_own_names_only(string body, string field)
    {
        await using var gateway = await GatewayFixture.StartAsync();
        using var portal = gateway.As("dev-portal");

        using var response = await portal.PostAsync(Filings.Address, new StringContent(body));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await Filings.ReadAsync(response);
        problem["field"]!.GetValue<string>().ShouldBe(field);
        problem.ToJsonString().ShouldNotContain("zqBiMat");
    }
}
