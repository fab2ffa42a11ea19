using DichVuCong.Adapters.Banks.Wire;

namespace DichVuCong.Adapters.Banks.Platform;

/// <summary>
/// The limits of the receipt's fields (5.2). Only what a payment cannot do without is required: known clients leave the rest empty. Lengths
/// without a source are ours.
/// </summary>
internal static class ReceiptRules
{
    private const int Text = 500;
    private const int Code = 100;

    /// <summary>The receipt's own fields, and for which MaDichVu each is required; null where for none.</summary>
    public static IReadOnlyList<(FieldRule Rule, string? RequiredFor)> Fields { get; } =
    [
        (new("MaDichVu", 2), null),
        (Optional("MaDVC", Code), null),
        (Optional("TenDVC", Text), null),
        (Optional("MaTTHC", Code), null),
        (Optional("TenTTHC", 250), null),
        (Optional("MaDonVi", Code), null),
        (Optional("TenDonVi", Text), null),
        (Optional("MaHoSo", Code), "2"),
        (Optional("TKThuHuong", 50), "2"),
        (Optional("MaNHThuHuong", 50), "2"),
        (Optional("TenTKThuHuong", 250), null),
        (Optional("MaLoaiHinhThuPhat", Code), null),
        (Optional("TenLoaiHinhThuPhat", Text), null),
        (Optional("MaCoQuanQD", Code), null),
        (Optional("TenCoQuanQD", Text), null),
        (Optional("KhoBac", Text), null),
        (Optional("NgayQD", 50), "1"),
        (Optional("SoQD", Code), "1"),
        (Optional("ThoiGianViPham", Code), null),
        (Optional("DiaDiemViPham", Text), null),
        (Optional("TenNguoiViPham", Text), null),
        (Optional("TaiKhoanThuNSNN", 50), null),
        (Optional("NoiDungThanhToan", Text), null),
        (Optional("HoTenNguoiNop", Text), null),
        (Optional("SoCMNDNguoiNop", 50), null),
        (Optional("DiaChiNguoiNop", Text), null),
        (Optional("HuyenNguoiNop", Text), null),
        (Optional("TinhNguoiNop", Text), null),
    ];

    /// <summary>The fields of a fee line, its amount apart.</summary>
    public static IReadOnlyList<FieldRule> Fee { get; } = [Optional("LoaiPhiLePhi", 10), Optional("MaPhiLePhi", Code), Optional("TenPhiLePhi", Text)];

    /// <summary>The fields of an item, its amount apart.</summary>
    public static IReadOnlyList<FieldRule> Item { get; } = [Optional("NoiDung", Text)];

    private static FieldRule Optional(string name, int maxLength) => new(name, maxLength, Required: false);
}
