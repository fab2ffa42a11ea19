using DichVuCong.Adapters.VNeID.Broker;
using DichVuCong.Adapters.VNeID.Configuration;
using DichVuCong.Adapters.VNeID.Direct;
using DichVuCong.VNeID.Tests.Fakes;

namespace DichVuCong.VNeID.Tests.Configuration;

internal sealed class When_settings_are_wrong
{
    private static readonly Uri Source = new("https://vneid.example/");
    private static readonly Uri Redirect = new("https://gateway.example/sign-in/vneid/callback");

    private static readonly VneidSettings Sound = VneidSettings.Development(Source, Redirect) with
    {
        ClientId = "dvc",
        ClientSecret = "một bí mật riêng",
        Keys = [new EnvelopeKeySetting { KeyId = "2026", Pem = Envelopes.NewKey() }],
    };

    [Test]
    public void Should_take_sound_ones_anywhere()
    {
        Sound.Validate(isDevelopment: false).ShouldBeEmpty();
        (BrokerSettings.Development(Source, Redirect) with { ClientId = "dvc", ClientSecret = "riêng" }).Validate(isDevelopment: false).ShouldBeEmpty();
    }

    [Test]
    public void Should_take_those_of_development_in_development_alone()
    {
        var settings = VneidSettings.Development(new Uri("http://127.0.0.1:8082/"), new Uri("http://127.0.0.1:8080/sign-in/vneid/callback"));

        settings.Validate(isDevelopment: true).ShouldBeEmpty();
        var problems = settings.Validate(isDevelopment: false).ToList();
        problems.ShouldContain(problem => problem.StartsWith("ClientId is that of development", StringComparison.Ordinal));
        problems.ShouldContain(problem => problem.StartsWith("ClientSecret is that of development", StringComparison.Ordinal));
        problems.ShouldContain(problem => problem.StartsWith("Keys:development is that of development", StringComparison.Ordinal));
        problems.ShouldContain("TokenUrl must be https outside Development.");
        BrokerSettings.Development(Source, Redirect).Validate(isDevelopment: false).Count().ShouldBe(2);
    }

    [Test]
    public void Should_know_the_key_of_development_however_its_lines_are_broken()
    {
        var settings = Sound with { Keys = [new EnvelopeKeySetting { KeyId = "own", Pem = DevelopmentDefaults.EnvelopeKey.ReplaceLineEndings("\r\n") }] };

        settings.Validate(isDevelopment: false).ShouldHaveSingleItem().ShouldStartWith("Keys:own is that of development");
    }

    [Test]
    public void Should_name_each_field_and_show_no_value()
    {
        var problems = new VneidSettings
        {
            AuthorizeUrl = new Uri("https://geheim@vneid.example/"),
            TokenUrl = new Uri("https://vneid.example/token?geheim=1"),
            Keys = [new EnvelopeKeySetting { KeyId = "k", Pem = "geheim" }, new EnvelopeKeySetting { KeyId = "k", Pem = Envelopes.NewKey(1024) }],
            Levels = new LevelTables { Account = new Dictionary<string, int>(StringComparer.Ordinal) { ["x"] = 3 } },
            Timeout = TimeSpan.Zero,
        }.Validate(isDevelopment: true).ToList();

        foreach (var field in (string[])["AuthorizeUrl", "TokenUrl", "UserInfoUrl", "RedirectUrl", "ClientId", "ClientSecret", "Keys", "Levels:Account", "Timeout"])
        {
            problems.ShouldContain(problem => problem.StartsWith(field, StringComparison.Ordinal), field);
        }

        problems.Count(problem => problem.Contains("no private RSA key", StringComparison.Ordinal)).ShouldBe(2);
        string.Join('\n', problems).ShouldNotContain("geheim");
    }

    [Test]
    public void Should_show_nothing_in_a_text()
    {
        Sound.ToString().ShouldBe("VneidSettings");
        Sound.Keys[0].ToString().ShouldBe("key 2026");
    }
}
