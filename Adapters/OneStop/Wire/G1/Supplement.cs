using DichVuCong.Adapters.OneStop.Wire.Shapes;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.G1;

/// <summary>
/// An entry of DanhSachHoSoBoSung in G1: a request for supplements (2.3). No source ever fills this list: its dates are
/// <c>yyyyMMddHHmmss</c> by analogy, and ISO is read.
/// </summary>
[WireObject(WireObjects.Supplement)]
public sealed class Supplement
{
    /// <summary>The sender's number of the request.</summary>
    [JsonProperty("HoSoBoSungId")]
    public int? HoSoBoSungId { get; init; }

    /// <summary>The officer who asked.</summary>
    [JsonProperty("NguoiYeuCauBoSung")]
    public string? NguoiYeuCauBoSung { get; init; }

    /// <summary>What is asked for.</summary>
    [JsonProperty("NoiDungBoSung")]
    public string? NoiDungBoSung { get; init; }

    /// <summary>When it was asked for.</summary>
    [JsonProperty("NgayBoSung")]
    public string? NgayBoSung { get; init; }

    /// <summary>The officer who received it.</summary>
    [JsonProperty("NguoiTiepNhanBoSung")]
    public string? NguoiTiepNhanBoSung { get; init; }

    /// <summary>About the receiving.</summary>
    [JsonProperty("ThongTinTiepNhan")]
    public string? ThongTinTiepNhan { get; init; }

    /// <summary>When it was received.</summary>
    [JsonProperty("NgayTiepNhanBoSung")]
    public string? NgayTiepNhanBoSung { get; init; }

    /// <summary>Whether it is complete.</summary>
    [JsonProperty("TrangThaiBoSung")]
    public bool? TrangThaiBoSung { get; init; }

    /// <summary>The papers added.</summary>
    [JsonProperty("DanhSachGiayToBoSung")]
    public IReadOnlyList<SubmittedPaper> DanhSachGiayToBoSung { get; init; } = [];

    /// <summary>The fees added.</summary>
    [JsonProperty("DanhSachLePhiBoSung")]
    public IReadOnlyList<Fee> DanhSachLePhiBoSung { get; init; } = [];

    /// <summary>The appointment before.</summary>
    [JsonProperty("NgayHenTraTruoc")]
    public string? NgayHenTraTruoc { get; init; }

    /// <summary>The appointment after.</summary>
    [JsonProperty("NgayHenTraMoi")]
    public string? NgayHenTraMoi { get; init; }
}
