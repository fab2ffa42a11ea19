using DichVuCong.Adapters.OneStop.Wire.Shapes;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire;

/// <summary>The <c>data</c> of DongBoTrangThaiHoSo: the status of a dossier that came from the portal (2.5); one object, not an array.</summary>
[WireObject(WireObjects.Status)]
public sealed class DossierStatus
{
    /// <summary>The portal's code of the dossier.</summary>
    [JsonProperty("MaHoSo")]
    public string? MaHoSo { get; init; }

    /// <summary>The agency's own code.</summary>
    [JsonProperty("MaHoSoDonVi")]
    public string? MaHoSoDonVi { get; init; }

    /// <summary>The owner's portal account (TechID).</summary>
    [JsonProperty("MaDoiTuong")]
    public string? MaDoiTuong { get; init; }

    /// <summary>The text of the answer.</summary>
    [JsonProperty("NoiDung")]
    public string? NoiDung { get; init; }

    /// <summary>When; some clients write the time of sending.</summary>
    [JsonProperty("NgayXuLy")]
    public string? NgayXuLy { get; init; }

    /// <summary>2 accepted, 5 supplement needed or refused; other codes of 2.6 are read as they are.</summary>
    [JsonProperty("TrangThai")]
    public string? TrangThai { get; init; }

    /// <summary>Papers that go with it.</summary>
    [JsonProperty("TaiLieuXuLy")]
    public IReadOnlyList<HandledPaper> TaiLieuXuLy { get; init; } = [];
}
