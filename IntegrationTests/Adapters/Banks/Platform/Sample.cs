using System.Security.Cryptography;
using System.Text;
using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Configuration;
using DichVuCong.Adapters.Banks.Platform;
using DichVuCong.Banks.Tests.Fakes;
using DichVuCong.Contracts.Payments;
using Newtonsoft.Json.Linq;

namespace DichVuCong.Banks.Tests.Platform;

internal static class Sample
{
    public const string Reference = "dvcH291250701000120250701080000";

    private static readonly string[] InitOrder =
    [
        "LoaiBanTin", "PhienBan", "MaDoiTac", "MaThamChieu", "SoTien", "LoaiHinhThanhToan", "MaKenhThanhToan", "MaThietBi", "NgonNgu", "MaTienTe",
        "MaNganHang", "ThongTinGiaoDich", "ThoiGianGD", "Ip",
    ];

    private static readonly string[] QueryOrder = ["LoaiBanTin", "PhienBan", "MaDoiTac", "MaThamChieu", "ThoiGianGD"];

    public static readonly PlatformSettings Settings = PlatformSettings.Development;

    public static readonly PlatformState Paid = new()
    {
        MaDoiTac = "DOITAC1",
        MaThamChieu = Reference,
        SoTien = new Vnd(150_000),
        MaGiaoDich = "GD0001",
        MaNganHang = "VCB",
        ThoiGianGD = new DateTimeOffset(2025, 7, 1, 8, 5, 30, TimeSpan.FromHours(7)),
        ThongTinGiaoDich = "Nop le phi",
        Result = PaymentResult.Paid,
    };

    public static JObject Init() => JObject.Parse(
        """
        {"LoaiBanTin":"INIT","PhienBan":"1.0.6","MaDoiTac":"DOITAC1","MaThamChieu":"dvcH291250701000120250701080000","SoTien":"150000",
         "LoaiHinhThanhToan":"PAY","MaKenhThanhToan":"1","MaThietBi":"1","NgonNgu":"vi-VN","MaTienTe":"VND","MaNganHang":"PAYMENT",
         "ThongTinGiaoDich":"Nộp lệ phí","ThoiGianGD":"20250701080000","Ip":"127.0.0.1",
         "ThongTinBienLai":{"MaDichVu":"2","MaDVC":"1.001193.01","TenTTHC":"Đăng ký khai sinh","MaTTHC":"1.001193","MaDonVi":"H29.101","TenDonVi":"UBND phường",
           "MaHoSo":"H29.101-250701-0001","TKThuHuong":"0123456789","MaNHThuHuong":"VCB","TenTKThuHuong":"KBNN mau","HoTenNguoiNop":"Nguyễn Văn Mẫu",
           "SoCMNDNguoiNop":"001000000001",
           "PhiLePhi":[{"LoaiPhiLePhi":"1","MaPhiLePhi":"2","TenPhiLePhi":"Phí","SoTien":"100000"},{"LoaiPhiLePhi":"2","MaPhiLePhi":"2","TenPhiLePhi":"Lệ phí","SoTien":50000}],
           "DSKhoanNop":[{"NoiDung":"Lệ phí","SoTien":"150000"}]}}
        """);

    public static JObject Query(string type = "QUERY") => new()
    {
        ["LoaiBanTin"] = type,
        ["PhienBan"] = "1.0.6",
        ["MaDoiTac"] = "DOITAC1",
        ["MaThamChieu"] = Reference,
        ["ThoiGianGD"] = "20250701080000",
    };

    public static JObject Signed(JObject message, string secret = DevelopmentDefaults.PlatformSecret)
    {
        var order = (string?)message["LoaiBanTin"] == "INIT" ? InitOrder : QueryOrder;
        message["MaXacThuc"] = Hash([.. order.Select(name => (string?)message[name]), secret]);
        return message;
    }

    public static string Hash(params string?[] values) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', values))));

    public static PlatformReading Read(JObject message, PlatformSettings? settings = null, DateTimeOffset? at = null) => Read(message.ToString(), settings, at);

    public static PlatformReading Read(string body, PlatformSettings? settings = null, DateTimeOffset? at = null)
    {
        settings ??= Settings;
        return new PlatformReader(settings, new PlatformPartners(settings)).Read(Encoding.UTF8.GetBytes(body), at ?? Calls.Now);
    }

    public static T ShouldBeVerified<T>(this PlatformReading reading)
        where T : PlatformRequest =>
        reading.ShouldBeOfType<PlatformReading.Verified>((reading as PlatformReading.Refused)?.Fault.Code).Request.ShouldBeOfType<T>();

    public static void ShouldBeRefused(this PlatformReading reading, CallbackOutcome outcome, string code)
    {
        var refused = reading.ShouldBeOfType<PlatformReading.Refused>();
        (refused.Outcome, refused.Fault.Code).ShouldBe((outcome, code));
    }

    public static PlatformSettings With(PlatformReplyForm form = PlatformReplyForm.Direct, IReadOnlyList<SecretSetting>? secrets = null) => Settings with
    {
        Partners = [Settings.Partners[0] with { ReplyForm = form, Secrets = secrets ?? Settings.Partners[0].Secrets }],
    };
}
