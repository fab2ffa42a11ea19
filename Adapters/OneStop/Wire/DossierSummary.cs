using DichVuCong.Adapters.OneStop.Wire.Shapes;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire;

/// <summary>
/// What a look-up of a dossier answers, in either direction: the fields that an agency was seen to answer the portal with
/// (<c>one-stop-and-portal-wire.md</c> 2.8). What the portal answers is not known beyond "not empty means known".
/// </summary>
[WireObject(WireObjects.Summary)]
public sealed class DossierSummary
{
    /// <summary>The dossier's code.</summary>
    [JsonProperty("MaHoSo")]
    public string? MaHoSo { get; init; }

    /// <summary>The procedure's code.</summary>
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

    /// <summary>The kind of owner, 1 to 4.</summary>
    [JsonProperty("LoaiDoiTuong")]
    public string? LoaiDoiTuong { get; init; }

    /// <summary>The state, 1 to 11 (2.6).</summary>
    [JsonProperty("TrangThaiHoSo")]
    public string? TrangThaiHoSo { get; init; }

    /// <summary>Here, and only here: 1 online, 0 not (2.2).</summary>
    [JsonProperty("HinhThuc")]
    public string? HinhThuc { get; init; }

    /// <summary>The processing unit's name.</summary>
    [JsonProperty("DonViXuLy")]
    public string? DonViXuLy { get; init; }
}
