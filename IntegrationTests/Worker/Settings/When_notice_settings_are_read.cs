using DichVuCong.Contracts.Dossiers;
using DichVuCong.Notices;
using DichVuCong.Registries.Settings;
using DichVuCong.Worker.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace DichVuCong.Worker.Tests.Settings;

internal sealed class When_notice_settings_are_read
{
    [Test]
    public void Should_use_the_sandbox_in_development_and_ring_at_any_hour()
    {
        var partners = NoticePartners.Read(Of(), Some.Host() with { IsDevelopment = true });

        partners.NotConfigured.ShouldBeEmpty();
        partners.Sms!.Providers.ShouldBe(["viettel", "vnpt", "fpt", "esms"]);
        partners.Sms.Validate().ShouldBeEmpty();
        var rules = partners.Telling.Rules(partners.Sms);
        rules.SmsProviders.ShouldBe(["viettel", "vnpt", "fpt", "esms"]);
        rules.Quiet.ShouldBeNull();
        rules.ReportWindows.Keys.ShouldBe(["esms"]);
    }

    [Test]
    public void Should_configure_nothing_by_itself_outside_development_and_keep_quiet_at_night()
    {
        var partners = NoticePartners.Read(Of(), Some.Host() with { IsDevelopment = false });

        partners.NotConfigured.ShouldBe(["SMS", "E-mail", "VNeID app notices"]);
        partners.Telling.Rules(partners.Sms).Quiet.ShouldBe(new Saga.Notifications.QuietHours(new TimeOnly(21, 0), new TimeOnly(7, 0)));
        partners.Telling.Rules(partners.Sms).SmsProviders.ShouldBeEmpty();
    }

    [Test]
    public void Should_take_a_section_of_before_for_viettels()
    {
        var partners = NoticePartners.Read(
            Of(("Sms:Endpoint", "http://sms.example/bulkapi"), ("Sms:User", "u"), ("Sms:Password", "p"), ("Sms:CPCode", "c"), ("Sms:ServiceID", "DVCQG")), Some.Host());

        partners.Sms!.Providers.ShouldBe(["viettel"]);
        partners.Sms.Viettel!.User.ShouldBe("u");
    }

    [Test]
    public void Should_read_several_providers_their_order_and_their_limits()
    {
        var partners = NoticePartners.Read(
            Of(
                ("Sms:Order:0", "esms"), ("Sms:Order:1", "fpt"),
                ("Sms:Fpt:Endpoint", "https://fpt.example"), ("Sms:Fpt:Brandname", "DVCQG"), ("Sms:Fpt:ClientId", "c"), ("Sms:Fpt:ClientSecret", "s"),
                ("Sms:Esms:Endpoint", "https://esms.example"), ("Sms:Esms:Brandname", "DVCQG"), ("Sms:Esms:ApiKey", "k"), ("Sms:Esms:SecretKey", "s"),
                ("Notices:QuietHours", "22:00-06:30"), ("Notices:Fallback:0", "App"), ("Notices:Fallback:1", "Sms"), ("Notices:CallsPerSecond:esms", "250")),
            Some.Host());

        partners.Sms!.Providers.ShouldBe(["esms", "fpt"]);
        partners.Telling.CallsPerSecond["esms"].ShouldBe(250);
        var rules = partners.Telling.Rules(partners.Sms);
        rules.Fallback.ShouldBe([NoticeChannels.App, NoticeChannels.Sms]);
        rules.Quiet!.From.ShouldBe(new TimeOnly(22, 0));
        rules.ReportWindows.ShouldBeEmpty("eSMS has no address to report to");
    }

    [TestCase("Sms:Esms:Endpoint", "https://esms.example", "Sms: Esms.Brandname")]
    [TestCase("Notices:QuietHours", "night", "Notices: Notices:QuietHours")]
    [TestCase("Notices:Fallback:0", "Portal", "Notices: Notices:Fallback")]
    [TestCase("Notices:CallsPerSecond:esms", "many", "Notices: Notices:CallsPerSecond:esms must be a number above zero.")]
    [TestCase("Notices:CallsPerSecond:zalo", "5", "there is no such SMS provider")]
    [TestCase("AppNotices:Endpoint", "https://app.example", "AppNotices: Token")]
    public void Should_name_the_field_that_is_wrong(string name, string value, string says) =>
        Should.Throw<SettingsException>(() => NoticePartners.Read(Of((name, value)), Some.Host())).Message.ShouldContain(says);

    [Test]
    public void Should_not_take_the_gateways_secrets_for_a_set_up_provider()
    {
        var partners = NoticePartners.Read(
            Of(("Sms:Esms:CallbackSecret", "x"), ("AppNotices:CallbackSecret", "x"), ("Email:BounceSecret", "x")), Some.Host() with { IsDevelopment = false });

        partners.NotConfigured.Count().ShouldBe(3);
    }

    private static IConfiguration Of(params (string Name, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Name, (string?)value.Value))).Build();
}
