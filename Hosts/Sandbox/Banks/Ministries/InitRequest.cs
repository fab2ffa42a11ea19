using System.Globalization;
using System.Text.Json.Nodes;
using DichVuCong.Sandbox.Banks.Platform;
using DichVuCong.Sandbox.Banks.Wire;
using DichVuCong.Sandbox.Timing;

namespace DichVuCong.Sandbox.Banks.Ministries;

/// <summary>The body of <c>POST /sandbox/ministries/{partner}/init</c>: what a ministry's system is to ask money for.</summary>
internal sealed record InitRequest
{
    /// <summary>MaThamChieu, unique for the partner: 1 to 255 letters, digits, dots and hyphens.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The dossier.</summary>
    public string Dossier { get; init; } = "";

    /// <summary>The code of its agency (MaDonVi).</summary>
    public string Agency { get; init; } = "";

    /// <summary>The beneficiary's account; null for one that follows from the dossier.</summary>
    public string? Account { get; init; }

    /// <summary>The beneficiary's bank.</summary>
    public string Bank { get; init; } = "VCB";

    /// <summary>The charge (phí), đồng; 0 for none.</summary>
    public long Charge { get; init; }

    /// <summary>The fee (lệ phí), đồng; 0 for none.</summary>
    public long Fee { get; init; }

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Error =>
        Reference.Length is 0 or > 255 ? "reference must have 1 to 255 characters."
        : Dossier.Length == 0 ? "dossier is required."
        : Charge < 0 || Fee < 0 || Charge + Fee is <= 0 or > 999_999_999_999 ? "charge and fee must not be negative, and together more than nothing."
        : null;

    /// <summary>The treasury account of a dossier's agency, as it were: a treasury's accounts begin with 3511.</summary>
    public static string AccountOf(string dossier) => $"3511{Chance.Number(0, "account", dossier[..Math.Min(3, dossier.Length)]) % 1_000_000:D6}";

    /// <summary>The message INIT 1.0.6 (5.1, 5.2): always two lines, one phí and one lệ phí, as [OCPS] sends them.</summary>
    public byte[] Compose(string partner, DateTimeOffset now)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["LoaiBanTin"] = "INIT",
            ["PhienBan"] = "1.0.6",
            ["MaDoiTac"] = partner,
            ["MaThamChieu"] = Reference,
            ["SoTien"] = Text(Charge + Fee),
            ["LoaiHinhThanhToan"] = "PAY",
            ["MaKenhThanhToan"] = "1",
            ["MaThietBi"] = "1",
            ["NgonNgu"] = "vi-VN",
            ["MaTienTe"] = "VND",
            ["MaNganHang"] = "PAYMENT",
            ["ThongTinGiaoDich"] = $"Nop phi le phi ho so {Dossier}",
            ["ThoiGianGD"] = BankClock.Write(now),
            ["Ip"] = "127.0.0.1",
        };
        return WireJson.Bytes(WireJson.Object(
        [
            .. PlatformHash.Init.Select(name => (name, WireJson.Text(values[name]))),
            ("ThongTinBienLai", Receipt()),
            (PlatformHash.Name, WireJson.Text(PlatformHash.Of(PlatformHash.Init, name => values[name]))),
        ]));
    }

    private JsonObject Receipt() => WireJson.Object(
        ("MaDichVu", WireJson.Text("2")),
        ("MaDVC", WireJson.Text("1.001193.01")),
        ("TenDVC", WireJson.Text("Thủ tục đăng ký khai sinh")),
        ("MaTTHC", WireJson.Text("1.001193")),
        ("TenTTHC", WireJson.Text("Thủ tục đăng ký khai sinh")),
        ("MaDonVi", WireJson.Text(Agency)),
        ("TenDonVi", WireJson.Text("Đơn vị mô phỏng")),
        ("MaHoSo", WireJson.Text(Dossier)),
        ("TKThuHuong", WireJson.Text(Account ?? AccountOf(Dossier))),
        ("MaNHThuHuong", WireJson.Text(Bank)),
        ("TenTKThuHuong", WireJson.Text("KHO BAC NHA NUOC (MO PHONG)")),
        ("PhiLePhi", new JsonArray(Line("1", "Phí thẩm định", Charge), Line("2", "Lệ phí", Fee))),
        ("NoiDungThanhToan", WireJson.Text("Phí, lệ phí hồ sơ")),
        ("HoTenNguoiNop", WireJson.Text("NGUOI NOP MO PHONG")),
        ("SoCMNDNguoiNop", WireJson.Text("000000000000")),
        ("DiaChiNguoiNop", WireJson.Text("")),
        ("MaCoQuanQD", WireJson.Text(Agency)),
        ("TenCoQuanQD", WireJson.Text("Đơn vị mô phỏng")),
        ("DSKhoanNop", new JsonArray(WireJson.Object(("NoiDung", WireJson.Text("Phí, lệ phí")), ("SoTien", WireJson.Text(Text(Charge + Fee)))))));

    private static JsonObject Line(string kind, string name, long amount) => WireJson.Object(
        ("LoaiPhiLePhi", WireJson.Text(kind)),
        ("MaPhiLePhi", WireJson.Text("2")),
        ("TenPhiLePhi", WireJson.Text(name)),
        ("SoTien", WireJson.Text(Text(amount))));

    private static string Text(long amount) => amount.ToString(CultureInfo.InvariantCulture);
}
