using System.Globalization;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Contracts;
using G1 = DichVuCong.Adapters.OneStop.Wire.G1;
using G2 = DichVuCong.Adapters.OneStop.Wire.G2;

namespace DichVuCong.Sandbox.Agencies.Sending;

/// <summary>A dossier as a system sends it back: all of it, since an update replaces the whole (2.8), with the state it has come to.</summary>
internal static class WholeDossier
{
    private static readonly TimeSpan Promise = TimeSpan.FromDays(15);

    /// <summary>The dossier in a state.</summary>
    public static IDossier In(IDossier dossier, int state, DateTimeOffset at) => dossier switch
    {
        G1.Dossier first => In(first, state, at),
        G2.Dossier second => In(second, state, at),
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
    };

    private static G1.Dossier In(G1.Dossier from, int state, DateTimeOffset at) => new()
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
        DanhSachLePhi = from.DanhSachLePhi,
    };

    private static G2.Dossier In(G2.Dossier from, int state, DateTimeOffset at) => new()
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
        DanhSachLePhi = from.DanhSachLePhi,
    };

    private static string Number(int state) => state.ToString(CultureInfo.InvariantCulture);
}
