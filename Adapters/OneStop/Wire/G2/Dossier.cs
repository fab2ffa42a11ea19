using DichVuCong.Adapters.OneStop.Wire.Shapes;
using DichVuCong.Contracts.Catalogue;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.G2;

/// <summary>
/// A dossier of the scoring era, 2022-2025 (2.2 and its additions): every scalar is a JSON string, dates are <c>yyyyMMddHHmmss</c> of Vietnam, what
/// is missing is an empty string. It holds personal data: it has no ToString of its own and is never logged.
/// </summary>
[WireObject(WireObjects.Dossier)]
public sealed class Dossier : IDossier
{
    /// <summary>The dossier's code: its key.</summary>
    [JsonProperty("MaHoSo")]
    public string? MaHoSo { get; init; }

    /// <summary>The national procedure code.</summary>
    [JsonProperty("MaTTHC")]
    public string? MaTTHC { get; init; }

    /// <summary>The procedure's name.</summary>
    [JsonProperty("TenTTHC")]
    public string? TenTTHC { get; init; }

    /// <summary>The sector's code.</summary>
    [JsonProperty("MaLinhVuc")]
    public string? MaLinhVuc { get; init; }

    /// <summary>The sector's name.</summary>
    [JsonProperty("TenLinhVuc")]
    public string? TenLinhVuc { get; init; }

    /// <summary>The receipt number; named in the contract, never seen sent.</summary>
    [JsonProperty("SoBienNhan")]
    public string? SoBienNhan { get; init; }

    /// <summary>The owner's name.</summary>
    [JsonProperty("ChuHoSo")]
    public string? ChuHoSo { get; init; }

    /// <summary>1 citizen, 2 enterprise, 3 state agency, 4 other organisation.</summary>
    [JsonProperty("LoaiDoiTuong")]
    public string? LoaiDoiTuong { get; init; }

    /// <summary>The owner's portal account (TechID).</summary>
    [JsonProperty("MaDoiTuong")]
    public string? MaDoiTuong { get; init; }

    /// <summary>Anything else; the electronic form when the portal sends the dossier.</summary>
    [JsonProperty("ThongTinKhac")]
    public string? ThongTinKhac { get; init; }

    /// <summary>E-mail.</summary>
    [JsonProperty("Email")]
    public string? Email { get; init; }

    /// <summary>Fax.</summary>
    [JsonProperty("Fax")]
    public string? Fax { get; init; }

    /// <summary>Telephone.</summary>
    [JsonProperty("SoDienThoai")]
    public string? SoDienThoai { get; init; }

    /// <summary>What the dossier is about.</summary>
    [JsonProperty("TrichYeuHoSo")]
    public string? TrichYeuHoSo { get; init; }

    /// <summary>When it was received.</summary>
    [JsonProperty("NgayTiepNhan")]
    public string? NgayTiepNhan { get; init; }

    /// <summary>When the result is promised; may be empty.</summary>
    [JsonProperty("NgayHenTra")]
    public string? NgayHenTra { get; init; }

    /// <summary>The state, 1 to 11 (2.6).</summary>
    [JsonProperty("TrangThaiHoSo")]
    public string? TrangThaiHoSo { get; init; }

    /// <summary>When the result was handed over.</summary>
    [JsonProperty("NgayTra")]
    public string? NgayTra { get; init; }

    /// <summary>How, or to whom, it was handed over.</summary>
    [JsonProperty("ThongTinTra")]
    public string? ThongTinTra { get; init; }

    /// <summary>How the result is returned: 1 by post, 0 otherwise.</summary>
    [JsonProperty("HinhThuc")]
    public string? HinhThuc { get; init; }

    /// <summary>When processing ended.</summary>
    [JsonProperty("NgayKetThucXuLy")]
    public string? NgayKetThucXuLy { get; init; }

    /// <summary>The processing unit's name, not its code.</summary>
    [JsonProperty("DonViXuLy")]
    public string? DonViXuLy { get; init; }

    /// <summary>A note; more than 2,000 characters broke the portal (pain 12).</summary>
    [JsonProperty("GhiChu")]
    public string? GhiChu { get; init; }

    /// <summary>1 direct, 2 online, 3 public post; missing counts as direct.</summary>
    [JsonProperty("KenhThucHien")]
    public string? KenhThucHien { get; init; }

    /// <summary>The number of the owner's paper.</summary>
    [JsonProperty("SoGiayToChuHoSo")]
    public string? SoGiayToChuHoSo { get; init; }

    /// <summary>Where it was handed in: 1 the portal, 2 a system of a ministry or province (inferred).</summary>
    [JsonProperty("NoiNopHoSo")]
    public string? NoiNopHoSo { get; init; }

    /// <summary>1 when it has digitised components.</summary>
    [JsonProperty("HoSoCoThanhPhanSoHoa")]
    public string? HoSoCoThanhPhanSoHoa { get; init; }

    /// <summary>1 when the account is verified with VNeID.</summary>
    [JsonProperty("TaiKhoanDuocXacThucVoiVNeID")]
    public string? TaiKhoanDuocXacThucVoiVNeID { get; init; }

    /// <summary>1 paid through the portal, 2 through the gateway of the ministry or province; 3 and 0 are not settled.</summary>
    [JsonProperty("DuocThanhToanTrucTuyen")]
    public string? DuocThanhToanTrucTuyen { get; init; }

    /// <summary>When it was refused.</summary>
    [JsonProperty("NgayTuChoi")]
    public string? NgayTuChoi { get; init; }

    /// <summary>When it was handed in.</summary>
    [JsonProperty("NgayNopHoSo")]
    public string? NgayNopHoSo { get; init; }

    /// <summary>The owner's identities.</summary>
    [JsonProperty("DinhDanhCHS")]
    public IReadOnlyList<OwnerIdentity> DinhDanhCHS { get; init; } = [];

    /// <summary>The national databases used.</summary>
    [JsonProperty("DSKetNoiCSDL")]
    public IReadOnlyList<DatabaseUse> DSKetNoiCSDL { get; init; } = [];

    /// <summary>The papers handed in.</summary>
    [JsonProperty("TaiLieuNop")]
    public IReadOnlyList<SubmittedPaper> TaiLieuNop { get; init; } = [];

    /// <summary>The fees.</summary>
    [JsonProperty("DanhSachLePhi")]
    public IReadOnlyList<Fee> DanhSachLePhi { get; init; } = [];

    /// <summary>Other paper documents.</summary>
    [JsonProperty("DanhSachTepDinhKemKhac")]
    public IReadOnlyList<OtherPaper> DanhSachTepDinhKemKhac { get; init; } = [];

    /// <summary>Requests for supplements.</summary>
    [JsonProperty("DanhSachHoSoBoSung")]
    public IReadOnlyList<Supplement> DanhSachHoSoBoSung { get; init; } = [];

    /// <summary>The results.</summary>
    [JsonProperty("DanhSachGiayToKetQua")]
    public IReadOnlyList<ResultPaper> DanhSachGiayToKetQua { get; init; } = [];

    /// <inheritdoc/>
    WireGeneration IDossier.Generation => WireGeneration.G2;

    /// <inheritdoc/>
    IReadOnlyList<string> IDossier.OwnerNumbers =>
    [
        .. DinhDanhCHS.OrderBy(identity => identity.LoaiDinhDanh == "1" ? 0 : 1).Select(identity => identity.SoDinhDanh).Append(SoGiayToChuHoSo).OfType<string>(),
    ];
}
