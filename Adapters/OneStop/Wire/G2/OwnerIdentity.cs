using DichVuCong.Adapters.OneStop.Wire.Shapes;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.G2;

/// <summary>An entry of DinhDanhCHS: a number that identifies the owner (2.2).</summary>
[WireObject(WireObjects.OwnerIdentity)]
public sealed class OwnerIdentity
{
    /// <summary>1 the 12-digit personal number, 2 the old 9-digit one.</summary>
    [JsonProperty("LoaiDinhDanh")]
    public string? LoaiDinhDanh { get; init; }

    /// <summary>The number.</summary>
    [JsonProperty("SoDinhDanh")]
    public string? SoDinhDanh { get; init; }
}
