using DichVuCong.Payments;
using DichVuCong.Payments.Settings;
using DichVuCong.Registries.Sealing;
using DichVuCong.Registries.Settings;
using Microsoft.Extensions.Configuration;

namespace DichVuCong.Worker.Tests.Support;

/// <summary>Hosts and configurations of tests.</summary>
internal static class Some
{
    /// <summary>08:30:00.5 in Hanoi on 1 July 2025.</summary>
    public static readonly DateTimeOffset Now = new(2025, 7, 1, 8, 30, 0, 500, TimeSpan.FromHours(7));

    /// <summary>A whole configuration as an installation has it; values can be changed, and null takes one out.</summary>
    private static readonly Dictionary<string, string?> Whole = new()
    {
        ["Payments:Vnpay:TmnCode"] = "DVCQG001",
        ["Payments:Vnpay:Secrets:0:KeyId"] = "k1",
        ["Payments:Vnpay:Secrets:0:Secret"] = "vnpay-secret",
        ["Payments:Vnpay:PayUrl"] = "https://pay.vnpay.example/vpcpay.html",
        ["Payments:Vnpay:ApiUrl"] = "https://pay.vnpay.example/api",
        ["Payments:Vnpay:ReturnUrl"] = "https://dvc.example/return",
        ["Payments:Vnpay:Networks:0"] = "192.0.2.0/24",
        ["Payments:VietQr:InboundUser"] = "vietqr-in",
        ["Payments:VietQr:InboundPasswords:0:KeyId"] = "k1",
        ["Payments:VietQr:InboundPasswords:0:Secret"] = "vietqr-in-secret",
        ["Payments:VietQr:ApiUrl"] = "https://api.vietqr.example/vqr",
        ["Payments:VietQr:Username"] = "vietqr-out",
        ["Payments:VietQr:Password"] = "vietqr-out-secret",
        ["Payments:VietQr:SecretKeys:0:KeyId"] = "k1",
        ["Payments:VietQr:SecretKeys:0:Secret"] = "vietqr-key",
        ["Payments:VietQr:Networks:0"] = "198.51.100.7/32",
        ["Payments:Banks:ocb:ApiUrl"] = "https://api.ocb.example/dvc",
        ["Payments:Banks:ocb:Signature"] = "Hmac",
        ["Payments:Banks:ocb:Secrets:0:KeyId"] = "k1",
        ["Payments:Banks:ocb:Secrets:0:Secret"] = "ocb-secret",
        ["Payments:Banks:ocb:Networks:0"] = "203.0.113.0/28",
        ["Payments:Banks:ocb:Statements"] = "ocb",
        ["Payments:Platform:Partners:0:MaDoiTac"] = "BOTUPHAP",
        ["Payments:Platform:Partners:0:Secrets:0:KeyId"] = "k1",
        ["Payments:Platform:Partners:0:Secrets:0:Secret"] = "ministry-secret",
        ["Payments:Platform:Partners:0:CallbackUrl"] = "https://lgsp.example/ketqua",
        ["Payments:Platform:Partners:0:CallbackHeaders:Authorization"] = "Bearer ministry-token",
        ["Payments:Platform:Networks:0"] = "10.20.0.0/16",
    };

    public static HostSettings Host(bool isDevelopment = false) => new()
    {
        Postgres = "Host=db.example",
        DataKeys = KeyRing.Development,
        IsDevelopment = isDevelopment,
        PortBase = 8080,
        PublicUrl = new Uri("http://127.0.0.1:8080"),
    };

    public static PaymentSettings Read(params (string Name, string? Value)[] changes) => Read(isDevelopment: false, changes);

    public static PaymentSettings Read(bool isDevelopment, params (string Name, string? Value)[] changes)
    {
        var values = new Dictionary<string, string?>(Whole, StringComparer.Ordinal);
        foreach (var (name, value) in changes)
        {
            if (value is null) values.Remove($"Payments:{name}");
            else values[$"Payments:{name}"] = value;
        }

        return PaymentSettings.Read(Configuration(values), Host(isDevelopment));
    }

    public static PaymentSettings Development(params (string Name, string? Value)[] values) => PaymentSettings.Read(
        Configuration(values.Select(value => KeyValuePair.Create($"Payments:{value.Name}", value.Value))), Host(isDevelopment: true));

    public static PaymentPartners Partners(PaymentSettings? settings = null) => new(settings ?? Development(), TimeProvider.System, new byte[32]);

    private static IConfiguration Configuration(IEnumerable<KeyValuePair<string, string?>> values) => new ConfigurationBuilder().AddInMemoryCollection(values).Build();
}
