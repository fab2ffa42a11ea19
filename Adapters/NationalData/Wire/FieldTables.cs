namespace DichVuCong.Adapters.NationalData.Wire;

/// <summary>Our names of the databases' fields, and where each stands. What a field's own words mean is the form's business.</summary>
internal static class FieldTables
{
    /// <summary>The population database (D4): below <c>CongDan</c>. Of a name or date that stands in two forms the first that is there counts.</summary>
    public static readonly (string Name, string[] Paths)[] Citizen =
    [
        ("personalId", ["SoDinhDanh"]),
        ("oldIdentityCard", ["SoCMND"]),
        ("fullName", ["HoVaTen/Ten", "HoVaTen"]),
        ("gender", ["GioiTinh"]),
        ("ethnicity", ["DanToc"]),
        ("maritalStatus", ["TinhTrangHonNhan"]),
        ("birthDate", ["NgayThangNamSinh/NgayThangNam", "NgayThangNamSinh/Nam", "NgayThangNamSinh"]),
        ("permanentAddress.province", ["ThuongTru/MaTinhThanh"]),
        ("permanentAddress.district", ["ThuongTru/MaQuanHuyen"]),
        ("permanentAddress.commune", ["ThuongTru/MaPhuongXa"]),
        ("permanentAddress.detail", ["ThuongTru/ChiTiet"]),
        ("currentAddress.province", ["NoiOHienTai/MaTinhThanh"]),
        ("currentAddress.district", ["NoiOHienTai/MaQuanHuyen"]),
        ("currentAddress.commune", ["NoiOHienTai/MaPhuongXa"]),
        ("currentAddress.detail", ["NoiOHienTai/ChiTiet"]),
        ("placeOfOrigin.province", ["QueQuan/MaTinhThanh"]),
        ("placeOfOrigin.commune", ["QueQuan/MaPhuongXa"]),
        ("birthRegistration.province", ["NoiDangKyKhaiSinh/MaTinhThanh"]),
        ("birthRegistration.commune", ["NoiDangKyKhaiSinh/MaPhuongXa"]),
    ];

    /// <summary>The register of enterprises: below <c>DoanhNghiep</c>. Ours: no public source shows the document.</summary>
    public static readonly (string Name, string[] Paths)[] Enterprise =
    [
        ("enterpriseCode", ["MaSoDoanhNghiep"]),
        ("taxCode", ["MaSoThue", "MaSoDoanhNghiep"]),
        ("enterpriseName", ["TenDoanhNghiep"]),
        ("enterpriseShortName", ["TenVietTat"]),
        ("enterpriseType", ["LoaiHinh"]),
        ("enterpriseStatus", ["TinhTrang"]),
        ("foundedOn", ["NgayCap"]),
        ("headOffice.province", ["DiaChiTruSo/MaTinhThanh"]),
        ("headOffice.commune", ["DiaChiTruSo/MaPhuongXa"]),
        ("headOffice.detail", ["DiaChiTruSo/ChiTiet"]),
        ("representative", ["NguoiDaiDien/HoVaTen"]),
    ];
}
