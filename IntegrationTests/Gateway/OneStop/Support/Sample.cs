using DichVuCong.Adapters.OneStop.Wire;
using G2 = DichVuCong.Adapters.OneStop.Wire.G2;

namespace DichVuCong.Gateway.Tests.OneStop.Support;

/// <summary>Dossiers and rows as one-stop systems send them.</summary>
internal static class Sample
{
    /// <summary>Thủ tục đăng ký khai sinh: communes perform it.</summary>
    public const string Procedure = "1.001193";

    private static int s_next;

    /// <summary>A code that no other scenario has.</summary>
    public static string Code(string agency) => $"{agency}-260105-{Interlocked.Increment(ref s_next):D5}";

    public static G2.Dossier Dossier(
        string maHoSo, string state = "1", string receivedAt = "20260105080000", string owner = "Nguyễn Văn An", string? note = null,
        string procedure = Procedure, IReadOnlyList<G2.Fee>? fees = null) => new()
        {
            MaHoSo = maHoSo,
            MaTTHC = procedure,
            TenTTHC = "Thủ tục đăng ký khai sinh",
            MaLinhVuc = "G15-HT02",
            TenLinhVuc = "Hộ tịch",
            KenhThucHien = "1",
            ChuHoSo = owner,
            LoaiDoiTuong = "1",
            SoDienThoai = "0912345678",
            TrichYeuHoSo = "Đăng ký khai sinh",
            NgayTiepNhan = receivedAt,
            NgayHenTra = "20260109170000",
            TrangThaiHoSo = state,
            HinhThuc = "0",
            DonViXuLy = "Bộ phận một cửa",
            GhiChu = note,
            NgayNopHoSo = receivedAt,
            DanhSachLePhi = fees ?? [],
            DinhDanhCHS = [new G2.OwnerIdentity { LoaiDinhDanh = "1", SoDinhDanh = "001090000018" }],
        };

    /// <summary>A line of DanhSachLePhi: a charge (lệ phí) unless it says otherwise.</summary>
    public static G2.Fee Fee(string amount, string code = "LP01", string kind = "2") =>
        new() { LoaiPhiLePhi = kind, MaPhiLePhi = code, TenPhiLePhi = $"Khoản {code}", HinhThucThu = "1", Gia = amount };

    public static ProgressRow Row(string maHoSo, string state, string at, string? text = "Tiếp nhận hồ sơ") => new()
    {
        MaHoSo = maHoSo,
        NguoiXuLy = "Trần Thị Bình",
        ChucDanh = "Chuyên viên",
        ThoiDiemXuLy = at,
        PhongBanXuLy = "Bộ phận một cửa",
        NoiDungXuLy = text,
        TrangThai = state,
    };
}
