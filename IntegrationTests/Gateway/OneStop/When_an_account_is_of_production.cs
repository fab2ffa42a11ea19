using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Gateway.Tests.OneStop.Support;
using DichVuCong.Gateway.Tests.Support;
using DichVuCong.Registries.Access;
using DichVuCong.Testing;

namespace DichVuCong.Gateway.Tests.OneStop;

internal sealed class When_an_account_is_of_production
{
    private const string Password = "một mật khẩu dài và riêng";

    [Test]
    public async Task Should_log_in_work_and_end_at_once_when_it_is_disabled()
    {
        await using var gateway = await GatewayFixture.StartAsync(development: false, "--OneStop:LoginFailures=100000");
        var store = new AccountStore(gateway.Database.Source);
        await store.SaveAsync(
            [new Account("G12-mc", AccountKind.OneStop, "G12", PasswordHash.Of(Password, iterations: 1000), TokenHash: null, [], IsDevelopment: false)],
            "test", CancellationToken.None);
        ReplyEnvelope? reply = null;
        await Eventually.HoldsAsync(async () => (reply = await LogInAsync(gateway)).ErrorCode == 0, "the account is known");
        var client = new OneStopClient(gateway, "G12", reply!.Session);
        (await client.AskAsync(OneStopServices.ListSectors)).ErrorCode.ShouldBe(0);

        (await store.DisableAsync("G12-mc", CancellationToken.None)).ShouldBeTrue();

        await Eventually.HoldsAsync(async () => (await client.AskAsync(OneStopServices.ListSectors)).ErrorCode == -1, "the session has ended");
        (await client.AskAsync(OneStopServices.ListSectors)).Results.ShouldHaveSingleItem().Code.ShouldBe("envelope.session.invalid");
        (await LogInAsync(gateway)).Results.ShouldHaveSingleItem().Code.ShouldBe("login.refused");
    }

    private static Task<ReplyEnvelope> LogInAsync(GatewayFixture gateway) => OneStopClient.SendAsync(
        gateway, OneStopClient.Login, ClientRequests.Login(new LoginRequest { Username = "G12-mc", Password = Password }));
}
