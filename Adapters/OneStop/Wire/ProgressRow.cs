using DichVuCong.Adapters.OneStop.Wire.Shapes;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire;

/// <summary>
/// An entry of CapNhatTienDoHoSoMC: a step of the work on a dossier (2.4; G1 and G2 alike). There is no row id: the same step sent twice is known
/// by (MaHoSo, ThoiDiemXuLy, TrangThai, NguoiXuLy, NoiDungXuLy).
/// </summary>
[WireObject(WireObjects.Progress)]
public sealed class ProgressRow
{
    /// <summary>The dossier.</summary>
    [JsonProperty("MaHoSo")]
    public string? MaHoSo { get; init; }

    /// <summary>The officer.</summary>
    [JsonProperty("NguoiXuLy")]
    public string? NguoiXuLy { get; init; }

    /// <summary>The officer's title.</summary>
    [JsonProperty("ChucDanh")]
    public string? ChucDanh { get; init; }

    /// <summary>When the step was taken.</summary>
    [JsonProperty("ThoiDiemXuLy")]
    public string? ThoiDiemXuLy { get; init; }

    /// <summary>The department.</summary>
    [JsonProperty("PhongBanXuLy")]
    public string? PhongBanXuLy { get; init; }

    /// <summary>What was done.</summary>
    [JsonProperty("NoiDungXuLy")]
    public string? NoiDungXuLy { get; init; }

    /// <summary>The state, the codes of TrangThaiHoSo.</summary>
    [JsonProperty("TrangThai")]
    public string? TrangThai { get; init; }

    /// <summary>When the step began.</summary>
    [JsonProperty("NgayBatDau")]
    public string? NgayBatDau { get; init; }

    /// <summary>When the step is to end.</summary>
    [JsonProperty("NgayKetThucTheoQuyDinh")]
    public string? NgayKetThucTheoQuyDinh { get; init; }
}
