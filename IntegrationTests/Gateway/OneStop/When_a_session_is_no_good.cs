using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Gateway.Tests.OneStop.Support;
using DichVuCong.Registries.Access;

namespace DichVuCong.Gateway.Tests.OneStop;

internal sealed class When_a_session_is_no_good
{
    private static readonly Account Someone = new("H29", AccountKind.OneStop, "H29", PasswordHash: null, TokenHash: null, [], IsDevelopment: true);

    [TestCase(null)]
    [TestCase("")]
    [TestCase("bịa-ra")]
    [TestCase("dev-portal")]
    [TestCase("AAAAAGkAAAAAAAAAAAAAAEgyOQAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Should_refuse_the_call_and_ask_for_a_new_login(string? session)
    {
        var gateway = await SharedGateway.GetAsync();
        var client = new OneStopClient(gateway, "H29", session);
        var code = Sample.Code("H29");

        var reply = await client.PushAsync(false, Sample.Dossier(code));

        reply.ErrorCode.ShouldBe(-1);
        reply.Results.ShouldHaveSingleItem().Code.ShouldBe("envelope.session.invalid");
        (await gateway.RowsAsync(code)).ShouldBe(0);
    }

    [Test]
    public async Task Should_answer_a_look_up_with_an_empty_result_since_clients_take_anything_in_it_for_a_dossier()
    {
        var gateway = await SharedGateway.GetAsync();

        var reply = await new OneStopClient(gateway, "H29", "bịa-ra").AskAsync(OneStopServices.LookUpDossier, maHoSo: "H29-260105-00001");

        reply.ErrorCode.ShouldBe(-1);
        reply.Results.ShouldBeEmpty();
    }

    [Test]
    public void Should_end_after_its_time_and_not_before()
    {
        var clock = new MovedClock();
        var sessions = new SessionTokens(new byte[32], TimeSpan.FromMinutes(30), clock);
        var session = sessions.Issue(Someone);

        clock.Now += TimeSpan.FromMinutes(29);
        sessions.Read(session).ShouldBe(new SessionHolder("H29", Secret: null));
        clock.Now += TimeSpan.FromMinutes(1);
        sessions.Read(session).ShouldBeNull();
    }

    [Test]
    public void Should_be_of_this_gateway_only_and_unchanged()
    {
        var clock = new MovedClock();
        var session = new SessionTokens([.. Enumerable.Repeat((byte)1, 32)], TimeSpan.FromMinutes(30), clock).Issue(Someone);
        var ours = new SessionTokens(new byte[32], TimeSpan.FromMinutes(30), clock);

        ours.Read(session).ShouldBeNull();
        ours.Read(ours.Issue(Someone)[..^2] + "AA").ShouldBeNull();
    }

    private sealed class MovedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
