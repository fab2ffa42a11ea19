using DichVuCong.Adapters.OneStop.Wire.Shapes;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire;

/// <summary>An entry of TaiLieuXuLy of DongBoTrangThaiHoSo (2.5).</summary>
[WireObject(WireObjects.Paper)]
public sealed class HandledPaper
{
    /// <summary>The file's name.</summary>
    [JsonProperty("TenTepDinhKem")]
    public string? TenTepDinhKem { get; init; }

    /// <summary>The component of the procedure.</summary>
    [JsonProperty("MaThanhPhanHoSo")]
    public string? MaThanhPhanHoSo { get; init; }

    /// <summary>The sender's id of the file.</summary>
    [JsonProperty("TepDinhKemId")]
    public string? TepDinhKemId { get; init; }

    /// <summary>Where the file can be fetched.</summary>
    [JsonProperty("DuongDanTaiTepTin")]
    public string? DuongDanTaiTepTin { get; init; }

    /// <summary><c>True</c> or <c>False</c>.</summary>
    [JsonProperty("IsDeleted")]
    public string? IsDeleted { get; init; }
}
