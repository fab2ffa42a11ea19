using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DichVuCong.Contracts;

namespace DichVuCong.Abuse.Tests.Flood;

/// <summary>What a push was answered with.</summary>
internal enum PushAnswer
{
    /// <summary>Taken, and durable.</summary>
    Taken,

    /// <summary>Told to come again.</summary>
    TryAgain,

    /// <summary>Anything else: a fault of the bench or of the gateway.</summary>
    Odd,
}

/// <summary>A one-stop system that registers its counter dossiers, one in a call.</summary>
internal sealed class PushClient : IDisposable
{
    private static readonly Uri Integration = new("/mapi/integration", UriKind.Relative);
    private static long s_next = Random.Shared.NextInt64(1_000_000, 3_000_000);

    // A dossier of today: older ones count as somebody's backlog and wait behind the fresh ones.
    private static readonly DateOnly Today = VietnamTime.DayOf(TimeProvider.System.GetUtcNow());

    private readonly HttpClient _http;
    private readonly string _agency;
    private readonly string _session;

    private PushClient(HttpClient http, string agency, string session) => (_http, _agency, _session) = (http, agency, session);

    public static async Task<PushClient> LogInAsync(int port, string agency, int connections)
    {
        var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections }) { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(60) };
        using var reply = await http.PostAsync(new Uri("/mapi/login", UriKind.Relative), new StringContent($$"""{"username":"{{agency}}","password":"dev-{{agency}}"}"""));
        return new PushClient(http, agency, JsonNode.Parse(await reply.Content.ReadAsStringAsync())!["session"]!.GetValue<string>());
    }

    /// <summary>Pushes a new dossier.</summary>
    public async Task<(PushAnswer Answer, string Code)> PushAsync()
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"{_agency}-{Today:yyMMdd}-{Interlocked.Increment(ref s_next):D7}");
        var body = $$"""
            {"session":"{{_session}}","madonvi":"{{_agency}}","service":"DongBoHoSoMC","isUpdating":"False","data":[{"MaHoSo":"{{code}}","MaTTHC":"1.001193","TenTTHC":"Thủ tục đăng ký khai sinh",
             "KenhThucHien":"1","ChuHoSo":"Nguyễn Văn Mẫu","LoaiDoiTuong":"1","TrichYeuHoSo":"Đăng ký thử","NgayTiepNhan":"{{Today:yyyyMMdd}}000000","NgayHenTra":"{{Today.AddDays(5):yyyyMMdd}}170000","TrangThaiHoSo":"2","HinhThuc":"0"}]}
            """;
        using var response = await _http.PostAsync(Integration, new StringContent(body, Encoding.UTF8, "application/json"));
        using var reply = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        var result = reply.RootElement.GetProperty("result");
        var word = result.GetArrayLength() == 1 ? result[0].GetProperty("code").GetString() : "";
        return (word switch { "stored" => PushAnswer.Taken, "tryAgain" => PushAnswer.TryAgain, _ => PushAnswer.Odd }, code);
    }

    public void Dispose() => _http.Dispose();
}
