using DichVuCong.Adapters.Banks.Configuration;
using DichVuCong.Payments.Settings;
using DichVuCong.Registries.Settings;
using DichVuCong.Worker.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace DichVuCong.Worker.Tests.Settings;

internal sealed class When_payment_settings_are_read
{
    [Test]
    public void Should_take_a_whole_configuration()
    {
        using var partners = Some.Partners(Some.Read());

        partners.All.Select(partner => partner.Code).ShouldBe(["vnpay", "vietqr", "ocb"]);
        partners.Platform.ShouldNotBeNull().Confirmed.ShouldBe(["BOTUPHAP"]);
        partners.NotConfigured.ShouldBeEmpty();
        partners.Find("ocb").ShouldNotBeNull().Statements.Name.ShouldBe("ocb");
        partners.Find("vnpay")!.Door.Takes(System.Net.IPAddress.Parse("::ffff:192.0.2.9")).ShouldBeTrue();
        partners.Find("vnpay")!.Door.Takes(System.Net.IPAddress.Parse("192.0.3.9")).ShouldBeFalse();
    }

    [Test]
    public void Should_say_what_is_not_configured()
    {
        var settings = PaymentSettings.Read(new ConfigurationBuilder().Build(), Some.Host());
        settings.NotConfigured.Count().ShouldBe(4);
        using var partners = Some.Partners(settings);
        partners.All.ShouldBeEmpty();
        partners.Find("vnpay").ShouldBeNull();
    }

    [Test]
    public void Should_take_the_sandbox_in_development()
    {
        using var partners = Some.Partners(Some.Development());

        partners.All.Select(partner => partner.Code).ShouldBe(["vnpay", "vietqr", "mb"]);
        partners.Platform.ShouldNotBeNull().Find(DevelopmentDefaults.PlatformPartner)!.Address.ShouldBe(new Uri("http://127.0.0.1:8082/ministries/DOITAC1/callback"));
        partners.Find("vnpay")!.Door.Takes(System.Net.IPAddress.Loopback).ShouldBeTrue();
        partners.NotConfigured.ShouldBeEmpty();
    }

    [TestCase("Vnpay:TmnCode", null, "Payments:Vnpay:TmnCode is required.")]
    [TestCase("Vnpay:TmnCode", DevelopmentDefaults.VnpayTerminal, "Payments:Vnpay:TmnCode is that of development, which is refused outside Development.")]
    [TestCase("Vnpay:Secrets:0:Secret", DevelopmentDefaults.VnpaySecret, "Payments:Vnpay:Secrets:k1 is that of development, which is refused outside Development.")]
    [TestCase("Vnpay:ApiUrl", "http://pay.vnpay.example/api", "Payments:Vnpay:ApiUrl must be https outside Development.")]
    [TestCase("Vnpay:Networks:0", null, "Payments:Vnpay:Networks is required outside Development: the networks from which the partner calls.")]
    [TestCase("Vnpay:Networks:0", "192.0.2", "Payments:Vnpay:Networks: 192.0.2 is no network such as 192.0.2.0/24.")]
    [TestCase("Vnpay:Partner", "vnpay2", "Payments:Vnpay:Partner must be vnpay.")]
    [TestCase("Vnpay:Timeout", "soon", "Payments:Vnpay:Timeout cannot be read as what it must be.")]
    [TestCase("Vnpay:CutOff", "1.01:00:00", "Payments:Vnpay:CutOff is a time of day, at most 1.00:00:00 for the day's end.")]
    [TestCase("Vnpay:MaxBytes", "12", "Payments:Vnpay:MaxBytes is 1024 to 1048576.")]
    [TestCase("Vnpay:CallbacksPerSecond", "0", "Payments:Vnpay:CallbacksPerSecond must be more than nothing.")]
    [TestCase("Vnpay:Concurrency", "0", "Payments:Vnpay:Concurrency is 1 to 1000.")]
    [TestCase("Vnpay:CallsPerSecond", "-1", "Payments:Vnpay:CallsPerSecond must be more than nothing.")]
    [TestCase("Vnpay:LinkLifetime", "00:00:01", "Payments:Vnpay:LinkLifetime is 1 minute to 24 hours.")]
    [TestCase("Vnpay:Asks:Until", "3.00:00:00", "Payments:Vnpay:Asks:Every must be longer than nothing.")]
    [TestCase("VietQr:Password", null, "Payments:VietQr:Password is required.")]
    [TestCase("VietQr:BankIds:ABC", "97", "Payments:VietQr:BankIds:ABC is a bank's number of six digits.")]
    [TestCase("Banks:ocb:Secrets:0:Secret", DevelopmentDefaults.BankFormSecret, "Payments:Banks:ocb:Secrets:k1 is that of development, which is refused outside Development.")]
    [TestCase("Banks:ocb:ClientCertificate", "x", "Payments:Banks:ocb:ClientCertificate and ClientKey belong together.")]
    [TestCase("Banks:ocb:Partner", "other", "Payments:Banks:ocb:Partner must be ocb.")]
    [TestCase("Platform:Partners:0:CallbackUrl", "http://lgsp.example/x", "Payments:Platform:Partners:BOTUPHAP:CallbackUrl must be https outside Development.")]
    [TestCase("Platform:Partners:0:MaDoiTac", DevelopmentDefaults.PlatformPartner, "Payments:Platform:Partners:MaDoiTac is that of development, which is refused outside Development.")]
    [TestCase("Vnpya:TmnCode", "x", "Payments:Vnpya is not known; known are Banks, Platform, PlatformClient, VietQr, Vnpay.")]
    public void Should_name_what_is_wrong_by_its_path(string name, string? value, string problem)
    {
        var refused = Should.Throw<SettingsException>(() => Some.Read((name, value)));
        refused.Message.Split(Environment.NewLine).ShouldContain(problem);
    }

