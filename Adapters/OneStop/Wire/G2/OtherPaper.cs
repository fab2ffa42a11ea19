using DichVuCong.Adapters.OneStop.Wire.Shapes;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.G2;

/// <summary>An entry of DanhSachTepDinhKemKhac in G2: another paper document (2.3).</summary>
[WireObject(WireObjects.OtherPaper)]
public sealed class OtherPaper
{
    /// <summary>Its name.</summary>
    [JsonProperty("TenGiayTo")]
    public string? TenGiayTo { get; init; }

    /// <summary>How many.</summary>
    [JsonProperty("SoLuong")]
    public int? SoLuong { get; init; }

    /// <summary>Its kind.</summary>
    [JsonProperty("LoaiGiayTo")]
    public int? LoaiGiayTo { get; init; }
}
