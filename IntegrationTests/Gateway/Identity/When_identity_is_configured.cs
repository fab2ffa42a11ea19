using DichVuCong.Identity.Settings;
using DichVuCong.Registries.Sealing;
using DichVuCong.Registries.Settings;
using Microsoft.Extensions.Configuration;

namespace DichVuCong.Gateway.Tests.Identity;

internal sealed class When_identity_is_configured
{
    [Test]
    public void Should_have_the_sandboxs_sources_in_development_and_none_elsewhere()
    {
        var development = Read(isDevelopment: true);
        var production = Read(isDevelopment: false);

        development.NotConfigured.ShouldBeEmpty();
        development.Vneid!.RedirectUrl!.AbsolutePath.ShouldBe("/sign-in/vneid/callback");
        production.NotConfigured.Count().ShouldBe(5);
        (production.Vneid, production.Broker, production.NationalData).ShouldBe((null, null, null));
    }

    [Test]
    public void Should_change_in_development_what_is_said_and_keep_the_rest()
    {
        var settings = Read(isDevelopment: true, ("Identity:NationalData:Timeout", "00:00:02"), ("Identity:Tickets:Lifetime", "00:00:30"));

        settings.NationalData!.Timeout.ShouldBe(TimeSpan.FromSeconds(2));
        settings.NationalData.ConsumerKey.ShouldNotBeEmpty();
        settings.Tickets.Lifetime.ShouldBe(TimeSpan.FromSeconds(30));
        settings.Tickets.Keys.ShouldHaveSingleItem();
    }

    [Test]
    public void Should_name_everything_that_is_wrong_by_its_full_path_and_show_nothing()
    {
        var problem = Should.Throw<SettingsException>(() => Read(
            isDevelopment: false, ("Identity:Vneid:ClientId", "geheim"), ("Identity:Tickets:Keys:0:KeyId", "own"), ("Identity:Tickets:Keys:0:Pem", TicketKeySetting.Development),
            ("Identity:SignIn:ReturnAddresses:0", "http://portal.example/geheim"), ("Identity:Prefill:KeptFor", "geheim"), ("Identity:Vnied:ClientId", "x")));

        foreach (var path in (string[])
            ["Identity:Vneid:TokenUrl", "Identity:Vneid:ClientSecret", "Identity:Tickets:Keys:own is that of development", "Identity:SignIn:ReturnAddresses:0 must be https", "Identity:Prefill", "Identity:Vnied is not known"])
        {
            problem.Message.ShouldContain(path);
        }

        problem.Message.ShouldNotContain("geheim");
    }

    private static IdentitySettings Read(bool isDevelopment, params (string Name, string Value)[] settings) => IdentitySettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(one => one.Name, one => (string?)one.Value)).Build(),
        new HostSettings { Postgres = "", DataKeys = KeyRing.Development, IsDevelopment = isDevelopment, PortBase = 8080, PublicUrl = new Uri("https://gateway.example") });
}
