using DichVuCong.Adapters.Banks.BankForm;
using DichVuCong.Adapters.Banks.Configuration;
using DichVuCong.Adapters.Banks.Platform;
using DichVuCong.Adapters.Banks.PlatformClient;
using DichVuCong.Adapters.Banks.VietQr;
using DichVuCong.Adapters.Banks.Vnpay;
using DichVuCong.Banks.Tests.Fakes;

namespace DichVuCong.Banks.Tests.Configuration;

internal sealed class When_configuring_banks
{
    private static readonly Uri Sandbox = new("https://sandbox.example.test/");
    private static readonly VnpaySettings Vnpay = VnpaySettings.Development(Sandbox, new Uri("https://example.test/return"));

    [Test]
    public void Should_take_the_development_defaults_in_development()
    {
        Vnpay.Validate(isDevelopment: true).ShouldBeEmpty();
        PlatformSettings.Development.Validate(isDevelopment: true).ShouldBeEmpty();
        VietQrSettings.Development(Sandbox).Validate(isDevelopment: true).ShouldBeEmpty();
        BankFormSettings.Development("vcb", Sandbox).Validate(isDevelopment: true).ShouldBeEmpty();
        new PlatformClientSettings().Validate(isDevelopment: false).ShouldBeEmpty();
    }

    [Test]
    public void Should_refuse_each_of_them_elsewhere()
    {
        Vnpay.Validate(isDevelopment: false).ShouldBe([Refusal("TmnCode"), Refusal("Secrets:development")]);
        PlatformSettings.Development.Validate(isDevelopment: false).ShouldBe([Refusal("Partners:MaDoiTac"), Refusal("Partners:DOITAC1:Secrets:development")]);
        VietQrSettings.Development(Sandbox).Validate(isDevelopment: false).ShouldBe(
            [Refusal("InboundUser"), Refusal("InboundPasswords:development"), Refusal("Username"), Refusal("Password"), Refusal("SecretKeys:development")]);
        BankFormSettings.Development("vcb", Sandbox).Validate(isDevelopment: false).ShouldBe([Refusal("Secrets:development")]);

        static string Refusal(string name) => $"{name} is that of development, which is refused outside Development.";
    }

    [Test]
    public void Should_take_settings_of_production() => (Vnpay with { TmnCode = "TERM0001", Secrets = Secrets.Rotating("a", "b") }).Validate(isDevelopment: false).ShouldBeEmpty();

    [Test]
    public void Should_want_tls_outside_development() =>
        (Vnpay with { TmnCode = "TERM0001", Secrets = Secrets.Only("a"), ApiUrl = new Uri("http://api.example.test/") }).Validate(isDevelopment: false)
            .ShouldBe(["ApiUrl must be https outside Development."]);

    [Test]
    public void Should_name_what_is_wrong_with_keys()
    {
        ProblemsOf().ShouldBe(["Secrets needs a key."]);
        ProblemsOf(Key("", "x")).ShouldBe(["Secrets: every key needs a KeyId."]);
        ProblemsOf(Key("a", "")).ShouldBe(["Secrets:a is empty."]);
        ProblemsOf(Key("a", "1"), Key("a", "2")).ShouldBe(["Secrets: two keys have the same KeyId."]);
        ProblemsOf(Key("a", "1"), Key("b", "2"), Key("c", "3")).ShouldBe(["Secrets: more than 2 keys are valid at one time."]);
        ProblemsOf(Key("a", "1", from: Secrets.After, until: Secrets.Before)).ShouldBe(["Secrets:a ends before it begins."]);
        ProblemsOf(Key("a", "1", until: Secrets.Before), Key("b", "2", from: Secrets.Before), Key("c", "3", from: Secrets.After)).ShouldBeEmpty();

        static SecretSetting Key(string id, string secret, DateTimeOffset? from = null, DateTimeOffset? until = null) =>
            new() { KeyId = id, Secret = secret, ValidFrom = from, ValidUntil = until };
        static IReadOnlyList<string> ProblemsOf(params SecretSetting[] secrets) => (Vnpay with { Secrets = secrets }).Validate(isDevelopment: true);
    }

    [Test]
    public void Should_name_what_is_wrong_with_the_rest()
    {
        (Vnpay with { ReturnUrl = new Uri("https://example.test/(a)") }).Validate(isDevelopment: true).ShouldHaveSingleItem().ShouldStartWith("ReturnUrl");
        (Vnpay with { Locale = "fr", Timeout = TimeSpan.Zero }).Validate(isDevelopment: true).Count.ShouldBe(2);
        (Vnpay with { PayUrl = null }).Validate(isDevelopment: true).ShouldBe(["PayUrl must be an absolute http or https address."]);
        (Vnpay with { ApiUrl = new Uri("https://a:b@example.test/") }).Validate(isDevelopment: true).ShouldBe(["ApiUrl must not carry an account."]);
        new PlatformClientSettings { Enabled = true }.Validate(isDevelopment: true).Count.ShouldBe(4);
        (PlatformSettings.Development with { MaxReferenceLength = 10, CallbackType = "" }).Validate(isDevelopment: true).Count.ShouldBe(2);
        new BankFormSettings().Validate(isDevelopment: true).Count.ShouldBe(4);
    }

    [Test]
    public void Should_never_show_a_secret()
    {
        Vnpay.ToString().ShouldNotContain(DevelopmentDefaults.VnpaySecret);
        Vnpay.Secrets[0].ToString().ShouldBe("key development");
        VietQrSettings.Development(Sandbox).ToString().ShouldNotContain($"= {DevelopmentDefaults.VietQrSecret},");
    }
}
