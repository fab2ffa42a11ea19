using DichVuCong.Sandbox.Banks.Wire;

namespace DichVuCong.Sandbox.Banks.Platform;

/// <summary>MaXacThuc: SHA-256 of the fields, joined by pipes with the secret last (5.6). The callback ends otherwise than INIT does.</summary>
internal static class PlatformHash
{
    /// <summary>The field.</summary>
    public const string Name = "MaXacThuc";

    /// <summary>What is hashed of INIT.</summary>
    public static readonly string[] Init =
    [
        "LoaiBanTin", "PhienBan", "MaDoiTac", "MaThamChieu", "SoTien", "LoaiHinhThanhToan", "MaKenhThanhToan", "MaThietBi", "NgonNgu", "MaTienTe", "MaNganHang",
        "ThongTinGiaoDich", "ThoiGianGD", "Ip",
    ];

    /// <summary>What is hashed of a callback, and of the reply to QUERY.</summary>
    public static readonly string[] Callback =
    [
        "LoaiBanTin", "MaLoi", "MaDoiTac", "MaThamChieu", "SoTien", "MaTienTe", "MaGiaoDich", "MaNganHang", "ThoiGianGD", "ThongTinGiaoDich",
    ];

    /// <summary>What is hashed of QUERY and GET_BILL.</summary>
    public static readonly string[] Query = ["LoaiBanTin", "PhienBan", "MaDoiTac", "MaThamChieu", "ThoiGianGD"];

    /// <summary>The hash.</summary>
    public static string Of(IEnumerable<string> order, Func<string, string> value) =>
        Digests.Sha256(string.Join('|', order.Select(value).Append(BankNames.PlatformSecret)));
}