    [Test]
    public void Should_want_a_family_of_files_of_every_bank() =>
        Should.Throw<SettingsException>(() => Some.Read(("Banks:ocb:Statements", null))).Message.ShouldStartWith("Payments:Banks:ocb:Statements must be one of napas, mb, ocb");

    [TestCase("platform")]
    [TestCase("VNPAY")]
    [TestCase("a")]
    [TestCase("my bank")]
    public void Should_refuse_a_code_that_no_bank_can_have(string code) =>
        Should.Throw<SettingsException>(() => Some.Read(($"Banks:{code}:ApiUrl", "https://x.example"))).Message.ShouldContain($"Payments:Banks:{code} cannot be a bank's code");

    [Test]
    public void Should_name_everything_at_once()
    {
        var refused = Should.Throw<SettingsException>(() => Some.Read(("Vnpay:TmnCode", null), ("VietQr:Username", null), ("Banks:ocb:ApiUrl", null)));
        refused.Message.Split(Environment.NewLine).Length.ShouldBe(3);
    }

    [Test]
    public void Should_not_mix_the_two_roles_of_the_platform()
    {
        (string, string?)[] client =
        [
            ("PlatformClient:Enabled", "true"), ("PlatformClient:InitUrl", "https://old.example/init"), ("PlatformClient:QueryUrl", "https://old.example/query"),
            ("PlatformClient:MaDoiTac", "DVCQG"), ("PlatformClient:Secrets:0:KeyId", "k1"), ("PlatformClient:Secrets:0:Secret", "old-secret"),
            ("PlatformClient:Networks:0", "10.0.0.0/8"),
        ];
        Should.Throw<SettingsException>(() => Some.Read(client)).Message.ShouldContain("the two roles share /callbacks/platform");
        Some.Read([.. client, ("PlatformClient:Enabled", "false")]).PlatformClient.ShouldBeNull();
    }

    [Test]
    public void Should_be_the_sandbox_platforms_client_in_development_when_that_is_switched_on()
    {
        var settings = Some.Development(("PlatformClient:Enabled", "true"));

        settings.Platform.ShouldBeNull();
        settings.PlatformClient.ShouldNotBeNull().Settings.InitUrl.ShouldBe(new Uri("http://127.0.0.1:8082/banks/platform/init"));
        using var partners = Some.Partners(settings);
        partners.Find("platform").ShouldNotBeNull().Statements.Name.ShouldBe("portal-1");
    }

    [Test]
    public void Should_take_more_callbacks_than_a_gateway_makes_durable() => new PartnerTerms().CallbacksPerSecond.ShouldBeGreaterThanOrEqualTo(2000);

    [Test]
    public void Should_show_no_secret()
    {
        var settings = Some.Read();
        using var partners = Some.Partners(settings);
        var shown = string.Join(' ', new object[]
        {
            settings, settings.Vnpay!, settings.Vnpay!.Settings, settings.VietQr!, settings.VietQr!.Settings, settings.Banks[0], settings.Banks[0].Settings,
            settings.Banks[0].Tls, settings.Platform!, settings.Platform!.Settings, settings.Platform!.Settings.Partners[0], partners, partners.All[0],
            partners.Platform!, partners.Platform!.Find("BOTUPHAP")!,
        }.Select(value => value.ToString()));
        foreach (var secret in new[] { "vnpay-secret", "vietqr-in-secret", "vietqr-out-secret", "vietqr-key", "ocb-secret", "ministry-secret", "ministry-token" })
        {
            shown.ShouldNotContain(secret);
        }

        Should.Throw<SettingsException>(() => Some.Read(("Vnpay:ApiUrl", "http://user:hidden@pay.example"))).Message.ShouldNotContain("hidden");
    }

    [Test]
    public void Should_give_every_partner_its_own_hours()
    {
        using var partners = Some.Partners(Some.Read(
            ("Banks:ocb:CutOff", "22:30:00"), ("Banks:ocb:Asks:First:0", "00:02:00"), ("Banks:ocb:Asks:Every", "00:30:00"), ("Banks:ocb:Asks:Until", "1.00:00:00"),
            ("Banks:ocb:ReconcileAt", "09:15"), ("Banks:ocb:LinkLifetime", "02:00:00")));

        var rules = partners.RulesOf();

        rules.DayOf("ocb", new DateTimeOffset(2025, 7, 1, 22, 45, 0, TimeSpan.FromHours(7))).ShouldBe(new DateOnly(2025, 7, 2));
        rules.DayOf("vnpay", new DateTimeOffset(2025, 7, 1, 23, 59, 59, TimeSpan.FromHours(7))).ShouldBe(new DateOnly(2025, 7, 1));
        rules.AsksOf("ocb").NextAfter(Some.Now, Some.Now).ShouldBe(Some.Now.AddMinutes(2));
        rules.AsksOf("vnpay").NextAfter(Some.Now, Some.Now).ShouldBe(Some.Now.AddMinutes(1));
        partners.Find("ocb")!.ReconcileAt.ShouldBe(new TimeOnly(9, 15));
        rules.LinkLifetime.ShouldBe(TimeSpan.FromHours(2), "the longest of all partners");
    }
}
