using System.Net;
using DichVuCong.Gateway.Tests.Support;

namespace DichVuCong.Gateway.Tests.Access;

/// <summary>The quota of callers without a token (A16.4) is each citizen's, not the proxy's; and nobody can choose an address for himself.</summary>
internal sealed class When_a_proxy_stands_in_front
{
    private static readonly Uri Dossier = new("/v1/dossiers/H29-261121-5000001", UriKind.Relative);

    [Test]
    public async Task Should_count_the_callers_that_a_trusted_proxy_names()
    {
        await using var gateway = await GatewayFixture.StartAsync(settings => settings with { TrustedProxies = [IPNetwork.Parse("127.0.0.0/8")] });

        var greedy = await AskAsync(gateway, _ => "203.0.113.7", times: 90);
        var modest = await AskAsync(gateway, _ => "203.0.113.8", times: 1);

        greedy.ShouldContain(HttpStatusCode.TooManyRequests);
        modest.ShouldBe([HttpStatusCode.NotFound]);
    }

    [Test]
    public async Task Should_not_believe_a_caller_who_is_no_proxy()
    {
        await using var gateway = await GatewayFixture.StartAsync();

        (await AskAsync(gateway, number => $"203.0.113.{number}", times: 90)).ShouldContain(HttpStatusCode.TooManyRequests);
    }

    private static async Task<HttpStatusCode[]> AskAsync(GatewayFixture gateway, Func<int, string> address, int times) =>
        await Task.WhenAll(Enumerable.Range(1, times).Select(async number =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Dossier);
            request.Headers.Add("X-Forwarded-For", address(number));
            using var response = await gateway.Http.SendAsync(request);
            return response.StatusCode;
        }));
}
