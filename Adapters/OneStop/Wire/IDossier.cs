using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Adapters.OneStop.Wire;

/// <summary>
/// What is read of a dossier whatever its generation: a view, not a merged contract. Each generation is its own type (0), and what it does not
/// have is null here.
/// </summary>
public interface IDossier
{
    /// <summary>Which contract it is of.</summary>
    WireGeneration Generation { get; }

    /// <summary>The dossier's code.</summary>
    string? MaHoSo { get; }

    /// <summary>The procedure's code.</summary>
    string? MaTTHC { get; }

    /// <summary>The procedure's name.</summary>
    string? TenTTHC { get; }

    /// <summary>The sector's code.</summary>
    string? MaLinhVuc { get; }

    /// <summary>The sector's name.</summary>
    string? TenLinhVuc { get; }

    /// <summary>The owner's name.</summary>
    string? ChuHoSo { get; }

    /// <summary>The kind of owner.</summary>
    string? LoaiDoiTuong { get; }

    /// <summary>The owner's portal account.</summary>
    string? MaDoiTuong { get; }

    /// <summary>E-mail.</summary>
    string? Email { get; }

    /// <summary>Telephone.</summary>
    string? SoDienThoai { get; }

    /// <summary>What the dossier is about.</summary>
    string? TrichYeuHoSo { get; }

    /// <summary>How the result is returned.</summary>
    string? HinhThuc { get; }

    /// <summary>When it was received.</summary>
    string? NgayTiepNhan { get; }

    /// <summary>When the result is promised.</summary>
    string? NgayHenTra { get; }

    /// <summary>The state.</summary>
    string? TrangThaiHoSo { get; }

    /// <summary>When the result was handed over.</summary>
    string? NgayTra { get; }

    /// <summary>When processing ended.</summary>
    string? NgayKetThucXuLy { get; }

    /// <summary>The processing unit's name.</summary>
    string? DonViXuLy { get; }

    /// <summary>The note.</summary>
    string? GhiChu { get; }

    /// <summary>The channel; G1 has none.</summary>
    string? KenhThucHien => null;

    /// <summary>When it was refused; G1 has none.</summary>
    string? NgayTuChoi => null;

    /// <summary>When it was handed in; G1 has none.</summary>
    string? NgayNopHoSo => null;

    /// <summary>The numbers that identify the owner, the surest first; G1 has none.</summary>
    IReadOnlyList<string> OwnerNumbers => [];
}
