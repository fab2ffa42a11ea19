using DichVuCong.Adapters.OneStop.Wire.Shapes;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.G1;

/// <summary>An entry of TaiLieuNop in G1: a paper that was handed in (<c>one-stop-and-portal-wire.md</c> 2.3).</summary>
[WireObject(WireObjects.Paper)]
public sealed class SubmittedPaper
{
    /// <summary>The sender's id of the file.</summary>
    [JsonProperty("TepDinhKemId")]
    public string? TepDinhKemId { get; init; }

    /// <summary>The file's name.</summary>
    [JsonProperty("TenTepDinhKem")]
    public string? TenTepDinhKem { get; init; }

    /// <summary><c>True</c> or <c>False</c>.</summary>
    [JsonProperty("IsDeleted")]
    public string? IsDeleted { get; init; }

    /// <summary>The component of the procedure; often empty (pain 23).</summary>
    [JsonProperty("MaThanhPhanHoSo")]
    public string? MaThanhPhanHoSo { get; init; }

    /// <summary>Where the file can be fetched.</summary>
    [JsonProperty("DuongDanTaiTepTin")]
    public string? DuongDanTaiTepTin { get; init; }
}
