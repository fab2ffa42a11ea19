using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Gateway.Tests.Support;

namespace DichVuCong.Gateway.Tests.Payments;

/// <summary>The client's role, which is off unless switched on, and shares nothing with the server's.</summary>
internal sealed class When_the_older_platform_calls_back
{
    private const string Secret = "a secret of the tests";

    private static readonly string[] Order =
    [
        "LoaiBanTin", "MaLoi", "MaDoiTac", "MaThamChieu", "SoTien", "MaTienTe", "MaGiaoDich", "MaNganHang", "ThoiGianGD", "ThongTinGiaoDich",
    ];

    private GatewayFixture _gateway = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _gateway = await GatewayFixture.StartAsync(
        development: false,
        "--Payments:PlatformClient:Enabled=true", "--Payments:PlatformClient:InitUrl=https://platform.example.test/init",
        "--Payments:PlatformClient:QueryUrl=https://platform.example.test/query", "--Payments:PlatformClient:MaDoiTac=DVCQG7",
        "--Payments:PlatformClient:Secrets:0:KeyId=k1", $"--Payments:PlatformClient:Secrets:0:Secret={Secret}",
        "--Payments:PlatformClient:Networks:0=127.0.0.0/8", "--Payments:PlatformClient:Networks:1=::1/128");

    [OneTimeTearDown]
    public async Task StopAsync() => await _gateway.DisposeAsync();

    [Test]
    public async Task Should_take_each_telling_once_and_sign_its_reply()
    {
        var reference = PaymentReference.Of(VietnamTime.DayOf(DateTimeOffset.UtcNow), 4711).Value;

        var first = await PostAsync(Callback(reference, "GD0001", "150000"));
        var second = await PostAsync(Callback(reference, "GD0001", "150000"));
        var other = await PostAsync(Callback(reference, "GD0001", "150001"));

        first["MaLoi"]!.GetValue<string>().ShouldBe("00");
        first["MaXacThuc"]!.GetValue<string>().ShouldBe(Hash(first, Secret));
        second["MaLoi"]!.GetValue<string>().ShouldBe("00");
        other["MaLoi"]!.GetValue<string>().ShouldBe("99");
        (await _gateway.Database.ScalarAsync<long>($"select count(*) from payment.callback where reference = '{reference}'")).ShouldBe(2);
    }

    [Test]
    public async Task Should_say_99_to_what_is_not_ours_forged_or_malformed()
    {
        var forged = Callback("D20010100000000001", "GD0002", "150000");
        forged["MaXacThuc"] = Hash(forged, "another");
        var malformed = Callback("D20010100000000001", "GD0003", "x");

        (await PostAsync(Callback("D20010100000000001", "GD0004", "150000")))["MaLoi"]!.GetValue<string>().ShouldBe("99");
        var refused = await PostAsync(forged);
        refused["MaLoi"]!.GetValue<string>().ShouldBe("99");
        refused["MaXacThuc"].ShouldBeNull();
        (await PostAsync(malformed))["MaLoi"]!.GetValue<string>().ShouldBe("99");
        (await _gateway.Database.ScalarAsync<long>("select count(*) from dossier.raw_body where outcome = 'unknown-order'")).ShouldBe(1);
    }

    [Test]
    public async Task Should_play_no_other_role()
    {
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var response = await _gateway.Http.PostAsync(new Uri("/platform/payments", UriKind.Relative), content);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static JsonObject Callback(string reference, string number, string amount)
    {
        var callback = new JsonObject
        {
            ["LoaiBanTin"] = "CONFIRM",
            ["MaLoi"] = "00",
            ["MaDoiTac"] = "DVCQG7",
            ["MaThamChieu"] = reference,
            ["SoTien"] = amount,
            ["MaTienTe"] = "VND",
            ["MaGiaoDich"] = number,
            ["MaNganHang"] = "VCB",
            ["ThoiGianGD"] = "20260701080530",
            ["ThongTinGiaoDich"] = "Nop le phi",
        };
        callback["MaXacThuc"] = Hash(callback, Secret);
        return callback;
    }

    private static string Hash(JsonObject message, string secret) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', Order.Select(name => message[name]?.GetValue<string>()).Append(secret)))));

    private async Task<JsonObject> PostAsync(JsonObject message)
    {
        using var content = new StringContent(message.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await _gateway.Http.PostAsync(new Uri("/callbacks/platform", UriKind.Relative), content);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
    }
}
