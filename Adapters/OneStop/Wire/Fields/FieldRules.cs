using System.Collections.Frozen;
using static DichVuCong.Adapters.OneStop.Wire.Fields.FieldKind;
using static DichVuCong.Adapters.OneStop.Wire.Fields.Overflow;

namespace DichVuCong.Adapters.OneStop.Wire.Fields;

/// <summary>
/// The rules of all fields in one place (pain 12): kind, length, cut or refused, required. Lengths are those of
/// <c>one-stop-and-portal-wire.md</c> 2.2-2.4 and 2.11; none is official, those without a source are ours. Required is only what a
/// dossier cannot be kept without: "req" in 2.2 means that vendors mark it so, not that the portal was seen to refuse.
/// </summary>
internal static class FieldRules
{
    private const string Dossier = WireObjects.Dossier;
    private const string Envelope = WireObjects.Envelope;
    private const string Paper = WireObjects.Paper;
    private const string Progress = WireObjects.Progress;
    private const string Result = WireObjects.ResultPaper;
    private const string Status = WireObjects.Status;
    private const string Supplement = WireObjects.Supplement;

    private static readonly FrozenDictionary<(string Object, string Field), FieldRule> Table =
        new Dictionary<(string Object, string Field), FieldRule>
        {
            [(WireObjects.Login, "username")] = new(Code, 100, Required: true),
            [(WireObjects.Login, "password")] = new(Code, 200, Required: true),

            [(Envelope, "session")] = new(Code, 500),
            [(Envelope, "madonvi")] = new(Code, 50),
            [(Envelope, "service")] = new(Code, 100),
            [(Envelope, "isUpdating")] = new(Flag, 10),
            [(Envelope, "isSync")] = new(Flag, 10),
            [(Envelope, "type")] = new(Choice, 10),
            [(Envelope, "mahoso")] = new(Code, 50),
            [(Envelope, "masohoso")] = new(Code, 50),
            [(Envelope, "maTTHC")] = new(Code, 50),
            [(Envelope, "idQDCB")] = new(Code, 50),
            [(Envelope, "provider")] = new(Code, 50),
            [(Envelope, "mstorcmnd")] = new(Code, 50),

            [(Dossier, "MaHoSo")] = new(DossierCode, 50, Required: true),
            [(Dossier, "MaTTHC")] = new(ProcedureCode, 50, Required: true),
            [(Dossier, "TenTTHC")] = new(Text, 5000, Trim),
            [(Dossier, "MaLinhVuc")] = new(Code, 50),
            [(Dossier, "KenhThucHien")] = new(Choice, 50),
            [(Dossier, "SoBienNhan")] = new(Code, 100),
            [(Dossier, "ChuHoSo")] = new(Text, 500, Trim),
            [(Dossier, "LoaiDoiTuong")] = new(Choice, 50),
            [(Dossier, "MaDoiTuong")] = new(Code, 50),
            [(Dossier, "ThongTinKhac")] = new(Text, 5000, Trim),
            [(Dossier, "Email")] = new(Text, 100, Trim),
            [(Dossier, "Fax")] = new(Text, 50, Trim),
            [(Dossier, "SoDienThoai")] = new(Text, 50, Trim),
            [(Dossier, "TrichYeuHoSo")] = new(Text, 1000, Trim),
            [(Dossier, "NgayTiepNhan")] = new(Date, 50),
            [(Dossier, "NgayHenTra")] = new(Date, 50),
            [(Dossier, "TrangThaiHoSo")] = new(Number, 10, Required: true),
            [(Dossier, "NgayTra")] = new(Date, 50),
            [(Dossier, "HinhThuc")] = new(Choice, 50),
            [(Dossier, "NgayKetThucXuLy")] = new(Date, 50),
            [(Dossier, "DonViXuLy")] = new(Text, 500, Trim),
            [(Dossier, "GhiChu")] = new(Text, 2000, Trim),
            [(Dossier, "SoGiayToChuHoSo")] = new(Code, 50),
            [(Dossier, "NoiNopHoSo")] = new(Choice, 50),
            [(Dossier, "HoSoCoThanhPhanSoHoa")] = new(Choice, 50),
            [(Dossier, "TaiKhoanDuocXacThucVoiVNeID")] = new(Choice, 50),
            [(Dossier, "DuocThanhToanTrucTuyen")] = new(Choice, 50),
            [(Dossier, "NgayTuChoi")] = new(Date, 50),
            [(Dossier, "NgayNopHoSo")] = new(Date, 50),
            [(WireObjects.OwnerIdentity, "LoaiDinhDanh")] = new(Choice, 50),
            [(WireObjects.OwnerIdentity, "SoDinhDanh")] = new(Code, 50),
            [(WireObjects.Database, "MaCSDL")] = new(Code, 50),

            [(Paper, "TepDinhKemId")] = new(Code, 200),
            [(Paper, "TenTepDinhKem")] = new(Text, 4000, Trim),
            [(Paper, "IsDeleted")] = new(Flag, 10),
            [(Paper, "MaThanhPhanHoSo")] = new(Code, 100),
            [(Paper, "DuongDanTaiTepTin")] = new(Link, 4000, IdentifiedBy: "TepDinhKemId"),
            [(Paper, "DuocSoHoa")] = new(Choice, 50),
            [(Paper, "DuocTaiSuDung")] = new(Choice, 50),
            [(Paper, "DuocLayTuKhoDMQG")] = new(Choice, 50),
            [(Paper, "MaKetQuaThayThe")] = new(Code, 100),
            [(WireObjects.Fee, "TenPhiLePhi")] = new(Text, 1000, Trim),
            [(WireObjects.Fee, "MaPhiLePhi")] = new(Code, 100),
            [(WireObjects.Fee, "HinhThucThu")] = new(Choice, 50),
            [(WireObjects.Fee, "Gia")] = new(Code, 50),
            [(WireObjects.Fee, "LoaiPhiLePhi")] = new(Choice, 50),
            [(WireObjects.OtherPaper, "TenGiayTo")] = new(Text, 5000, Trim),
            [(Result, "TenGiayTo")] = new(Text, 2000, Trim),
            [(Result, "MaThanhPhanHoSo")] = new(Code, 100),
            [(Result, "GiayToId")] = new(Code, 200),
            [(Result, "DuongDanTepTinKetQua")] = new(Link, 4000, IdentifiedBy: "GiayToId"),
            [(Result, "MaGiayToKetQua")] = new(Code, 100),
            [(Supplement, "NguoiYeuCauBoSung")] = new(Text, 250, Trim),
            [(Supplement, "NgayBoSung")] = new(Date, 50),
            [(Supplement, "NguoiTiepNhanBoSung")] = new(Text, 250, Trim),
            [(Supplement, "NgayTiepNhanBoSung")] = new(Date, 50),
            [(Supplement, "NgayHenTraTruoc")] = new(Date, 50),
            [(Supplement, "NgayHenTraMoi")] = new(Date, 50),

            [(Progress, "MaHoSo")] = new(DossierCode, 50, Required: true),
            [(Progress, "NguoiXuLy")] = new(Text, 250, Trim),
            [(Progress, "ChucDanh")] = new(Text, 250, Trim),
            [(Progress, "ThoiDiemXuLy")] = new(Date, 50, Required: true),
            [(Progress, "PhongBanXuLy")] = new(Text, 500, Trim),
            [(Progress, "NoiDungXuLy")] = new(Text, 2000, Trim),
            [(Progress, "TrangThai")] = new(Number, 10, Required: true),
            [(Progress, "NgayBatDau")] = new(Date, 50),
            [(Progress, "NgayKetThucTheoQuyDinh")] = new(Date, 50),

            [(Status, "MaHoSo")] = new(DossierCode, 50, Required: true),
            [(Status, "MaHoSoDonVi")] = new(Code, 100),
            [(Status, "MaDoiTuong")] = new(Code, 50),
            [(Status, "NoiDung")] = new(Text, 2000, Trim),
            [(Status, "NgayXuLy")] = new(Date, 50, Required: true),
            [(Status, "TrangThai")] = new(Number, 10, Required: true),
        }.ToFrozenDictionary();

    /// <summary>The rule of a field.</summary>
    public static FieldRule Of(string wireObject, string field) => Table.GetValueOrDefault((wireObject, field), FieldRule.Default);
}
