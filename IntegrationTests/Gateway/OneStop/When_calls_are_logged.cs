using System.Net;
using System.Text;
using System.Text.Json;
using DichVuCong.Gateway.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Gateway.Tests.OneStop;

internal sealed class When_calls_are_logged
{
    [Test]
    public async Task Should_not_log_a_service_name_that_is_none()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        var log = new TestLogProvider();
        gateway.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);

        foreach (var service in new[] { "001090000018", "x\r\nwarn: forged" })
        {
            using var response = await gateway.Http.PostAsync(
                new Uri("/mapi/integration", UriKind.Relative),
                new StringContent($$"""{"session":"none","service":{{JsonSerializer.Serialize(service)}}}""", Encoding.UTF8, "application/json"));
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        log.Lines.ShouldContain(line => line.Contains("envelope.session.invalid", StringComparison.Ordinal));
        log.Lines.ShouldAllBe(line => !line.Contains("001090000018", StringComparison.Ordinal) && !line.Contains("forged", StringComparison.Ordinal));
    }
}
