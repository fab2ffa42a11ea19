using System.Net;
using System.Text;
using DichVuCong.Gateway.Tests.OneStop.Support;

namespace DichVuCong.Gateway.Tests.OneStop;

internal sealed class When_a_body_cannot_be_read
{
    [TestCase("", "body.empty")]
    [TestCase("xin chào", "body.invalidJson")]
    [TestCase("[]", "envelope.wrongType")]
    [TestCase("""{"session":"x","madonvi":"H29"}""", "envelope.service.missing")]
    [TestCase("""{"session":"x","madonvi":{"a":1},"service":"LayDVC"}""", "envelope.madonvi.wrongType")]
    public async Task Should_say_which_rule_it_breaks(string body, string code)
    {
        var gateway = await SharedGateway.GetAsync();

        var reply = await OneStopClient.SendAsync(gateway, OneStopClient.Integration, Encoding.UTF8.GetBytes(body));

        reply.ErrorCode.ShouldBe(-1);
        reply.Message.ShouldNotBeNullOrWhiteSpace();
        reply.Results.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Test]
    public async Task Should_refuse_an_encoding_other_than_utf8()
    {
        var gateway = await SharedGateway.GetAsync();

        var reply = await OneStopClient.SendAsync(gateway, OneStopClient.Integration, [.. Encoding.ASCII.GetBytes("""{"service":"X","session":"""), 0x22, 0xD0, 0xC2, 0x22, 0x7D]);

        reply.ErrorCode.ShouldBe(-1);
        reply.Results.ShouldHaveSingleItem().Code.ShouldStartWith("body.");
    }

    [Test]
    public async Task Should_refuse_a_compressed_body()
    {
        var gateway = await SharedGateway.GetAsync();
        using var content = new ByteArrayContent([31, 139, 8, 0]);
        content.Headers.ContentEncoding.Add("gzip");

        using var response = await gateway.Http.PostAsync(new Uri(OneStopClient.Integration, UriKind.Relative), content);

        (await OneStopClient.ReadAsync(response)).Results.ShouldHaveSingleItem().Code.ShouldBe("body.encoded");
    }

    [TestCase(10_000_001)]
    [TestCase(30_000_000)]
    public async Task Should_refuse_one_over_ten_megabytes_in_the_same_envelope(int length)
    {
        var gateway = await SharedGateway.GetAsync();
        var body = new byte[length];
        Array.Fill(body, (byte)' ');

        using var response = await OneStopClient.PostAsync(gateway, OneStopClient.Integration, body);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        var reply = await OneStopClient.ReadAsync(response);
        reply.ErrorCode.ShouldBe(-1);
        reply.Results.ShouldHaveSingleItem().Code.ShouldBe("body.tooLarge");
    }

    [Test]
    public async Task Should_refuse_wrong_types_of_single_items_and_keep_the_body()
    {
        var gateway = await SharedGateway.GetAsync();
        var client = await OneStopClient.LogInAsync("H29");
        var code = Sample.Code("H29");

        var reply = await OneStopClient.SendAsync(gateway, OneStopClient.Integration, Encoding.UTF8.GetBytes(
            $$"""
            {"session":"{{client.Session}}","madonvi":"H29","service":"DongBoHoSoMC","isUpdating":"False",
             "data":[{"MaHoSo":"{{code}}","MaTTHC":{"a":1},"TrangThaiHoSo":"một","NgayTiepNhan":"20261301000000"}]}
            """));

        reply.ErrorCode.ShouldBe(-1);
        reply.Results.ShouldHaveSingleItem().Code.ShouldBe("dossier.MaTTHC.wrongType");
        (await gateway.RowsAsync(code)).ShouldBe(0);
        (await gateway.RawBodiesAsync("DongBoHoSoMC", "dossier.MaTTHC.wrongType")).ShouldBe(1);
    }

    [Test]
    public async Task Should_want_to_know_whether_a_push_is_an_update()
    {
        var gateway = await SharedGateway.GetAsync();
        var client = await OneStopClient.LogInAsync("H29");

        var reply = await OneStopClient.SendAsync(gateway, OneStopClient.Integration, Encoding.UTF8.GetBytes(
            $$"""{"session":"{{client.Session}}","madonvi":"H29","service":"DongBoHoSoMC","data":[{"MaHoSo":"{{Sample.Code("H29")}}"}]}"""));

        reply.Results.ShouldHaveSingleItem().Code.ShouldBe("envelope.isUpdating.missing");
    }
}
