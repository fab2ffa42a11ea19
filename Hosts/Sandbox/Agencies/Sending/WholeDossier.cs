using System.Globalization;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Contracts;
using G1 = DichVuCong.Adapters.OneStop.Wire.G1;
using G2 = DichVuCong.Adapters.OneStop.Wire.G2;

namespace DichVuCong.Sandbox.Agencies.Sending;

/// <summary>A dossier as a system sends it back: all of it, since an update replaces the whole (2.8), with the state it has come to.</summary>
internal static class WholeDossier
{
    /// <summary>HinhThucThu: while the dossier is worked on.</summary>
    private const string AtSupplement = "2";

    private static readonly TimeSpan Promise = TimeSpan.FromDays(15);

    /// <summary>The dossier in a state.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="state">The state.</param>
    /// <param name="at">Since when.</param>
    /// <param name="fees">What is to be paid; none leaves what the dossier lists.</param>
    public static IDossier In(IDossier dossier, int state, DateTimeOffset at, IReadOnlyList<DossierFee> fees) => dossier switch
    {
        G1.Dossier first => In(first, state, at, fees),
        G2.Dossier second => In(second, state, at, fees),
        _ => throw new ArgumentException("A dossier is of one of the generations of the contract.", nameof(dossier)),
    };

    /// <summary>A dossier of the first generation where only the second goes: proxies know one contract.</summary>
    public static G2.Dossier AsG2(G1.Dossier from) => new()
    {
        MaHoSo = from.MaHoSo,
        MaTTHC = from.MaTTHC,
        TenTTHC = from.TenTTHC,
        MaLinhVuc = from.MaLinhVuc,
        TenLinhVuc = from.TenLinhVuc,
        ChuHoSo = from.ChuHoSo,
        LoaiDoiTuong = from.LoaiDoiTuong,
        MaDoiTuong = from.MaDoiTuong,
        ThongTinKhac = from.ThongTinKhac,
        Email = from.Email,
        SoDienThoai = from.SoDienThoai,
        TrichYeuHoSo = from.TrichYeuHoSo,
        NgayTiepNhan = from.NgayTiepNhan,
        NgayHenTra = from.NgayHenTra,
        TrangThaiHoSo = from.TrangThaiHoSo,
        HinhThuc = from.HinhThuc,
        DonViXuLy = from.DonViXuLy,
        DanhSachLePhi = from.DanhSachLePhi.Select(fee => new G2.Fee
        {
            TenPhiLePhi = fee.TenPhiLePhi,
            MaPhiLePhi = fee.MaPhiLePhi,
            HinhThucThu = fee.HinhThucThu,
            Gia = fee.Gia,
            LoaiPhiLePhi = fee.LoaiPhiLePhi,
        }).ToList(),
    };

    private static G1.Dossier In(G1.Dossier from, int state, DateTimeOffset at, IReadOnlyList<DossierFee> fees) => new()
    {
        MaHoSo = from.MaHoSo,
        MaTTHC = from.MaTTHC,
        TenTTHC = from.TenTTHC,
        MaLinhVuc = from.MaLinhVuc,
        TenLinhVuc = from.TenLinhVuc,
        ChuHoSo = from.ChuHoSo,
        LoaiDoiTuong = from.LoaiDoiTuong,
        MaDoiTuong = from.MaDoiTuong,
        ThongTinKhac = from.ThongTinKhac,
        Email = from.Email,
        SoDienThoai = from.SoDienThoai,
        TrichYeuHoSo = from.TrichYeuHoSo,
        NgayTiepNhan = VietnamTime.ToWire(at),
        NgayHenTra = from.NgayHenTra ?? VietnamTime.ToWire(at + Promise),
        TrangThaiHoSo = Number(state),
        HinhThuc = from.HinhThuc,
        DonViXuLy = from.DonViXuLy,
        TaiLieuNop = from.TaiLieuNop,
        DanhSachLePhi = fees.Count == 0 ? from.DanhSachLePhi : fees.Select(fee => new G1.Fee
        {
            TenPhiLePhi = fee.Name,
            MaPhiLePhi = fee.Code,
            HinhThucThu = AtSupplement,
            Gia = Number(fee.Amount),
            LoaiPhiLePhi = fee.Kind,
        }).ToList(),
    };

    private static G2.Dossier In(G2.Dossier from, int state, DateTimeOffset at, IReadOnlyList<DossierFee> fees) => new()
    {
        MaHoSo = from.MaHoSo,
        MaTTHC = from.MaTTHC,
        TenTTHC = from.TenTTHC,
        MaLinhVuc = from.MaLinhVuc,
        TenLinhVuc = from.TenLinhVuc,
        KenhThucHien = from.KenhThucHien,
        ChuHoSo = from.ChuHoSo,
        SoGiayToChuHoSo = from.SoGiayToChuHoSo,
        LoaiDoiTuong = from.LoaiDoiTuong,
        MaDoiTuong = from.MaDoiTuong,
        ThongTinKhac = from.ThongTinKhac,
        Email = from.Email,
        SoDienThoai = from.SoDienThoai,
        TrichYeuHoSo = from.TrichYeuHoSo,
        NgayTiepNhan = VietnamTime.ToWire(at),
        NgayNopHoSo = from.NgayNopHoSo,
        NgayHenTra = from.NgayHenTra ?? VietnamTime.ToWire(at + Promise),
        TrangThaiHoSo = Number(state),
        NgayTuChoi = state == 3 ? VietnamTime.ToWire(at) : null,
        HinhThuc = from.HinhThuc,
        DonViXuLy = from.DonViXuLy,
        NoiNopHoSo = from.NoiNopHoSo,
        HoSoCoThanhPhanSoHoa = from.HoSoCoThanhPhanSoHoa,
        TaiKhoanDuocXacThucVoiVNeID = from.TaiKhoanDuocXacThucVoiVNeID,
        DuocThanhToanTrucTuyen = from.DuocThanhToanTrucTuyen,
        DinhDanhCHS = from.DinhDanhCHS,
        DSKetNoiCSDL = from.DSKetNoiCSDL,
        TaiLieuNop = from.TaiLieuNop,
        DanhSachLePhi = fees.Count == 0 ? from.DanhSachLePhi : fees.Select(fee => new G2.Fee
        {
            TenPhiLePhi = fee.Name,
            MaPhiLePhi = fee.Code,
            HinhThucThu = AtSupplement,
            Gia = Number(fee.Amount),
            LoaiPhiLePhi = fee.Kind,
        }).ToList(),
    };

    private static string Number(int state) => state.ToString(CultureInfo.InvariantCulture);
}
