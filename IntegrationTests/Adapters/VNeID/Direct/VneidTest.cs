using DichVuCong.Adapters.VNeID.Direct;
using DichVuCong.Contracts.Identity;
using DichVuCong.VNeID.Tests.Fakes;

namespace DichVuCong.VNeID.Tests.Direct;

/// <summary>VNeID on a real port, honest until a test says otherwise.</summary>
internal abstract class VneidTest
{
    protected const string Token = "/vneid/token";
    protected const string UserInfo = "/vneid/userinfo";
    protected const string TokenJson = """{"access_token":"token-1","token_type":"Bearer","expires_in":300}""";

    protected FakeSource Source { get; private set; } = null!;

    protected VneidSettings Settings { get; private set; } = null!;

    [SetUp]
    public async Task SetUp()
    {
        Source = await FakeSource.StartAsync();
        Settings = VneidSettings.Development(Source.BaseUrl, new Uri("https://gateway.example/sign-in/vneid/callback"));
        Source.Answers(Token, Envelopes.Of(TokenJson));
        Source.Answers(UserInfo, Envelopes.Vector);
    }

    [TearDown]
    public async Task TearDown() => await Source.DisposeAsync();

    protected async Task<IdentityAnswer<VerifiedIdentity>> RedeemAsync(SignInCode? code = null, VneidSettings? settings = null)
    {
        using var provider = new VneidProvider(settings ?? Settings, Source.Http, new FixedTime());
        return await provider.RedeemAsync(code ?? new SignInCode("code-1"), CancellationToken.None);
    }
}
