using DichVuCong.Adapters.OneStop.Wire.Shapes;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.G1;

/// <summary>An entry of DanhSachGiayToKetQua in G1: a result (2.3).</summary>
[WireObject(WireObjects.ResultPaper)]
public sealed class ResultPaper
{
    /// <summary>Its name.</summary>
    [JsonProperty("TenGiayTo")]
    public string? TenGiayTo { get; init; }

    /// <summary>The component it belongs to.</summary>
    [JsonProperty("MaThanhPhanHoSo")]
    public string? MaThanhPhanHoSo { get; init; }

    /// <summary>The sender's id of the paper.</summary>
    [JsonProperty("GiayToId")]
    public string? GiayToId { get; init; }

    /// <summary>Where it can be fetched: one link an entry.</summary>
    [JsonProperty("DuongDanTepTinKetQua")]
    public string? DuongDanTepTinKetQua { get; init; }
}
