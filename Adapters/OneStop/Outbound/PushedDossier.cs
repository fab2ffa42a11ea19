using System.Globalization;
using DichVuCong.Adapters.OneStop.Inbound;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Fields;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Adapters.OneStop.Outbound;

/// <summary>
/// A dossier of ours as the agencies read it. For the agency it is newly registered; NgayTiepNhan is the time of filing, since the field must
/// be filled and the agency has not received it yet; the appointment is the agency's to make.
/// </summary>
internal static class PushedDossier
{
    // NoiNopHoSo; the counters of the coordination system file there too.
    private const string FiledAtPortal = "1";
    private const string No = "0";
    private const string Yes = "1";

    /// <summary>The dossier in the first generation.</summary>
    public static Wire.G1.Dossier G1(DossierContent content, IFileLinks links) => new()
    {
        MaHoSo = content.Dossier.Value,
        MaTTHC = content.Procedure.Value,
        TenTTHC = content.ProcedureName,
        MaLinhVuc = content.SectorCode,
        TenLinhVuc = content.SectorName,
        ChuHoSo = Fit("ChuHoSo", content.Applicant.FullName?.Reveal()),
        LoaiDoiTuong = Number((int)content.Applicant.Kind),
        MaDoiTuong = content.Applicant.PortalAccountId,
        ThongTinKhac = content.Form,
        Email = content.Applicant.Email?.Reveal(),
        SoDienThoai = LocalNumber(content.Applicant.Phone),
        TrichYeuHoSo = SubjectOf(content),
        NgayTiepNhan = VietnamTime.ToWire(content.FiledAt),
        TrangThaiHoSo = DossierStates.ToWire(DossierState.Registered),
        HinhThuc = ReturnOf(content),
        DonViXuLy = UnitOf(content),
        TaiLieuNop = [.. content.Files.Select(file => new Wire.G1.SubmittedPaper
        {
            TepDinhKemId = Number(file.Number),
            TenTepDinhKem = FileNameOf(file),
            IsDeleted = bool.FalseString,
            MaThanhPhanHoSo = file.ComponentCode,
            DuongDanTaiTepTin = LinkOf(content, file, links),
        })],
    };

    /// <summary>The dossier in the second generation.</summary>
    public static Wire.G2.Dossier G2(DossierContent content, IFileLinks links) => new()
    {
        MaHoSo = content.Dossier.Value,
        MaTTHC = content.Procedure.Value,
        TenTTHC = content.ProcedureName,
        MaLinhVuc = content.SectorCode,
        TenLinhVuc = content.SectorName,
        KenhThucHien = Number((int)content.Channel),
        ChuHoSo = Fit("ChuHoSo", content.Applicant.FullName?.Reveal()),
        SoGiayToChuHoSo = content.Applicant.PersonalId?.Reveal(),
        LoaiDoiTuong = Number((int)content.Applicant.Kind),
        MaDoiTuong = content.Applicant.PortalAccountId,
        ThongTinKhac = content.Form,
        Email = content.Applicant.Email?.Reveal(),
        SoDienThoai = LocalNumber(content.Applicant.Phone),
        TrichYeuHoSo = SubjectOf(content),
        NgayTiepNhan = VietnamTime.ToWire(content.FiledAt),
        NgayNopHoSo = VietnamTime.ToWire(content.FiledAt),
        TrangThaiHoSo = DossierStates.ToWire(DossierState.Registered),
        HinhThuc = ReturnOf(content),
        DonViXuLy = UnitOf(content),
        NoiNopHoSo = FiledAtPortal,
        HoSoCoThanhPhanSoHoa = content.Files.Count > 0 ? Yes : No,
        TaiKhoanDuocXacThucVoiVNeID = content.Applicant.PortalAccountId is null ? No : Yes, // Identity comes from VNeID (A9).
        DuocThanhToanTrucTuyen = No,
        DinhDanhCHS = IdentityOf(content.Applicant.PersonalId),
        TaiLieuNop = [.. content.Files.Select(file => new Wire.G2.SubmittedPaper
        {
            TepDinhKemId = Number(file.Number),
            TenTepDinhKem = FileNameOf(file),
            IsDeleted = bool.FalseString,
            MaThanhPhanHoSo = file.ComponentCode,
            DuongDanTaiTepTin = LinkOf(content, file, links),
            DuocSoHoa = Yes,
            DuocTaiSuDung = No,
            DuocLayTuKhoDMQG = No,
        })],
    };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>At most as much of a text as the field takes.</summary>
    private static string? Fit(string field, string? text) =>
        text is null ? null : CleanText.Cut(CleanText.Of(text), FieldRules.Of(WireObjects.Dossier, field).Max);

    // Empty subjects are filled by every known client; the procedure's name says the most that is known.
    private static string? SubjectOf(DossierContent content) =>
        Fit("TrichYeuHoSo", string.IsNullOrWhiteSpace(content.Subject) ? content.ProcedureName : content.Subject);

    private static string? UnitOf(DossierContent content) => Fit("DonViXuLy", content.AgencyName ?? content.Agency?.Value);

    private static string ReturnOf(DossierContent content) => content.ReturnBy == ResultReturn.Post ? Yes : No;

    // Agencies' officers dial it: 0912…, not the 84912… of the providers.
    private static string? LocalNumber(PhoneNumber? phone) => phone is null ? null : "0" + phone.Reveal()[2..];

    private static string FileNameOf(DossierFile file) =>
        CleanText.Cut(CleanText.Of(file.Name), FieldRules.Of(WireObjects.Paper, "TenTepDinhKem").Max);

    private static string LinkOf(DossierContent content, DossierFile file, IFileLinks links) =>
        links.LinkFor(content.Dossier, content.Revision, file.Number).AbsoluteUri;

    // Tax codes are no LoaiDinhDanh (2.7): they stand in SoGiayToChuHoSo only.
    private static IReadOnlyList<Wire.G2.OwnerIdentity> IdentityOf(PersonalId? number) => number?.Reveal() switch
    {
        { Length: 12 } twelve => [new() { LoaiDinhDanh = "1", SoDinhDanh = twelve }],
        { Length: 9 } nine => [new() { LoaiDinhDanh = "2", SoDinhDanh = nine }],
        _ => [],
    };
}
