using DichVuCong.Adapters.OneStop.Wire.Shapes;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.Catalogue;

/// <summary>A row of LayDanhMucCoQuan (3).</summary>
[WireObject(WireObjects.Catalogue)]
public sealed class AgencyRow
{
    /// <summary>The agency's code.</summary>
    [JsonProperty("MADONVI")]
    public string? Code { get; init; }

    /// <summary>Its name.</summary>
    [JsonProperty("TENDONVI")]
    public string? Name { get; init; }

    /// <summary>Its level.</summary>
    [JsonProperty("CAPDONVI")]
    public string? Level { get; init; }
}
