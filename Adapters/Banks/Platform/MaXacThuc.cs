using DichVuCong.Adapters.Banks.Signatures;

namespace DichVuCong.Adapters.Banks.Platform;

/// <summary>
/// MaXacThuc: SHA-256 of the fields joined by pipes with the shared secret last, lower-case hexadecimal (5.6). The trap: INIT ends
/// ThongTinGiaoDich, ThoiGianGD, Ip, while the callback ends ThoiGianGD, ThongTinGiaoDich.
/// </summary>
internal static class MaXacThuc
{
    /// <summary>The order of INIT.</summary>
    public static IReadOnlyList<string> InitOrder { get; } =
    [
        PlatformNames.LoaiBanTin, PlatformNames.PhienBan, PlatformNames.MaDoiTac, PlatformNames.MaThamChieu, PlatformNames.SoTien,
        PlatformNames.LoaiHinhThanhToan, PlatformNames.MaKenhThanhToan, PlatformNames.MaThietBi, PlatformNames.NgonNgu, PlatformNames.MaTienTe,
        PlatformNames.MaNganHang, PlatformNames.ThongTinGiaoDich, PlatformNames.ThoiGianGD, PlatformNames.Ip,
    ];

    /// <summary>The order of the callback, and of every reply.</summary>
    public static IReadOnlyList<string> CallbackOrder { get; } =
    [
        PlatformNames.LoaiBanTin, PlatformNames.MaLoi, PlatformNames.MaDoiTac, PlatformNames.MaThamChieu, PlatformNames.SoTien,
        PlatformNames.MaTienTe, PlatformNames.MaGiaoDich, PlatformNames.MaNganHang, PlatformNames.ThoiGianGD, PlatformNames.ThongTinGiaoDich,
    ];

    /// <summary>The order of QUERY and GET_BILL.</summary>
    public static IReadOnlyList<string> QueryOrder { get; } =
    [
        PlatformNames.LoaiBanTin, PlatformNames.PhienBan, PlatformNames.MaDoiTac, PlatformNames.MaThamChieu, PlatformNames.ThoiGianGD,
    ];

    /// <summary>The hash of a message; a missing field counts as nothing.</summary>
    public static string Of(IReadOnlyList<string> order, Func<string, string?> value, SecretKey key) => PlainHash.Hex(Digest(order, value, key));

    /// <summary>The key whose hash a message carries; null when there is none.</summary>
    public static SecretKey? KeyOf(IReadOnlyList<string> order, Func<string, string?> value, IEnumerable<SecretKey> keys) =>
        IsUnambiguous(order, value) ? keys.FirstOrDefault(key => ConstantTime.HexEquals(value(PlatformNames.MaXacThuc), Digest(order, value, key))) : null;

    // With a pipe inside one field the same text could be cut into other fields. Only the free text may have one: the fields beside it cannot.
    private static bool IsUnambiguous(IEnumerable<string> order, Func<string, string?> value) =>
        order.All(name => name == PlatformNames.ThongTinGiaoDich || value(name)?.Contains('|', StringComparison.Ordinal) != true);

    private static byte[] Digest(IEnumerable<string> order, Func<string, string?> value, SecretKey key) =>
        PlainHash.Sha256(string.Join('|', order.Select(value).Append(key.Reveal())));
}
