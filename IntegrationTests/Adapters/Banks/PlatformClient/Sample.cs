using DichVuCong.Adapters.Banks.Configuration;
using DichVuCong.Adapters.Banks.PlatformClient;
using DichVuCong.Banks.Tests.Fakes;
using Newtonsoft.Json.Linq;

namespace DichVuCong.Banks.Tests.PlatformClient;

internal static class Sample
{
    public const string Reference = "dvcH291250701000120250701080000";

    private static readonly string[] Order =
        ["LoaiBanTin", "MaLoi", "MaDoiTac", "MaThamChieu", "SoTien", "MaTienTe", "MaGiaoDich", "MaNganHang", "ThoiGianGD", "ThongTinGiaoDich"];

    public static PlatformClientSettings Settings { get; } = new()
    {
        Enabled = true,
        InitUrl = new Uri("http://127.0.0.1/init"),
        QueryUrl = new Uri("http://127.0.0.1/query"),
        MaDoiTac = DevelopmentDefaults.PlatformPartner,
        Secrets = Secrets.Only(DevelopmentDefaults.PlatformSecret),
    };

    /// <summary>The document's callback (A2).</summary>
    public static JObject Callback(params (string Name, JToken Value)[] changes)
    {
        var callback = JObject.Parse(
            """
            {"LoaiBanTin":"CONFIRM","MaLoi":"00","MaDoiTac":"DOITAC1","MaThamChieu":"dvcH291250701000120250701080000","SoTien":150000,"MaTienTe":"VND",
             "MaGiaoDich":"GD0001","MaNganHang":"VCB","ThoiGianGD":"20250701080530","ThongTinGiaoDich":"Nop le phi"}
            """);
        foreach (var (name, value) in changes) callback[name] = value;
        return Signed(callback);
    }

    public static JObject Signed(JObject message, string secret = DevelopmentDefaults.PlatformSecret)
    {
        message["MaXacThuc"] = Platform.Sample.Hash([.. Order.Select(name => (string?)message[name]), secret]);
        return message;
    }
}
