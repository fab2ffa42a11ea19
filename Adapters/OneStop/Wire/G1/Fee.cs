using DichVuCong.Adapters.OneStop.Wire.Shapes;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.G1;

/// <summary>An entry of DanhSachLePhi in G1 (2.3).</summary>
[WireObject(WireObjects.Fee)]
public sealed class Fee
{
    /// <summary>Its name.</summary>
    [JsonProperty("TenPhiLePhi")]
    public string? TenPhiLePhi { get; init; }

    /// <summary>Its code.</summary>
    [JsonProperty("MaPhiLePhi")]
    public string? MaPhiLePhi { get; init; }

    /// <summary>When it is collected: 1 at receiving, 2 at supplement, 4 at handing over (single source).</summary>
    [JsonProperty("HinhThucThu")]
    public string? HinhThucThu { get; init; }

    /// <summary>The amount in VND, as text.</summary>
    [JsonProperty("Gia")]
    public string? Gia { get; init; }

    /// <summary>1 fee (phí), 2 charge (lệ phí).</summary>
    [JsonProperty("LoaiPhiLePhi")]
    public string? LoaiPhiLePhi { get; init; }
}
