namespace DichVuCong.Adapters.VNeID.Broker;

/// <summary>The broker's own words (D3, and W 6), as it spells them.</summary>
internal static class BrokerNames
{
    public const string TechnicalId = "TechID";
    public const string AccountType = "LoaiTaiKhoan";
    public const string PersonalId = "SoDinhDanh";
    public const string FullName = "HoVaTen";
    public const string BirthDate = "NgayThangNamSinh";
    public const string TaxCode = "MaSoThue";
    public const string EnterpriseCode = "MaSoDoanhNghiep";
    public const string EnterpriseName = "TenDoanhNghiep";
    public const string Phone = "SoDienThoai";
    public const string Email = "ThuDienTu";
    public const string AccountLevel = "IAL";
    public const string AuthenticationLevel = "loAs";
}
