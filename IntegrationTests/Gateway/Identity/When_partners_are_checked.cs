using DichVuCong.Gateway.Tests.Identity.Support;
using DichVuCong.Identity.Checks;
using DichVuCong.Identity.Settings;
using DichVuCong.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Gateway.Tests.Identity;

internal sealed class When_partners_are_checked
{
    private SignInFixture _fixture = null!;

    [OneTimeSetUp]
    public async Task SetUp() => _fixture = await SignInFixture.StartAsync();

    [OneTimeTearDown]
    public async Task TearDown() => await _fixture.DisposeAsync();

    private IdentitySettings Settings => _fixture.Gateway.Services.GetRequiredService<IdentitySettings>();

    [Test]
    public async Task Should_hold_of_the_simulator()
    {
        var suites = IdentitySuites.Of(Settings, TimeProvider.System);

        suites.Select(suite => suite.Partner).ShouldBe(["vneid", "broker", "national-data"]);
        foreach (var check in suites.SelectMany(suite => suite.Checks))
        {
            var finding = await check.RunAsync(CancellationToken.None);
            finding.Verdict.ShouldBe(CheckVerdict.Passed, $"{check.Promise} {finding.Found}");
        }
    }

    [Test]
    public async Task Should_see_an_account_that_is_not_ours_and_an_address_where_nobody_is()
    {
        var wrong = new IdentitySettings
        {
            Vneid = Settings.Vneid! with { ClientSecret = "another" },
            Broker = Settings.Broker! with { ClientId = "another" },
            NationalData = Settings.NationalData! with { TokenUrl = new Uri("http://127.0.0.1:9/token") },
        };

        var seen = new List<string>();
        foreach (var suite in IdentitySuites.Of(wrong, TimeProvider.System))
        {
            foreach (var check in suite.Checks)
            {
                var finding = await check.RunAsync(CancellationToken.None);
                if (finding.Verdict == CheckVerdict.Failed) seen.Add($"{suite.Partner}: {finding.Found}");
            }
        }

        seen.Count(problem => problem.StartsWith("vneid: refused (Configuration): invalid_client", StringComparison.Ordinal)).ShouldBe(1);
        seen.Count(problem => problem.StartsWith("broker: ", StringComparison.Ordinal)).ShouldBe(2);
        seen.Count(problem => problem.StartsWith("national-data: away", StringComparison.Ordinal)).ShouldBe(2);
        string.Join('\n', seen).ShouldNotContain("another");
    }

    [Test]
    public void Should_check_nothing_that_is_not_configured() => IdentitySuites.Of(new IdentitySettings(), TimeProvider.System).ShouldBeEmpty();
}
