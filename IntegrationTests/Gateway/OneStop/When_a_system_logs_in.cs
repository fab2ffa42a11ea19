using System.Text;
using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Gateway.Tests.OneStop.Support;
using DichVuCong.Gateway.Tests.Support;

namespace DichVuCong.Gateway.Tests.OneStop;

internal sealed class When_a_system_logs_in
{
    [TestCase("G01")]
    [TestCase("G12")]
    [TestCase("G15")]
    [TestCase("H29")]
    [TestCase("H60")]
    [TestCase("000.00.00.H60")]
    [TestCase("000.00.01.H22")]
    public async Task Should_take_every_agency_of_the_sample(string agency)
    {
        var client = await OneStopClient.LogInAsync(agency);

        var reply = await client.AskAsync(OneStopServices.LookUpDossier, maHoSo: "H29-260105-99999");

        reply.ErrorCode.ShouldBe(0, reply.Message);
    }

    [TestCase("")]
    [TestCase("/XrdAdapter/RestService/forward")]
    [TestCase("/VXPAdapter/RestService/forward")]
    public async Task Should_be_reached_bare_and_behind_the_adapters(string prefix)
    {
        var client = await OneStopClient.LogInAsync("G01", prefix: prefix);

        var reply = await client.AskAsync(OneStopServices.LookUpDossier, maHoSo: "H29-260105-99999", path: prefix + OneStopClient.Integration);

        reply.ErrorCode.ShouldBe(0, reply.Message);
    }

    [Test]
    public async Task Should_not_tell_a_wrong_password_from_an_unknown_name()
    {
        var gateway = await SharedGateway.GetAsync();

        var wrong = await TryAsync(gateway, "G12", "wrong");
        var unknown = await TryAsync(gateway, "Z99", "wrong");

        wrong.ErrorCode.ShouldBe(-1);
        wrong.Results.ShouldHaveSingleItem().Code.ShouldBe("login.refused");
        unknown.Message.ShouldBe(wrong.Message);
        unknown.Session.ShouldBeNull();
    }

    [Test]
    public async Task Should_make_who_fails_again_and_again_wait_even_with_the_right_password()
    {
        await using var gateway = await GatewayFixture.StartAsync(development: true, "--OneStop:LoginFailures=2");
        await TryAsync(gateway, "G12", "wrong");
        await TryAsync(gateway, "G12", "wrong");

        var blocked = await TryAsync(gateway, "G12", "dev-G12");
        var other = await TryAsync(gateway, "G15", "dev-G15");

        blocked.Results.ShouldHaveSingleItem().Code.ShouldBe("login.tooMany");
        other.ErrorCode.ShouldBe(0);
    }

    [Test]
    public async Task Should_refuse_development_accounts_in_production()
    {
        await using var gateway = await GatewayFixture.StartAsync(development: false);

        var reply = await TryAsync(gateway, "H29", "dev-H29");

        reply.Results.ShouldHaveSingleItem().Code.ShouldBe("login.refused");
    }

    [Test]
    public async Task Should_name_the_field_that_is_missing()
    {
        var gateway = await SharedGateway.GetAsync();

        var reply = await OneStopClient.SendAsync(gateway, OneStopClient.Login, Encoding.UTF8.GetBytes("""{"username":"H29"}"""));

        reply.Results.ShouldHaveSingleItem().Code.ShouldBe("login.password.missing");
    }

    private static Task<ReplyEnvelope> TryAsync(GatewayFixture gateway, string user, string password) =>
        OneStopClient.SendAsync(gateway, OneStopClient.Login, ClientRequests.Login(new LoginRequest { Username = user, Password = password }));
}
