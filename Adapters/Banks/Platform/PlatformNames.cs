namespace DichVuCong.Adapters.Banks.Platform;

/// <summary>Names of the payment platform's messages, as the contract spells them (<c>one-stop-and-portal-wire.md</c> 5).</summary>
internal static class PlatformNames
{
    public const string LoaiBanTin = "LoaiBanTin";
    public const string PhienBan = "PhienBan";
    public const string MaDoiTac = "MaDoiTac";
    public const string MaThamChieu = "MaThamChieu";
    public const string SoTien = "SoTien";
    public const string LoaiHinhThanhToan = "LoaiHinhThanhToan";
    public const string MaKenhThanhToan = "MaKenhThanhToan";
    public const string MaThietBi = "MaThietBi";
    public const string NgonNgu = "NgonNgu";
    public const string MaTienTe = "MaTienTe";
    public const string MaNganHang = "MaNganHang";
    public const string ThongTinGiaoDich = "ThongTinGiaoDich";
    public const string ThoiGianGD = "ThoiGianGD";
    public const string Ip = "Ip";
    public const string ThongTinBienLai = "ThongTinBienLai";
    public const string MaXacThuc = "MaXacThuc";
    public const string MaLoi = "MaLoi";
    public const string MoTaLoi = "MoTaLoi";
    public const string MaGiaoDich = "MaGiaoDich";
    public const string TrangThaiGD = "TrangThaiGD";
    public const string UrlThanhToan = "UrlThanhToan";
    public const string UrlBienLai = "URLBienLai";
    public const string Currency = "VND";
}
